using System.Text.Json.Serialization;

namespace EksSecurityPortal.Sandbox.Model;

// The records of this file are spelled like the EKS wire shapes and are serialised as they stand (camelCase, epoch seconds).

public sealed record ScalingConfig(int MinSize, int MaxSize, int DesiredSize);

public sealed record NodegroupTaint(string Key, string? Value, string Effect);

public sealed record NodegroupUpdateConfig(int? MaxUnavailable, int? MaxUnavailablePercentage = null, string? UpdateStrategy = null);

public sealed record RemoteAccess(string Ec2SshKey, IReadOnlyList<string>? SourceSecurityGroups = null);

public sealed record LaunchTemplateReference(string Name, string Version, string Id);

public sealed record AutoScalingGroupName(string Name);

public sealed record NodegroupResources(IReadOnlyList<AutoScalingGroupName> AutoScalingGroups, string? RemoteAccessSecurityGroup = null);

public sealed record NodeRepair(bool Enabled);

/// <summary>Health with its issues; the wire member is <c>issues</c> and is present even when empty.</summary>
public sealed record ResourceHealth(IReadOnlyList<HealthIssue> Issues)
{
    public static readonly ResourceHealth Good = new([]);
}

public sealed record Nodegroup
{
    public required string NodegroupName { get; init; }

    public required string NodegroupArn { get; init; }

    public required string ClusterName { get; init; }

    public required string Version { get; init; }

    /// <summary>The release of the image, or the AMI id when AmiType is CUSTOM.</summary>
    public required string ReleaseVersion { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public string CapacityType { get; init; } = "ON_DEMAND";

    public required ScalingConfig ScalingConfig { get; init; }

    public IReadOnlyList<string>? InstanceTypes { get; init; }

    public required IReadOnlyList<string> Subnets { get; init; }

    public RemoteAccess? RemoteAccess { get; init; }

    public required string AmiType { get; init; }

    public required string NodeRole { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;

    public IReadOnlyList<NodegroupTaint>? Taints { get; init; }

    public required NodegroupResources Resources { get; init; }

    public int? DiskSize { get; init; }

    public ResourceHealth Health { get; init; } = ResourceHealth.Good;

    public NodegroupUpdateConfig UpdateConfig { get; init; } = new(1);

    public NodeRepair? NodeRepairConfig { get; init; }

    public LaunchTemplateReference? LaunchTemplate { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

public sealed record FargateSelector(string Namespace, IReadOnlyDictionary<string, string>? Labels = null);

public sealed record FargateProfile
{
    public required string FargateProfileName { get; init; }

    public required string FargateProfileArn { get; init; }

    public required string ClusterName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string PodExecutionRoleArn { get; init; }

    public required IReadOnlyList<string> Subnets { get; init; }

    public required IReadOnlyList<FargateSelector> Selectors { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public ResourceHealth Health { get; init; } = ResourceHealth.Good;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

public sealed record Addon
{
    public required string AddonName { get; init; }

    public required string ClusterName { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public required string AddonVersion { get; init; }

    public ResourceHealth Health { get; init; } = ResourceHealth.Good;

    public required string AddonArn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public string? ServiceAccountRoleArn { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public string Publisher { get; init; } = "eks";

    public string Owner { get; init; } = "aws";

    /// <summary>JSON text.</summary>
    public string? ConfigurationValues { get; init; }

    public IReadOnlyList<string>? PodIdentityAssociations { get; init; }
}

public sealed record AccessScope(string Type, IReadOnlyList<string> Namespaces)
{
    public static readonly AccessScope Cluster = new("cluster", []);
}

public sealed record AssociatedAccessPolicy(string PolicyArn, AccessScope AccessScope, DateTimeOffset AssociatedAt, DateTimeOffset ModifiedAt);

public sealed record AccessEntry
{
    public required string ClusterName { get; init; }

    public required string PrincipalArn { get; init; }

    public IReadOnlyList<string> KubernetesGroups { get; init; } = [];

    public required string AccessEntryArn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public required string Username { get; init; }

    public string Type { get; init; } = "STANDARD";

    [JsonIgnore]
    public IReadOnlyList<AssociatedAccessPolicy> Policies { get; init; } = [];
}

public sealed record PodIdentityAssociation
{
    public required string ClusterName { get; init; }

    public required string Namespace { get; init; }

    public required string ServiceAccount { get; init; }

    public required string RoleArn { get; init; }

    public required string AssociationArn { get; init; }

    public required string AssociationId { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public string? OwnerArn { get; init; }

    public bool DisableSessionTags { get; init; }

    public string? TargetRoleArn { get; init; }

    public string? ExternalId { get; init; }
}

public sealed record InsightState(string Status, string Reason);

public sealed record InsightResource(InsightState InsightStatus, string? KubernetesResourceUri = null, string? Arn = null);

public sealed record ClientStat(string UserAgent, int NumberOfRequestsLast30Days, DateTimeOffset LastRequestTime);

public sealed record Deprecation(string Usage, string? ReplacedWith, string StopServingVersion, string? StartServingReplacementVersion, IReadOnlyList<ClientStat> ClientStats);

public sealed record AddonCompatibility(string Name, IReadOnlyList<string> CompatibleVersions);

public sealed record InsightSummaryDetails(IReadOnlyList<Deprecation>? DeprecationDetails, IReadOnlyList<AddonCompatibility>? AddonCompatibilityDetails);

public sealed record Insight
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>UPGRADE_READINESS, MISCONFIGURATION or ROLLBACK_READINESS.</summary>
    public required string Category { get; init; }

    public required string KubernetesVersion { get; init; }

    public required DateTimeOffset LastRefreshTime { get; init; }

    public required DateTimeOffset LastTransitionTime { get; init; }

    public required string Description { get; init; }

    public required InsightState InsightStatus { get; init; }

    public required string Recommendation { get; init; }

    public IReadOnlyDictionary<string, string> AdditionalInfo { get; init; } = Empty.Tags;

    public IReadOnlyList<InsightResource> Resources { get; init; } = [];

    public InsightSummaryDetails? CategorySpecificSummary { get; init; }
}

public sealed record UpdateParameter(string Type, string Value);

public sealed record UpdateError(string ErrorCode, string ErrorMessage, IReadOnlyList<string> ResourceIds);

public sealed record ClusterUpdate
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    public required string Type { get; init; }

    public IReadOnlyList<UpdateParameter> Params { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<UpdateError> Errors { get; init; } = [];

    /// <summary>The node group or add-on that was updated; null for the cluster itself.</summary>
    [JsonIgnore]
    public string? NodegroupName { get; init; }

    [JsonIgnore]
    public string? AddonName { get; init; }
}

public sealed record OidcIdentityProviderConfig
{
    public required string IdentityProviderConfigName { get; init; }

    public required string IdentityProviderConfigArn { get; init; }

    public required string ClusterName { get; init; }

    public required string IssuerUrl { get; init; }

    public required string ClientId { get; init; }

    public string? UsernameClaim { get; init; }

    public string? UsernamePrefix { get; init; }

    public string? GroupsClaim { get; init; }

    public string? GroupsPrefix { get; init; }

    public IReadOnlyDictionary<string, string> RequiredClaims { get; init; } = Empty.Tags;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public string Status { get; init; } = "ACTIVE";
}

public sealed record Capability
{
    public required string CapabilityName { get; init; }

    public required string Arn { get; init; }

    public required string ClusterName { get; init; }

    /// <summary>ACK, ARGOCD or KRO.</summary>
    public required string Type { get; init; }

    public required string RoleArn { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public required string Version { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public ResourceHealth Health { get; init; } = ResourceHealth.Good;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }
}

public sealed record CertificateValidity(DateTimeOffset NotBefore, DateTimeOffset NotAfter);

public sealed record CertificateEvents(DateTimeOffset? FirstAutoActivation, DateTimeOffset? FinalAutoActivation);

public sealed record CertificateAuthority
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "EKS";

    public DateTimeOffset? ActivatedAt { get; init; }

    public string? ActivatedBy { get; init; }

    public required string SigningStatus { get; init; }

    public string DistributionStatus { get; init; } = "COMPLETE";

    public required CertificateValidity Validity { get; init; }

    public CertificateEvents? ScheduledEvents { get; init; }

    public bool RollbackAvailable { get; init; }
}
