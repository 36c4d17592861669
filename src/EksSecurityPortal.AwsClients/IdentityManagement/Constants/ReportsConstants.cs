using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.IdentityManagement;

/// <summary>What to read of an account's IAM; leave out AWSManagedPolicy to keep answers small.</summary>
[JsonConverter(typeof(ConstantConverter<EntityType>))]
public sealed class EntityType(string value) : ConstantClass(value), IConstant<EntityType>
{
    public static readonly EntityType User = new("User");
    public static readonly EntityType Role = new("Role");
    public static readonly EntityType Group = new("Group");
    public static readonly EntityType LocalManagedPolicy = new("LocalManagedPolicy");
    public static readonly EntityType AWSManagedPolicy = new("AWSManagedPolicy");

    public static implicit operator EntityType(string value) => FindValue(value);

    public static EntityType FindValue(string value) => FindValue<EntityType>(value);
}

/// <summary>Whether a report goes down to actions.</summary>
[JsonConverter(typeof(ConstantConverter<AccessAdvisorUsageGranularityType>))]
public sealed class AccessAdvisorUsageGranularityType(string value) : ConstantClass(value), IConstant<AccessAdvisorUsageGranularityType>
{
    public static readonly AccessAdvisorUsageGranularityType SERVICE_LEVEL = new("SERVICE_LEVEL");
    public static readonly AccessAdvisorUsageGranularityType ACTION_LEVEL = new("ACTION_LEVEL");

    public static implicit operator AccessAdvisorUsageGranularityType(string value) => FindValue(value);

    public static AccessAdvisorUsageGranularityType FindValue(string value) => FindValue<AccessAdvisorUsageGranularityType>(value);
}

/// <summary>State of the job that makes a report.</summary>
[JsonConverter(typeof(ConstantConverter<JobStatusType>))]
public sealed class JobStatusType(string value) : ConstantClass(value), IConstant<JobStatusType>
{
    public static readonly JobStatusType IN_PROGRESS = new("IN_PROGRESS");
    public static readonly JobStatusType COMPLETED = new("COMPLETED");
    public static readonly JobStatusType FAILED = new("FAILED");

    public static implicit operator JobStatusType(string value) => FindValue(value);

    public static JobStatusType FindValue(string value) => FindValue<JobStatusType>(value);
}

/// <summary>Keys of the account summary. Keys with "Present" or "Enabled" in their name are 1 for yes and 0 for no.</summary>
[JsonConverter(typeof(ConstantConverter<SummaryKeyType>))]
public sealed class SummaryKeyType(string value) : ConstantClass(value), IConstant<SummaryKeyType>
{
    public static readonly SummaryKeyType Users = new("Users");
    public static readonly SummaryKeyType UsersQuota = new("UsersQuota");
    public static readonly SummaryKeyType Groups = new("Groups");
    public static readonly SummaryKeyType GroupsQuota = new("GroupsQuota");
    public static readonly SummaryKeyType ServerCertificates = new("ServerCertificates");
    public static readonly SummaryKeyType ServerCertificatesQuota = new("ServerCertificatesQuota");
    public static readonly SummaryKeyType UserPolicySizeQuota = new("UserPolicySizeQuota");
    public static readonly SummaryKeyType GroupPolicySizeQuota = new("GroupPolicySizeQuota");
    public static readonly SummaryKeyType GroupsPerUserQuota = new("GroupsPerUserQuota");
    public static readonly SummaryKeyType SigningCertificatesPerUserQuota = new("SigningCertificatesPerUserQuota");
    public static readonly SummaryKeyType AccessKeysPerUserQuota = new("AccessKeysPerUserQuota");
    public static readonly SummaryKeyType MFADevices = new("MFADevices");
    public static readonly SummaryKeyType MFADevicesInUse = new("MFADevicesInUse");
    public static readonly SummaryKeyType AccountMFAEnabled = new("AccountMFAEnabled");
    public static readonly SummaryKeyType AccountAccessKeysPresent = new("AccountAccessKeysPresent");
    public static readonly SummaryKeyType AccountPasswordPresent = new("AccountPasswordPresent");
    public static readonly SummaryKeyType AccountSigningCertificatesPresent = new("AccountSigningCertificatesPresent");
    public static readonly SummaryKeyType AttachedPoliciesPerGroupQuota = new("AttachedPoliciesPerGroupQuota");
    public static readonly SummaryKeyType AttachedPoliciesPerRoleQuota = new("AttachedPoliciesPerRoleQuota");
    public static readonly SummaryKeyType AttachedPoliciesPerUserQuota = new("AttachedPoliciesPerUserQuota");
    public static readonly SummaryKeyType Policies = new("Policies");
    public static readonly SummaryKeyType PoliciesQuota = new("PoliciesQuota");
    public static readonly SummaryKeyType PolicySizeQuota = new("PolicySizeQuota");
    public static readonly SummaryKeyType PolicyVersionsInUse = new("PolicyVersionsInUse");
    public static readonly SummaryKeyType PolicyVersionsInUseQuota = new("PolicyVersionsInUseQuota");
    public static readonly SummaryKeyType VersionsPerPolicyQuota = new("VersionsPerPolicyQuota");
    public static readonly SummaryKeyType GlobalEndpointTokenVersion = new("GlobalEndpointTokenVersion");
    public static readonly SummaryKeyType AssumeRolePolicySizeQuota = new("AssumeRolePolicySizeQuota");
    public static readonly SummaryKeyType InstanceProfiles = new("InstanceProfiles");
    public static readonly SummaryKeyType InstanceProfilesQuota = new("InstanceProfilesQuota");
    public static readonly SummaryKeyType Providers = new("Providers");
    public static readonly SummaryKeyType RolePolicySizeQuota = new("RolePolicySizeQuota");
    public static readonly SummaryKeyType Roles = new("Roles");
    public static readonly SummaryKeyType RolesQuota = new("RolesQuota");

    public static implicit operator SummaryKeyType(string value) => FindValue(value);

    public static SummaryKeyType FindValue(string value) => FindValue<SummaryKeyType>(value);
}
