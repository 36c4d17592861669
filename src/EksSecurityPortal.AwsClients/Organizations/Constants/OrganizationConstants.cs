using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.Organizations;

/// <summary>Whether policies can be used, or billing is all that is shared.</summary>
[JsonConverter(typeof(ConstantConverter<OrganizationFeatureSet>))]
public sealed class OrganizationFeatureSet(string value) : ConstantClass(value), IConstant<OrganizationFeatureSet>
{
    public static readonly OrganizationFeatureSet ALL = new("ALL");
    public static readonly OrganizationFeatureSet CONSOLIDATED_BILLING = new("CONSOLIDATED_BILLING");

    public static implicit operator OrganizationFeatureSet(string value) => FindValue(value);

    public static OrganizationFeatureSet FindValue(string value) => FindValue<OrganizationFeatureSet>(value);
}

[JsonConverter(typeof(ConstantConverter<PolicyType>))]
public sealed class PolicyType(string value) : ConstantClass(value), IConstant<PolicyType>
{
    public static readonly PolicyType SERVICE_CONTROL_POLICY = new("SERVICE_CONTROL_POLICY");
    public static readonly PolicyType RESOURCE_CONTROL_POLICY = new("RESOURCE_CONTROL_POLICY");
    public static readonly PolicyType TAG_POLICY = new("TAG_POLICY");
    public static readonly PolicyType BACKUP_POLICY = new("BACKUP_POLICY");
    public static readonly PolicyType AISERVICES_OPT_OUT_POLICY = new("AISERVICES_OPT_OUT_POLICY");
    public static readonly PolicyType CHATBOT_POLICY = new("CHATBOT_POLICY");
    public static readonly PolicyType DECLARATIVE_POLICY_EC2 = new("DECLARATIVE_POLICY_EC2");
    public static readonly PolicyType SECURITYHUB_POLICY = new("SECURITYHUB_POLICY");
    public static readonly PolicyType INSPECTOR_POLICY = new("INSPECTOR_POLICY");
    public static readonly PolicyType UPGRADE_ROLLOUT_POLICY = new("UPGRADE_ROLLOUT_POLICY");
    public static readonly PolicyType BEDROCK_POLICY = new("BEDROCK_POLICY");
    public static readonly PolicyType S3_POLICY = new("S3_POLICY");
    public static readonly PolicyType NETWORK_SECURITY_DIRECTOR_POLICY = new("NETWORK_SECURITY_DIRECTOR_POLICY");

    public static implicit operator PolicyType(string value) => FindValue(value);

    public static PolicyType FindValue(string value) => FindValue<PolicyType>(value);
}

[JsonConverter(typeof(ConstantConverter<PolicyTypeStatus>))]
public sealed class PolicyTypeStatus(string value) : ConstantClass(value), IConstant<PolicyTypeStatus>
{
    public static readonly PolicyTypeStatus ENABLED = new("ENABLED");
    public static readonly PolicyTypeStatus PENDING_ENABLE = new("PENDING_ENABLE");
    public static readonly PolicyTypeStatus PENDING_DISABLE = new("PENDING_DISABLE");

    public static implicit operator PolicyTypeStatus(string value) => FindValue(value);

    public static PolicyTypeStatus FindValue(string value) => FindValue<PolicyTypeStatus>(value);
}
