namespace EksSecurityPortal.Sandbox.Model;

/// <summary>One EKS cluster: what DescribeCluster tells, its EKS resources, and what its Kubernetes API serves.</summary>
public sealed record Cluster
{
    public required string Name { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The Kubernetes minor, e.g. <c>1.34</c>.</summary>
    public required string Version { get; init; }

    public required string PlatformVersion { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string RoleArn { get; init; }

    public required string VpcId { get; init; }

    public required IReadOnlyList<string> SubnetIds { get; init; }

    public required string ClusterSecurityGroupId { get; init; }

    /// <summary>32 hex digits of the OIDC issuer.</summary>
    public required string OidcId { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    public bool EndpointPublicAccess { get; init; } = true;

    public bool EndpointPrivateAccess { get; init; }

    public IReadOnlyList<string> PublicAccessCidrs { get; init; } = [];

    public string ControlPlaneEgressMode { get; init; } = "AWS_MANAGED";

    public string ServiceCidr { get; init; } = "172.20.0.0/16";

    public string IpFamily { get; init; } = "ipv4";

    /// <summary>Log types that are on; the wire lists the others as off.</summary>
    public IReadOnlyList<string> EnabledLogTypes { get; init; } = [];

    /// <summary>Customer KMS key for API data; null when none was chosen.</summary>
    public string? EncryptionKeyArn { get; init; }

    /// <summary>CONFIG_MAP, API_AND_CONFIG_MAP or API.</summary>
    public string AuthenticationMode { get; init; } = "API_AND_CONFIG_MAP";

    public bool BootstrapCreatorAdmin { get; init; } = true;

    public string SupportType { get; init; } = "EXTENDED";

    public bool ZonalShift { get; init; }

    public bool DeletionProtection { get; init; }

    /// <summary>Auto Mode; null when it is off.</summary>
    public AutoMode? AutoMode { get; init; }

    public IReadOnlyList<string> RemoteNodeCidrs { get; init; } = [];

    public IReadOnlyList<string> RemotePodCidrs { get; init; } = [];

    public IReadOnlyList<HealthIssue> HealthIssues { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public IReadOnlyList<Nodegroup> Nodegroups { get; init; } = [];

    public IReadOnlyList<FargateProfile> FargateProfiles { get; init; } = [];

    public IReadOnlyList<Addon> Addons { get; init; } = [];

    public IReadOnlyList<AccessEntry> AccessEntries { get; init; } = [];

    public IReadOnlyList<PodIdentityAssociation> PodIdentityAssociations { get; init; } = [];

    public IReadOnlyList<Insight> Insights { get; init; } = [];

    public IReadOnlyList<ClusterUpdate> Updates { get; init; } = [];

    public IReadOnlyList<OidcIdentityProviderConfig> IdentityProviderConfigs { get; init; } = [];

    public IReadOnlyList<Capability> Capabilities { get; init; } = [];

    public IReadOnlyList<CertificateAuthority> CertificateAuthorities { get; init; } = [];

    /// <summary>The kube-system/aws-auth ConfigMap; null when the cluster has none.</summary>
    public AwsAuthMap? AwsAuth { get; init; }

    /// <summary>False: the endpoint accepts TCP connections and never answers TLS, as a private endpoint behind a firewall does.</summary>
    public bool KubernetesReachable { get; init; } = true;

    public required KubernetesCluster Kubernetes { get; init; }

    public string Arn => $"arn:aws:eks:{Region}:{AccountId}:cluster/{Name}";

    public string OidcIssuer => $"https://oidc.eks.{Region}.amazonaws.com/id/{OidcId}";
}

/// <summary>Auto Mode settings; NodePools are the built-in ones that are on (general-purpose, system).</summary>
public sealed record AutoMode(IReadOnlyList<string> NodePools, string? NodeRoleArn);

/// <summary>A problem that EKS itself reports about a cluster, node group, add-on or profile.</summary>
public sealed record HealthIssue(string Code, string Message, IReadOnlyList<string> ResourceIds);

/// <summary>An item of aws-auth: the ARN of a role (or user), the username and groups it becomes.</summary>
public sealed record AwsAuthMapping(string Arn, string Username, IReadOnlyList<string> Groups);

public sealed record AwsAuthMap(IReadOnlyList<AwsAuthMapping> Roles)
{
    public IReadOnlyList<AwsAuthMapping> Users { get; init; } = [];

    public IReadOnlyList<string> Accounts { get; init; } = [];
}
