using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ECR;

/// <summary>Basic or enhanced scanning.</summary>
[JsonConverter(typeof(ConstantConverter<ScanType>))]
public sealed class ScanType(string value) : ConstantClass(value), IConstant<ScanType>
{
    public static readonly ScanType BASIC = new("BASIC");
    public static readonly ScanType ENHANCED = new("ENHANCED");

    public static implicit operator ScanType(string value) => FindValue(value);

    public static ScanType FindValue(string value) => FindValue<ScanType>(value);
}

/// <summary>When images are scanned.</summary>
[JsonConverter(typeof(ConstantConverter<ScanFrequency>))]
public sealed class ScanFrequency(string value) : ConstantClass(value), IConstant<ScanFrequency>
{
    public static readonly ScanFrequency SCAN_ON_PUSH = new("SCAN_ON_PUSH");
    public static readonly ScanFrequency CONTINUOUS_SCAN = new("CONTINUOUS_SCAN");
    public static readonly ScanFrequency MANUAL = new("MANUAL");

    public static implicit operator ScanFrequency(string value) => FindValue(value);

    public static ScanFrequency FindValue(string value) => FindValue<ScanFrequency>(value);
}

[JsonConverter(typeof(ConstantConverter<ScanningRepositoryFilterType>))]
public sealed class ScanningRepositoryFilterType(string value) : ConstantClass(value), IConstant<ScanningRepositoryFilterType>
{
    public static readonly ScanningRepositoryFilterType WILDCARD = new("WILDCARD");

    public static implicit operator ScanningRepositoryFilterType(string value) => FindValue(value);

    public static ScanningRepositoryFilterType FindValue(string value) => FindValue<ScanningRepositoryFilterType>(value);
}
