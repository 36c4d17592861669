using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS;

/// <summary>Kind of managed capability.</summary>
[JsonConverter(typeof(ConstantConverter<CapabilityType>))]
public sealed class CapabilityType(string value) : ConstantClass(value), IConstant<CapabilityType>
{
    public static readonly CapabilityType ACK = new("ACK");
    public static readonly CapabilityType ARGOCD = new("ARGOCD");
    public static readonly CapabilityType KRO = new("KRO");

    public static implicit operator CapabilityType(string value) => FindValue(value);

    public static CapabilityType FindValue(string value) => FindValue<CapabilityType>(value);
}

[JsonConverter(typeof(ConstantConverter<CapabilityStatus>))]
public sealed class CapabilityStatus(string value) : ConstantClass(value), IConstant<CapabilityStatus>
{
    public static readonly CapabilityStatus ACTIVE = new("ACTIVE");
    public static readonly CapabilityStatus CREATE_FAILED = new("CREATE_FAILED");
    public static readonly CapabilityStatus CREATING = new("CREATING");
    public static readonly CapabilityStatus DEGRADED = new("DEGRADED");
    public static readonly CapabilityStatus DELETE_FAILED = new("DELETE_FAILED");
    public static readonly CapabilityStatus DELETING = new("DELETING");
    public static readonly CapabilityStatus UPDATING = new("UPDATING");

    public static implicit operator CapabilityStatus(string value) => FindValue(value);

    public static CapabilityStatus FindValue(string value) => FindValue<CapabilityStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<CapabilityDeletePropagationPolicy>))]
public sealed class CapabilityDeletePropagationPolicy(string value) : ConstantClass(value), IConstant<CapabilityDeletePropagationPolicy>
{
    public static readonly CapabilityDeletePropagationPolicy RETAIN = new("RETAIN");

    public static implicit operator CapabilityDeletePropagationPolicy(string value) => FindValue(value);

    public static CapabilityDeletePropagationPolicy FindValue(string value) => FindValue<CapabilityDeletePropagationPolicy>(value);
}

[JsonConverter(typeof(ConstantConverter<ArgoCdRole>))]
public sealed class ArgoCdRole(string value) : ConstantClass(value), IConstant<ArgoCdRole>
{
    public static readonly ArgoCdRole ADMIN = new("ADMIN");
    public static readonly ArgoCdRole EDITOR = new("EDITOR");
    public static readonly ArgoCdRole VIEWER = new("VIEWER");

    public static implicit operator ArgoCdRole(string value) => FindValue(value);

    public static ArgoCdRole FindValue(string value) => FindValue<ArgoCdRole>(value);
}

[JsonConverter(typeof(ConstantConverter<SsoIdentityType>))]
public sealed class SsoIdentityType(string value) : ConstantClass(value), IConstant<SsoIdentityType>
{
    public static readonly SsoIdentityType SSO_GROUP = new("SSO_GROUP");
    public static readonly SsoIdentityType SSO_USER = new("SSO_USER");

    public static implicit operator SsoIdentityType(string value) => FindValue(value);

    public static SsoIdentityType FindValue(string value) => FindValue<SsoIdentityType>(value);
}

[JsonConverter(typeof(ConstantConverter<CapabilityIssueCode>))]
public sealed class CapabilityIssueCode(string value) : ConstantClass(value), IConstant<CapabilityIssueCode>
{
    public static readonly CapabilityIssueCode AccessDenied = new("AccessDenied");
    public static readonly CapabilityIssueCode ClusterUnreachable = new("ClusterUnreachable");

    public static implicit operator CapabilityIssueCode(string value) => FindValue(value);

    public static CapabilityIssueCode FindValue(string value) => FindValue<CapabilityIssueCode>(value);
}
