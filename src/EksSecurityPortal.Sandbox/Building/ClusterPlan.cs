using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>How many releases an add-on is behind, and its settings.</summary>
internal sealed record AddonPlan(string Name, int ReleasesBehind = 0)
{
    public string? Configuration { get; init; }

    public string? RoleArn { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public IReadOnlyList<HealthIssue> Issues { get; init; } = [];
}

/// <summary>Access of one principal by access entry. Policies are names of EKS access policies at cluster scope, or "name@namespace,…".</summary>
internal sealed record AccessPlan(string PrincipalArn, string Type = "STANDARD")
{
    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<string> Policies { get; init; } = [];

    public string? Username { get; init; }
}

/// <summary>Everything about a cluster that is a choice; the rest follows.</summary>
internal sealed record ClusterPlan(string Name, string Minor)
{
    public required BuiltVpc Vpc { get; init; }

    public int AgeDays { get; init; } = 500;

    /// <summary>Days since the last upgrade to this minor; null when it was created with it.</summary>
    public int? UpgradedDaysAgo { get; init; }

    /// <summary>Subnets of the control plane; the VPC's dedicated ones when null.</summary>
    public IReadOnlyList<string>? ControlPlaneSubnets { get; init; }

    public bool PublicEndpoint { get; init; } = true;

    public bool PrivateEndpoint { get; init; } = true;

    public IReadOnlyList<string> PublicCidrs { get; init; } = ["0.0.0.0/0"];

    public IReadOnlyList<string> Logs { get; init; } = [];

    public string? KeyArn { get; init; }

    public string AuthenticationMode { get; init; } = "API";

    public bool BootstrapCreatorAdmin { get; init; }

    public string SupportType { get; init; } = "EXTENDED";

    public bool DeletionProtection { get; init; }

    public bool ZonalShift { get; init; }

    public AutoMode? AutoMode { get; init; }

    public bool HasOidcProvider { get; init; } = true;

    public IReadOnlyList<SecurityGroupRule> ClusterGroupRules { get; init; } = [];

    public IReadOnlyList<string> ExtraSecurityGroups { get; init; } = [];

    public IReadOnlyList<NodePoolPlan> Pools { get; init; } = [];

    public IReadOnlyList<AddonPlan> Addons { get; init; } = [];

    public IReadOnlyList<AccessPlan> Access { get; init; } = [];

    public AwsAuthMap? AwsAuth { get; init; }

    public IReadOnlyList<(string Namespace, string ServiceAccount, string RoleArn)> PodIdentities { get; init; } = [];

    public IReadOnlyList<Insight> Insights { get; init; } = [];

    public IReadOnlyList<HealthIssue> Issues { get; init; } = [];

    public bool CertificateRotationPending { get; init; }

    public bool KubernetesReachable { get; init; } = true;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}
