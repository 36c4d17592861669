namespace EksSecurityPortal.Sandbox.Model;

/// <summary>The AWS organisation that owns the accounts.</summary>
public sealed record Organization(string Id, string ManagementAccountId, string ManagementEmail);

/// <summary>The IAM principal whose access key the sandbox hands out, e.g. <c>arn:aws:iam::…:role/PortalHub</c>.</summary>
public sealed record HubPrincipal(string AccountId, string Arn);

/// <summary>One AWS region; opted-out regions are listed by DescribeRegions and refuse every other call.</summary>
public sealed record AwsRegion(string Name, bool IsEnabled);

/// <summary>One AWS account, how it is entered, and what is in it.</summary>
public sealed record Account
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>Name of the role that the hub principal may assume, e.g. <c>EksSecurityPortalReader</c>.</summary>
    public required string ReaderRoleName { get; init; }

    /// <summary>The external id the reader role's trust policy demands; null when it demands none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>IAM actions the reader role lacks, e.g. <c>eks:ListAccessEntries</c>; <c>ec2:*</c> denies a whole service.</summary>
    public IReadOnlySet<string> DeniedActions { get; init; } = new HashSet<string>();

    public required IdentityEstate Identity { get; init; }

    public required IReadOnlyList<RegionEstate> Regions { get; init; }

    public string ReaderRoleArn => $"arn:aws:iam::{Id}:role/{ReaderRoleName}";
}

/// <summary>The regional resources of one account. A region without an entry exists and is empty.</summary>
public sealed record RegionEstate
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public IReadOnlyList<Vpc> Vpcs { get; init; } = [];

    public IReadOnlyList<Subnet> Subnets { get; init; } = [];

    public IReadOnlyList<RouteTable> RouteTables { get; init; } = [];

    public IReadOnlyList<InternetGateway> InternetGateways { get; init; } = [];

    public IReadOnlyList<NatGateway> NatGateways { get; init; } = [];

    public IReadOnlyList<SecurityGroup> SecurityGroups { get; init; } = [];

    public IReadOnlyList<NetworkInterface> NetworkInterfaces { get; init; } = [];

    public IReadOnlyList<VpcEndpoint> VpcEndpoints { get; init; } = [];

    public IReadOnlyList<FlowLog> FlowLogs { get; init; } = [];

    public IReadOnlyList<NetworkAcl> NetworkAcls { get; init; } = [];

    public IReadOnlyList<LaunchTemplate> LaunchTemplates { get; init; } = [];

    public IReadOnlyList<AutoScalingGroup> AutoScalingGroups { get; init; } = [];

    public IReadOnlyList<Instance> Instances { get; init; } = [];

    public IReadOnlyList<MachineImage> Images { get; init; } = [];

    public IReadOnlyList<LoadBalancer> LoadBalancers { get; init; } = [];

    public IReadOnlyList<EcrRepository> Repositories { get; init; } = [];

    /// <summary>BASIC or ENHANCED.</summary>
    public string RegistryScanType { get; init; } = "BASIC";

    public IReadOnlyList<KmsKey> Keys { get; init; } = [];

    public IReadOnlyList<Cluster> Clusters { get; init; } = [];
}
