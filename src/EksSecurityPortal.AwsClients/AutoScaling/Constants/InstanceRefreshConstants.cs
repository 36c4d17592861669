using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.AutoScaling;

/// <summary>State of an instance refresh.</summary>
[JsonConverter(typeof(ConstantConverter<InstanceRefreshStatus>))]
public sealed class InstanceRefreshStatus(string value) : ConstantClass(value), IConstant<InstanceRefreshStatus>
{
    public static readonly InstanceRefreshStatus Pending = new("Pending");
    public static readonly InstanceRefreshStatus InProgress = new("InProgress");
    public static readonly InstanceRefreshStatus Successful = new("Successful");
    public static readonly InstanceRefreshStatus Failed = new("Failed");
    public static readonly InstanceRefreshStatus Cancelling = new("Cancelling");
    public static readonly InstanceRefreshStatus Cancelled = new("Cancelled");
    public static readonly InstanceRefreshStatus RollbackInProgress = new("RollbackInProgress");
    public static readonly InstanceRefreshStatus RollbackFailed = new("RollbackFailed");
    public static readonly InstanceRefreshStatus RollbackSuccessful = new("RollbackSuccessful");
    public static readonly InstanceRefreshStatus Baking = new("Baking");

    public static implicit operator InstanceRefreshStatus(string value) => FindValue(value);

    public static InstanceRefreshStatus FindValue(string value) => FindValue<InstanceRefreshStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<RefreshStrategy>))]
public sealed class RefreshStrategy(string value) : ConstantClass(value), IConstant<RefreshStrategy>
{
    public static readonly RefreshStrategy Rolling = new("Rolling");
    public static readonly RefreshStrategy ReplaceRootVolume = new("ReplaceRootVolume");

    public static implicit operator RefreshStrategy(string value) => FindValue(value);

    public static RefreshStrategy FindValue(string value) => FindValue<RefreshStrategy>(value);
}

[JsonConverter(typeof(ConstantConverter<ScaleInProtectedInstances>))]
public sealed class ScaleInProtectedInstances(string value) : ConstantClass(value), IConstant<ScaleInProtectedInstances>
{
    public static readonly ScaleInProtectedInstances Refresh = new("Refresh");
    public static readonly ScaleInProtectedInstances Ignore = new("Ignore");
    public static readonly ScaleInProtectedInstances Wait = new("Wait");

    public static implicit operator ScaleInProtectedInstances(string value) => FindValue(value);

    public static ScaleInProtectedInstances FindValue(string value) => FindValue<ScaleInProtectedInstances>(value);
}

[JsonConverter(typeof(ConstantConverter<StandbyInstances>))]
public sealed class StandbyInstances(string value) : ConstantClass(value), IConstant<StandbyInstances>
{
    public static readonly StandbyInstances Terminate = new("Terminate");
    public static readonly StandbyInstances Ignore = new("Ignore");
    public static readonly StandbyInstances Wait = new("Wait");

    public static implicit operator StandbyInstances(string value) => FindValue(value);

    public static StandbyInstances FindValue(string value) => FindValue<StandbyInstances>(value);
}
