using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS;

[JsonConverter(typeof(ConstantConverter<AddonStatus>))]
public sealed class AddonStatus(string value) : ConstantClass(value), IConstant<AddonStatus>
{
    public static readonly AddonStatus ACTIVE = new("ACTIVE");
    public static readonly AddonStatus CREATE_FAILED = new("CREATE_FAILED");
    public static readonly AddonStatus CREATING = new("CREATING");
    public static readonly AddonStatus DEGRADED = new("DEGRADED");
    public static readonly AddonStatus DELETE_FAILED = new("DELETE_FAILED");
    public static readonly AddonStatus DELETING = new("DELETING");
    public static readonly AddonStatus UPDATE_FAILED = new("UPDATE_FAILED");
    public static readonly AddonStatus UPDATING = new("UPDATING");

    public static implicit operator AddonStatus(string value) => FindValue(value);

    public static AddonStatus FindValue(string value) => FindValue<AddonStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<AddonIssueCode>))]
public sealed class AddonIssueCode(string value) : ConstantClass(value), IConstant<AddonIssueCode>
{
    public static readonly AddonIssueCode AccessDenied = new("AccessDenied");
    public static readonly AddonIssueCode AddonPermissionFailure = new("AddonPermissionFailure");
    public static readonly AddonIssueCode AddonSubscriptionNeeded = new("AddonSubscriptionNeeded");
    public static readonly AddonIssueCode AdmissionRequestDenied = new("AdmissionRequestDenied");
    public static readonly AddonIssueCode ClusterUnreachable = new("ClusterUnreachable");
    public static readonly AddonIssueCode ConfigurationConflict = new("ConfigurationConflict");
    public static readonly AddonIssueCode InsufficientNumberOfReplicas = new("InsufficientNumberOfReplicas");
    public static readonly AddonIssueCode InternalFailure = new("InternalFailure");
    public static readonly AddonIssueCode K8sResourceNotFound = new("K8sResourceNotFound");
    public static readonly AddonIssueCode UnsupportedAddonModification = new("UnsupportedAddonModification");

    public static implicit operator AddonIssueCode(string value) => FindValue(value);

    public static AddonIssueCode FindValue(string value) => FindValue<AddonIssueCode>(value);
}
