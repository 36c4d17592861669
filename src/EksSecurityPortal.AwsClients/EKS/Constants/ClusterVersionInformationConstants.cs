using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS;

/// <summary>Phase of support, in the older spelling.</summary>
[JsonConverter(typeof(ConstantConverter<ClusterVersionStatus>))]
public sealed class ClusterVersionStatus(string value) : ConstantClass(value), IConstant<ClusterVersionStatus>
{
    public static readonly ClusterVersionStatus ExtendedSupport = new("extended-support");
    public static readonly ClusterVersionStatus StandardSupport = new("standard-support");
    public static readonly ClusterVersionStatus Unsupported = new("unsupported");

    public static implicit operator ClusterVersionStatus(string value) => FindValue(value);

    public static ClusterVersionStatus FindValue(string value) => FindValue<ClusterVersionStatus>(value);
}

/// <summary>Phase of support that a Kubernetes version is in.</summary>
[JsonConverter(typeof(ConstantConverter<VersionStatus>))]
public sealed class VersionStatus(string value) : ConstantClass(value), IConstant<VersionStatus>
{
    public static readonly VersionStatus EXTENDED_SUPPORT = new("EXTENDED_SUPPORT");
    public static readonly VersionStatus STANDARD_SUPPORT = new("STANDARD_SUPPORT");
    public static readonly VersionStatus UNSUPPORTED = new("UNSUPPORTED");

    public static implicit operator VersionStatus(string value) => FindValue(value);

    public static VersionStatus FindValue(string value) => FindValue<VersionStatus>(value);
}
