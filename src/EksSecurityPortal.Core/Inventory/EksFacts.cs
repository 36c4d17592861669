namespace EksSecurityPortal.Core.Inventory;

/// <summary>What the EKS API says of the cluster. Source: domain facts of eks 2017-11-01; unknown enumeration values are kept as text.</summary>
public sealed record EksFacts
{
    public required Part<ControlPlane> ControlPlane { get; init; }
    public required Part<IReadOnlyList<VersionSupport>> VersionCalendar { get; init; }
    public required Part<IReadOnlyList<NodeGroup>> NodeGroups { get; init; }
    public required Part<IReadOnlyList<FargateProfile>> FargateProfiles { get; init; }
    public required Part<IReadOnlyList<Addon>> Addons { get; init; }
    public required Part<IReadOnlyList<AddonVersions>> AddonVersions { get; init; }
    public required Part<IReadOnlyList<AccessEntry>> AccessEntries { get; init; }
    public required Part<IReadOnlyList<PodIdentityAssociation>> PodIdentityAssociations { get; init; }
    public required Part<IReadOnlyList<IdentityProviderConfig>> IdentityProviderConfigs { get; init; }
    public required Part<IReadOnlyList<Insight>> Insights { get; init; }
    public required Part<IReadOnlyList<ClusterUpdate>> Updates { get; init; }
    public required Part<IReadOnlyList<Capability>> Capabilities { get; init; }
    public required Part<IReadOnlyList<ClusterCertificateAuthority>> CertificateAuthorities { get; init; }
}

/// <summary>eks:DescribeCluster. Lists are empty when the API gave none; null scalars mean the API did not say.</summary>
public sealed record ControlPlane
{
    public required string Status { get; init; }
    /// <summary>Minor only: <c>1.34</c>.</summary>
    public required string Version { get; init; }
    public string? PlatformVersion { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public string? Endpoint { get; init; }
    public string? RoleArn { get; init; }
    public string? VpcId { get; init; }
    public IReadOnlyList<string> SubnetIds { get; init; } = [];
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];
    public string? ClusterSecurityGroupId { get; init; }
    public bool? EndpointPublicAccess { get; init; }
    public bool? EndpointPrivateAccess { get; init; }
    public IReadOnlyList<string> PublicAccessCidrs { get; init; } = [];
    public string? ControlPlaneEgressMode { get; init; }
    public string? ServiceIpv4Cidr { get; init; }
    public string? ServiceIpv6Cidr { get; init; }
    public string? IpFamily { get; init; }
    public bool? ElasticLoadBalancingEnabled { get; init; }
    /// <summary>Log types that are on, ordered: api, audit, authenticator, controllerManager, scheduler. Null when the API did not answer the field.</summary>
    public IReadOnlyList<string>? EnabledLogTypes { get; init; }
    /// <summary>Customer-managed KMS keys for API data; empty means the AWS-owned key (from 1.28) or none (before).</summary>
    public IReadOnlyList<string> EncryptionKeyArns { get; init; } = [];
    /// <summary>CONFIG_MAP, API_AND_CONFIG_MAP or API.</summary>
    public string? AuthenticationMode { get; init; }
    public bool? BootstrapClusterCreatorAdminPermissions { get; init; }
    public string? SupportType { get; init; }
    public bool? ZonalShiftEnabled { get; init; }
    public bool? DeletionProtection { get; init; }
    public bool? AutoModeEnabled { get; init; }
    public IReadOnlyList<string> AutoModeNodePools { get; init; } = [];
    public string? AutoModeNodeRoleArn { get; init; }
    public bool? BlockStorageEnabled { get; init; }
    public IReadOnlyList<string> RemoteNodeCidrs { get; init; } = [];
    public IReadOnlyList<string> RemotePodCidrs { get; init; } = [];
    public string? OidcIssuer { get; init; }
    /// <summary>Base64 of PEM; more than one certificate during a CA rotation. Public data.</summary>
    public string? CertificateAuthorityData { get; init; }
    public string? ScalingTier { get; init; }
    public string? ServiceNodePortRange { get; init; }
    public IReadOnlyList<HealthIssue> HealthIssues { get; init; } = [];
    public bool IsConnectedExternalCluster { get; init; }
    public bool IsOutpost { get; init; }
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

public sealed record HealthIssue(string Code, string Message, IReadOnlyList<string> ResourceIds);

/// <summary>Support dates of one Kubernetes minor on EKS. <see cref="Source"/> says whether the API or the built-in dated table gave them.</summary>
/// <param name="Status">STANDARD_SUPPORT, EXTENDED_SUPPORT or UNSUPPORTED; other text is kept.</param>
public sealed record VersionSupport(
    string Version, string Status, DateTimeOffset? ReleasedAt, DateTimeOffset? StandardSupportEndsAt, DateTimeOffset? ExtendedSupportEndsAt,
    string? DefaultPlatformVersion, string? PatchVersion, bool IsDefault, CalendarSource Source);

public enum CalendarSource
{
    Api,
    FallbackTable,
}

/// <summary>A managed node group.</summary>
public sealed record NodeGroup
{
    public required string Name { get; init; }
    public string? Arn { get; init; }
    public required string Status { get; init; }
    public string? Version { get; init; }
    /// <summary><c>1.34.2-20251120</c>, <c>1.52.0-abc123de</c>, <c>1.34-2026.10.15</c>, or the AMI id when <see cref="AmiType"/> is CUSTOM.</summary>
    public string? ReleaseVersion { get; init; }
    public string? AmiType { get; init; }
    public string? CapacityType { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? ModifiedAt { get; init; }
    public int? MinSize { get; init; }
    public int? MaxSize { get; init; }
    public int? DesiredSize { get; init; }
    public IReadOnlyList<string> InstanceTypes { get; init; } = [];
    public IReadOnlyList<string> SubnetIds { get; init; } = [];
    public string? NodeRoleArn { get; init; }
    public string? RemoteAccessSshKey { get; init; }
    public IReadOnlyList<string> RemoteAccessSourceSecurityGroups { get; init; } = [];
    public IReadOnlyList<string> AutoScalingGroupNames { get; init; } = [];
    public LaunchTemplateRef? LaunchTemplate { get; init; }
    public int? MaxUnavailable { get; init; }
    public int? MaxUnavailablePercentage { get; init; }
    public string? UpdateStrategy { get; init; }
    public bool? NodeRepairEnabled { get; init; }
    public bool? WarmPoolEnabled { get; init; }
    public IReadOnlyList<NodeTaint> Taints { get; init; } = [];
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<HealthIssue> HealthIssues { get; init; } = [];
}

/// <summary>A launch template and the version asked for: a number, <c>$Latest</c> or <c>$Default</c>.</summary>
public sealed record LaunchTemplateRef(string? Id, string? Name, string? Version);

/// <param name="Effect">In Kubernetes' spelling: NoSchedule, NoExecute, PreferNoSchedule; unknown text is kept.</param>
public sealed record NodeTaint(string Key, string? Value, string Effect);

public sealed record FargateProfile(
    string Name, string? Arn, string Status, string? PodExecutionRoleArn, IReadOnlyList<string> SubnetIds,
    IReadOnlyList<FargateSelector> Selectors, DateTimeOffset? CreatedAt, IReadOnlyList<HealthIssue> HealthIssues);

public sealed record FargateSelector(string Namespace, IReadOnlyDictionary<string, string> Labels);

/// <param name="ConfigurationValues">The add-on's configuration as text (JSON or YAML), as the API gave it.</param>
public sealed record Addon(
    string Name, string? Arn, string Status, string? Version, string? ServiceAccountRoleArn, IReadOnlyList<string> PodIdentityAssociationArns,
    string? ConfigurationValues, string? Publisher, string? Owner, DateTimeOffset? CreatedAt, DateTimeOffset? ModifiedAt, IReadOnlyList<HealthIssue> HealthIssues);

/// <summary>Published versions of one add-on for the cluster's minor, newest first.</summary>
public sealed record AddonVersions(string Name, IReadOnlyList<string> Versions, string? DefaultVersion);

/// <param name="Type">STANDARD, EC2_LINUX, EC2_WINDOWS, FARGATE_LINUX, HYBRID_LINUX, EC2, …</param>
public sealed record AccessEntry(
    string PrincipalArn, string Type, string? Username, IReadOnlyList<string> KubernetesGroups, IReadOnlyList<AccessPolicyAssociation> Policies,
    DateTimeOffset? CreatedAt, DateTimeOffset? ModifiedAt);

/// <param name="ScopeType">cluster or namespace.</param>
public sealed record AccessPolicyAssociation(string PolicyArn, string ScopeType, IReadOnlyList<string> Namespaces);

public sealed record PodIdentityAssociation(
    string Id, string Namespace, string ServiceAccount, string? RoleArn, string? TargetRoleArn, string? ExternalId, bool? DisableSessionTags,
    bool HasSessionPolicy, string? OwnerArn, DateTimeOffset? CreatedAt);

public sealed record IdentityProviderConfig(
    string Name, string Type, string? IssuerUrl, string? ClientId, string? UsernameClaim, string? UsernamePrefix, string? GroupsClaim,
    string? GroupsPrefix, IReadOnlyDictionary<string, string> RequiredClaims, string? Status);

/// <param name="Category">UPGRADE_READINESS, MISCONFIGURATION, ROLLBACK_READINESS, …</param>
/// <param name="Status">PASSING, WARNING, ERROR, UNKNOWN.</param>
public sealed record Insight(
    string Id, string Name, string Category, string Status, string? StatusReason, string? KubernetesVersion, string? Description, string? Recommendation,
    DateTimeOffset? LastRefreshedAt, DateTimeOffset? LastTransitionAt, IReadOnlyList<InsightResource> Resources, IReadOnlyList<DeprecatedUsage> Deprecations);

public sealed record InsightResource(string? Arn, string? KubernetesUri, string? Status);

public sealed record DeprecatedUsage(string Usage, string? ReplacedWith, string? StopServingVersion, IReadOnlyList<DeprecatedClient> Clients);

public sealed record DeprecatedClient(string UserAgent, long? RequestsLast30Days, DateTimeOffset? LastRequestAt);

public sealed record ClusterUpdate(string Id, string Status, string Type, DateTimeOffset? CreatedAt, IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<string> Errors);

public sealed record Capability(string Name, string? Arn, string Type, string Status, string? Version, string? RoleArn, DateTimeOffset? CreatedAt);

public sealed record ClusterCertificateAuthority(
    string Id, string? SigningStatus, string? DistributionStatus, DateTimeOffset? CreatedAt, string? CreatedBy, DateTimeOffset? ActivatedAt,
    DateTimeOffset? NotAfter, DateTimeOffset? FirstAutoActivationAt, DateTimeOffset? FinalAutoActivationAt);
