using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS;

/// <summary>State of a cluster.</summary>
[JsonConverter(typeof(ConstantConverter<ClusterStatus>))]
public sealed class ClusterStatus(string value) : ConstantClass(value), IConstant<ClusterStatus>
{
    public static readonly ClusterStatus ACTIVE = new("ACTIVE");
    public static readonly ClusterStatus CREATING = new("CREATING");
    public static readonly ClusterStatus DELETING = new("DELETING");
    public static readonly ClusterStatus FAILED = new("FAILED");
    public static readonly ClusterStatus PENDING = new("PENDING");
    public static readonly ClusterStatus UPDATING = new("UPDATING");

    public static implicit operator ClusterStatus(string value) => FindValue(value);

    public static ClusterStatus FindValue(string value) => FindValue<ClusterStatus>(value);
}

/// <summary>Whose network the control plane's outgoing traffic takes.</summary>
[JsonConverter(typeof(ConstantConverter<ControlPlaneEgressModeType>))]
public sealed class ControlPlaneEgressModeType(string value) : ConstantClass(value), IConstant<ControlPlaneEgressModeType>
{
    public static readonly ControlPlaneEgressModeType AWS_MANAGED = new("AWS_MANAGED");
    public static readonly ControlPlaneEgressModeType CUSTOMER_ISOLATED = new("CUSTOMER_ISOLATED");
    public static readonly ControlPlaneEgressModeType CUSTOMER_ROUTED = new("CUSTOMER_ROUTED");

    public static implicit operator ControlPlaneEgressModeType(string value) => FindValue(value);

    public static ControlPlaneEgressModeType FindValue(string value) => FindValue<ControlPlaneEgressModeType>(value);
}

[JsonConverter(typeof(ConstantConverter<IpFamily>))]
public sealed class IpFamily(string value) : ConstantClass(value), IConstant<IpFamily>
{
    public static readonly IpFamily Ipv4 = new("ipv4");
    public static readonly IpFamily Ipv6 = new("ipv6");

    public static implicit operator IpFamily(string value) => FindValue(value);

    public static IpFamily FindValue(string value) => FindValue<IpFamily>(value);
}

[JsonConverter(typeof(ConstantConverter<ProvisionedControlPlaneTier>))]
public sealed class ProvisionedControlPlaneTier(string value) : ConstantClass(value), IConstant<ProvisionedControlPlaneTier>
{
    public static readonly ProvisionedControlPlaneTier Standard = new("standard");
    public static readonly ProvisionedControlPlaneTier Tier2xl = new("tier-2xl");
    public static readonly ProvisionedControlPlaneTier Tier4xl = new("tier-4xl");
    public static readonly ProvisionedControlPlaneTier Tier8xl = new("tier-8xl");
    public static readonly ProvisionedControlPlaneTier TierXl = new("tier-xl");

    public static implicit operator ProvisionedControlPlaneTier(string value) => FindValue(value);

    public static ProvisionedControlPlaneTier FindValue(string value) => FindValue<ProvisionedControlPlaneTier>(value);
}

[JsonConverter(typeof(ConstantConverter<ScoringStrategyType>))]
public sealed class ScoringStrategyType(string value) : ConstantClass(value), IConstant<ScoringStrategyType>
{
    public static readonly ScoringStrategyType LeastAllocated = new("LeastAllocated");
    public static readonly ScoringStrategyType MostAllocated = new("MostAllocated");

    public static implicit operator ScoringStrategyType(string value) => FindValue(value);

    public static ScoringStrategyType FindValue(string value) => FindValue<ScoringStrategyType>(value);
}

[JsonConverter(typeof(ConstantConverter<SpreadLevel>))]
public sealed class SpreadLevel(string value) : ConstantClass(value), IConstant<SpreadLevel>
{
    public static readonly SpreadLevel Host = new("host");
    public static readonly SpreadLevel Rack = new("rack");

    public static implicit operator SpreadLevel(string value) => FindValue(value);

    public static SpreadLevel FindValue(string value) => FindValue<SpreadLevel>(value);
}

/// <summary>What decides who may enter a cluster.</summary>
[JsonConverter(typeof(ConstantConverter<AuthenticationMode>))]
public sealed class AuthenticationMode(string value) : ConstantClass(value), IConstant<AuthenticationMode>
{
    public static readonly AuthenticationMode API = new("API");
    public static readonly AuthenticationMode API_AND_CONFIG_MAP = new("API_AND_CONFIG_MAP");
    public static readonly AuthenticationMode CONFIG_MAP = new("CONFIG_MAP");

    public static implicit operator AuthenticationMode(string value) => FindValue(value);

    public static AuthenticationMode FindValue(string value) => FindValue<AuthenticationMode>(value);
}

/// <summary>Control-plane log types.</summary>
[JsonConverter(typeof(ConstantConverter<LogType>))]
public sealed class LogType(string value) : ConstantClass(value), IConstant<LogType>
{
    public static readonly LogType Api = new("api");
    public static readonly LogType Audit = new("audit");
    public static readonly LogType Authenticator = new("authenticator");
    public static readonly LogType ControllerManager = new("controllerManager");
    public static readonly LogType Scheduler = new("scheduler");

    public static implicit operator LogType(string value) => FindValue(value);

    public static LogType FindValue(string value) => FindValue<LogType>(value);
}

[JsonConverter(typeof(ConstantConverter<CertificateAuthorityActivatedBy>))]
public sealed class CertificateAuthorityActivatedBy(string value) : ConstantClass(value), IConstant<CertificateAuthorityActivatedBy>
{
    public static readonly CertificateAuthorityActivatedBy CUSTOMER = new("CUSTOMER");
    public static readonly CertificateAuthorityActivatedBy EKS = new("EKS");

    public static implicit operator CertificateAuthorityActivatedBy(string value) => FindValue(value);

    public static CertificateAuthorityActivatedBy FindValue(string value) => FindValue<CertificateAuthorityActivatedBy>(value);
}

[JsonConverter(typeof(ConstantConverter<ClusterIssueCode>))]
public sealed class ClusterIssueCode(string value) : ConstantClass(value), IConstant<ClusterIssueCode>
{
    public static readonly ClusterIssueCode AccessDenied = new("AccessDenied");
    public static readonly ClusterIssueCode ClusterUnreachable = new("ClusterUnreachable");
    public static readonly ClusterIssueCode ConfigurationConflict = new("ConfigurationConflict");
    public static readonly ClusterIssueCode Ec2SecurityGroupNotFound = new("Ec2SecurityGroupNotFound");
    public static readonly ClusterIssueCode Ec2ServiceNotSubscribed = new("Ec2ServiceNotSubscribed");
    public static readonly ClusterIssueCode Ec2SubnetNotFound = new("Ec2SubnetNotFound");
    public static readonly ClusterIssueCode IamRoleNotFound = new("IamRoleNotFound");
    public static readonly ClusterIssueCode InsufficientFreeAddresses = new("InsufficientFreeAddresses");
    public static readonly ClusterIssueCode InternalFailure = new("InternalFailure");
    public static readonly ClusterIssueCode KmsGrantRevoked = new("KmsGrantRevoked");
    public static readonly ClusterIssueCode KmsKeyDisabled = new("KmsKeyDisabled");
    public static readonly ClusterIssueCode KmsKeyMarkedForDeletion = new("KmsKeyMarkedForDeletion");
    public static readonly ClusterIssueCode KmsKeyNotFound = new("KmsKeyNotFound");
    public static readonly ClusterIssueCode Other = new("Other");
    public static readonly ClusterIssueCode ResourceLimitExceeded = new("ResourceLimitExceeded");
    public static readonly ClusterIssueCode ResourceNotFound = new("ResourceNotFound");
    public static readonly ClusterIssueCode StsRegionalEndpointDisabled = new("StsRegionalEndpointDisabled");
    public static readonly ClusterIssueCode UnsupportedVersion = new("UnsupportedVersion");
    public static readonly ClusterIssueCode VpcNotFound = new("VpcNotFound");

    public static implicit operator ClusterIssueCode(string value) => FindValue(value);

    public static ClusterIssueCode FindValue(string value) => FindValue<ClusterIssueCode>(value);
}

/// <summary>What happens at the end of standard support.</summary>
[JsonConverter(typeof(ConstantConverter<SupportType>))]
public sealed class SupportType(string value) : ConstantClass(value), IConstant<SupportType>
{
    public static readonly SupportType EXTENDED = new("EXTENDED");
    public static readonly SupportType STANDARD = new("STANDARD");

    public static implicit operator SupportType(string value) => FindValue(value);

    public static SupportType FindValue(string value) => FindValue<SupportType>(value);
}

/// <summary>Reach of an associated access policy.</summary>
[JsonConverter(typeof(ConstantConverter<AccessScopeType>))]
public sealed class AccessScopeType(string value) : ConstantClass(value), IConstant<AccessScopeType>
{
    public static readonly AccessScopeType Cluster = new("cluster");
    public static readonly AccessScopeType Namespace = new("namespace");

    public static implicit operator AccessScopeType(string value) => FindValue(value);

    public static AccessScopeType FindValue(string value) => FindValue<AccessScopeType>(value);
}

[JsonConverter(typeof(ConstantConverter<ConfigStatus>))]
public sealed class ConfigStatus(string value) : ConstantClass(value), IConstant<ConfigStatus>
{
    public static readonly ConfigStatus ACTIVE = new("ACTIVE");
    public static readonly ConfigStatus CREATING = new("CREATING");
    public static readonly ConfigStatus DELETING = new("DELETING");

    public static implicit operator ConfigStatus(string value) => FindValue(value);

    public static ConfigStatus FindValue(string value) => FindValue<ConfigStatus>(value);
}
