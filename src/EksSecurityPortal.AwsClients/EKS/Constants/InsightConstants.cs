using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS;

/// <summary>Kind of insight.</summary>
[JsonConverter(typeof(ConstantConverter<Category>))]
public sealed class Category(string value) : ConstantClass(value), IConstant<Category>
{
    public static readonly Category MISCONFIGURATION = new("MISCONFIGURATION");
    public static readonly Category ROLLBACK_READINESS = new("ROLLBACK_READINESS");
    public static readonly Category UPGRADE_READINESS = new("UPGRADE_READINESS");

    public static implicit operator Category(string value) => FindValue(value);

    public static Category FindValue(string value) => FindValue<Category>(value);
}

/// <summary>Outcome of an insight.</summary>
[JsonConverter(typeof(ConstantConverter<InsightStatusValue>))]
public sealed class InsightStatusValue(string value) : ConstantClass(value), IConstant<InsightStatusValue>
{
    public static readonly InsightStatusValue ERROR = new("ERROR");
    public static readonly InsightStatusValue PASSING = new("PASSING");
    public static readonly InsightStatusValue UNKNOWN = new("UNKNOWN");
    public static readonly InsightStatusValue WARNING = new("WARNING");

    public static implicit operator InsightStatusValue(string value) => FindValue(value);

    public static InsightStatusValue FindValue(string value) => FindValue<InsightStatusValue>(value);
}

[JsonConverter(typeof(ConstantConverter<InsightsRefreshStatus>))]
public sealed class InsightsRefreshStatus(string value) : ConstantClass(value), IConstant<InsightsRefreshStatus>
{
    public static readonly InsightsRefreshStatus COMPLETED = new("COMPLETED");
    public static readonly InsightsRefreshStatus FAILED = new("FAILED");
    public static readonly InsightsRefreshStatus IN_PROGRESS = new("IN_PROGRESS");

    public static implicit operator InsightsRefreshStatus(string value) => FindValue(value);

    public static InsightsRefreshStatus FindValue(string value) => FindValue<InsightsRefreshStatus>(value);
}
