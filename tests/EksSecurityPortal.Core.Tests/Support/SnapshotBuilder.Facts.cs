using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Tests.Support;

internal sealed partial class SnapshotBuilder
{
    private ControlPlane controlPlane = new()
    {
        Status = "ACTIVE",
        Version = "1.34",
        VpcId = "vpc-1",
        SubnetIds = ["subnet-a", "subnet-b", "subnet-c"],
        ClusterSecurityGroupId = "sg-cluster",
        EndpointPublicAccess = false,
        EndpointPrivateAccess = true,
        EnabledLogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"],
        EncryptionKeyArns = ["arn:aws:kms:eu-west-1:111122223333:key/1"],
        AuthenticationMode = "API",
        DeletionProtection = true,
        AutoModeEnabled = false,
        OidcIssuer = "https://" + Issuer,
    };

    public List<VersionSupport> VersionCalendar { get; } =
    [
        new("1.34", "STANDARD_SUPPORT", CollectedAt.AddDays(-200), CollectedAt.AddDays(220), CollectedAt.AddDays(585), "eks.9", null, true, CalendarSource.Api),
        new("1.32", "EXTENDED_SUPPORT", CollectedAt.AddDays(-600), CollectedAt.AddDays(-200), CollectedAt.AddDays(165), "eks.30", null, false, CalendarSource.Api),
    ];

    public List<NodeGroup> NodeGroups { get; } = [];

    public List<FargateProfile> FargateProfiles { get; } = [];

    public List<Addon> Addons { get; } = [];

    public List<AccessEntry> AccessEntries { get; } = [];

    public List<PodIdentityAssociation> PodIdentities { get; } = [];

    public List<Subnet> Subnets { get; } =
    [
        Subnet("subnet-a", "eu-west-1a"), Subnet("subnet-b", "eu-west-1b"), Subnet("subnet-c", "eu-west-1c"), Subnet("subnet-public", "eu-west-1a"),
    ];

    public List<RouteTable> RouteTables { get; } =
    [
        Table("rtb-main", []), Table("rtb-a", ["subnet-a"], new Route("0.0.0.0/0", "nat-a", "active")), Table("rtb-b", ["subnet-b"], new Route("0.0.0.0/0", "nat-b", "active")),
        Table("rtb-c", ["subnet-c"], new Route("0.0.0.0/0", "nat-c", "active")), Table("rtb-public", ["subnet-public"], new Route("0.0.0.0/0", "igw-1", "active")),
    ];

    public List<NatGateway> NatGateways { get; } =
    [
        new("nat-a", "subnet-a", "available", "public", ["203.0.113.1"]), new("nat-b", "subnet-b", "available", "public", ["203.0.113.2"]),
        new("nat-c", "subnet-c", "available", "public", ["203.0.113.3"]),
    ];

    public List<SecurityGroup> SecurityGroups { get; } = [Group("sg-cluster", new SecurityGroupRule("-1", null, null, SecurityGroupPeerKind.SecurityGroup, "sg-cluster", null))];

    public List<NetworkInterface> NetworkInterfaces { get; } = [];

    public List<Instance> Instances { get; } = [];

    public List<MachineImage> Images { get; } = [];

    public List<LaunchTemplate> LaunchTemplates { get; } = [];

    public List<AutoScalingGroup> AutoScalingGroups { get; } = [];

    public List<LatestImage> LatestImages { get; } = [];

    public List<IamRole> Roles { get; } = [];

    public List<OidcProvider> OidcProviders { get; } = [];

    public List<Node> Nodes { get; } = [];

    public List<KubernetesNamespace> Namespaces { get; } = [];

    public List<Workload> Workloads { get; } = [];

    public List<ServiceAccount> ServiceAccounts { get; } = [];

    public List<NetworkPolicy> NetworkPolicies { get; } = [];

    public List<CustomObject> CniPolicies { get; } = [];

    public List<DisruptionBudget> DisruptionBudgets { get; } = [];

    public List<CustomObject> KarpenterPools { get; } = [];

    public List<CustomObject> NodeClasses { get; } = [];

    public CniConfig CniConfig { get; set; } = new(null, null, null, null, []);

    public ClusterSnapshot Build() => new()
    {
        Cluster = Cluster,
        CollectedAt = CollectedAt,
        Eks = new()
        {
            ControlPlane = One(SnapshotPart.ControlPlane, controlPlane),
            VersionCalendar = List(SnapshotPart.VersionCalendar, VersionCalendar),
            NodeGroups = List(SnapshotPart.NodeGroups, NodeGroups),
            FargateProfiles = List(SnapshotPart.FargateProfiles, FargateProfiles),
            Addons = List(SnapshotPart.Addons, Addons),
            AddonVersions = List<AddonVersions>(SnapshotPart.AddonVersions, []),
            AccessEntries = List(SnapshotPart.AccessEntries, AccessEntries),
            PodIdentityAssociations = List(SnapshotPart.PodIdentityAssociations, PodIdentities),
            IdentityProviderConfigs = List<IdentityProviderConfig>(SnapshotPart.IdentityProviderConfigs, []),
            Insights = List<Insight>(SnapshotPart.Insights, []),
            Updates = List<ClusterUpdate>(SnapshotPart.Updates, []),
            Capabilities = List<Capability>(SnapshotPart.Capabilities, []),
            CertificateAuthorities = List<ClusterCertificateAuthority>(SnapshotPart.CertificateAuthorities, []),
        },
        Network = new()
        {
            Vpc = One(SnapshotPart.Vpc, new Vpc("vpc-1", ["10.0.0.0/16"], [], false, true, true, null, null)),
            Subnets = List(SnapshotPart.Subnets, Subnets),
            RouteTables = List(SnapshotPart.RouteTables, RouteTables),
            InternetGateways = List<InternetGateway>(SnapshotPart.InternetGateways, [new("igw-1", ["vpc-1"])]),
            NatGateways = List(SnapshotPart.NatGateways, NatGateways),
            SecurityGroups = List(SnapshotPart.SecurityGroups, SecurityGroups),
            NetworkInterfaces = List(SnapshotPart.NetworkInterfaces, NetworkInterfaces),
            VpcEndpoints = List<VpcEndpoint>(SnapshotPart.VpcEndpoints, []),
            FlowLogs = List<FlowLog>(SnapshotPart.FlowLogs, []),
            NetworkAcls = List<NetworkAcl>(SnapshotPart.NetworkAcls, []),
            LoadBalancers = List<LoadBalancer>(SnapshotPart.LoadBalancers, []),
        },
        Compute = new()
        {
            Instances = List(SnapshotPart.Instances, Instances),
            InstanceTypes = List<InstanceType>(SnapshotPart.InstanceTypes, []),
            Images = List(SnapshotPart.Images, Images),
            LaunchTemplates = List(SnapshotPart.LaunchTemplates, LaunchTemplates),
            AutoScalingGroups = List(SnapshotPart.AutoScalingGroups, AutoScalingGroups),
            LatestImages = List(SnapshotPart.LatestImages, LatestImages),
        },
        Identity = new()
        {
            Roles = List(SnapshotPart.IamRoles, Roles),
            OidcProviders = List(SnapshotPart.OidcProviders, OidcProviders),
            Registry = One(SnapshotPart.Registry, new RegistrySettings(null, [], [])),
            EncryptionKeys = List<EncryptionKey>(SnapshotPart.EncryptionKeys, []),
        },
        Kubernetes = Kubernetes(),
    };

    private KubernetesFacts Kubernetes() => new()
    {
        Version = One(SnapshotPart.KubernetesVersion, new KubernetesVersion("v1.34.2-eks-1234567", null)),
        Nodes = List(SnapshotPart.Nodes, Nodes),
        Namespaces = List(SnapshotPart.Namespaces, Namespaces),
        Workloads = List(SnapshotPart.Workloads, Workloads),
        Services = List<KubernetesService>(SnapshotPart.Services, []),
        Ingresses = List<Ingress>(SnapshotPart.Ingresses, []),
        EndpointSlices = List<EndpointSlice>(SnapshotPart.EndpointSlices, []),
        ServiceAccounts = List(SnapshotPart.ServiceAccounts, ServiceAccounts),
        Rbac = One(SnapshotPart.Rbac, new RbacFacts([], [])),
        NetworkPolicies = List(SnapshotPart.NetworkPolicies, NetworkPolicies),
        CniPolicies = List(SnapshotPart.CniPolicies, CniPolicies),
        DisruptionBudgets = List(SnapshotPart.DisruptionBudgets, DisruptionBudgets),
        Autoscalers = List<Autoscaler>(SnapshotPart.Autoscalers, []),
        Quotas = One(SnapshotPart.Quotas, new QuotaFacts([], [])),
        Admission = One(SnapshotPart.Admission, new AdmissionFacts([], [])),
        CustomResourceDefinitions = List<CustomResourceDefinition>(SnapshotPart.CustomResourceDefinitions, []),
        Storage = One(SnapshotPart.Storage, new StorageFacts([], [], [], [])),
        NodeProvisioning = One(SnapshotPart.NodeProvisioning, new NodeProvisioningFacts(KarpenterPools, [], NodeClasses)),
        AwsAuth = One(SnapshotPart.AwsAuth, new AwsAuth(false, [], [], [], [])),
        CniConfig = One(SnapshotPart.CniConfig, CniConfig),
    };
}
