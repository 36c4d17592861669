using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Web.Tests.Components.Fakes.Snapshots;

namespace EksSecurityPortal.Web.Tests.Components.Fakes;

/// <summary>A small but whole cluster, with a hostile name in most places where a cluster's owner can put one.</summary>
internal static class SnapshotFacts
{
    internal const string ReaderRole = "arn:aws:iam::111122223333:role/shop-cart";

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    internal static EksFacts Eks(EksFacts blank) => blank with
    {
        ControlPlane = Part.Of(new ControlPlane
        {
            Status = "ACTIVE", Version = "1.33", PlatformVersion = "eks.12", CreatedAt = Now.AddYears(-2), Endpoint = "https://0123456789ABCDEF.gr7.eu-central-1.eks.amazonaws.com",
            RoleArn = "arn:aws:iam::111122223333:role/shop-cluster", VpcId = "vpc-0a1b", SubnetIds = ["subnet-0a", "subnet-0b"], ClusterSecurityGroupId = "sg-0cluster", EndpointPublicAccess = true,
            EndpointPrivateAccess = false, PublicAccessCidrs = ["0.0.0.0/0"], ServiceIpv4Cidr = "172.20.0.0/16", IpFamily = "ipv4", EnabledLogTypes = ["api", "audit"], AuthenticationMode = "API_AND_CONFIG_MAP",
            SupportType = "EXTENDED", DeletionProtection = false, OidcIssuer = "https://oidc.eks.eu-central-1.amazonaws.com/id/0123", Tags = new Dictionary<string, string> { ["owner"] = Hostile },
        }),
        VersionCalendar = Part.OfList<VersionSupport>(
        [
            new("1.34", "STANDARD_SUPPORT", Now.AddMonths(-14), Now.AddMonths(1), Now.AddMonths(13), "eks.9", null, true, CalendarSource.Api),
            new("1.33", "EXTENDED_SUPPORT", Now.AddMonths(-18), Now.AddMonths(-4), Now.AddMonths(8), "eks.12", null, false, CalendarSource.Api),
        ]),
        NodeGroups = Part.OfList<NodeGroup>(
            [new() { Name = "general", Status = "ACTIVE", Version = "1.33", ReleaseVersion = "1.33.4-20260915", AmiType = "AL2023_x86_64_STANDARD", DesiredSize = 3, MinSize = 2, MaxSize = 6, InstanceTypes = ["m6i.large"], SubnetIds = ["subnet-0a"], AutoScalingGroupNames = ["eks-general"], ModifiedAt = Now.AddDays(-70), MaxUnavailable = 1 }],
            [new(GapReason.Denied, "eks:DescribeNodegroup", "AccessDeniedException", "eks:DescribeNodegroup", "batch")]),
        FargateProfiles = Part.OfList<FargateProfile>([]),
        Addons = Part.OfList<Addon>([new("vpc-cni", null, "ACTIVE", "v1.19.2-eksbuild.1", null, [], null, "eks", "aws", null, Now.AddDays(-200), [])]),
        AddonVersions = Part.OfList<AddonVersions>([new("vpc-cni", ["v1.20.4-eksbuild.2", "v1.19.2-eksbuild.1"], "v1.20.4-eksbuild.2")]),
        AccessEntries = Part.OfList<AccessEntry>([new("arn:aws:iam::111122223333:role/platform-admin", "STANDARD", null, [], [new("arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy", "cluster", [])], null, Now.AddDays(-30))]),
        PodIdentityAssociations = Part.OfList<PodIdentityAssociation>([new("a-1", "shop", "cart", ReaderRole, null, null, null, false, null, null), new("a-2", "gone", "nobody", ReaderRole, null, null, null, false, null, null)]),
        IdentityProviderConfigs = Part.OfList<IdentityProviderConfig>([]),
        Insights = Part.OfList<Insight>([new("i-1", "Deprecated APIs removed in Kubernetes v1.34", "UPGRADE_READINESS", "WARNING", "Usage seen", "1.34", null, "Move to the new version.", Now.AddHours(-20), null, [], [])]),
        Updates = Part.OfList<ClusterUpdate>([]),
        Capabilities = Part.OfList<Capability>([]),
        CertificateAuthorities = Part.OfList<ClusterCertificateAuthority>([]),
    };

    internal static NetworkFacts Network(NetworkFacts blank) => blank with
    {
        Vpc = Part.Of(new Vpc("vpc-0a1b", ["10.0.0.0/16"], [], false, true, true, "111122223333", "shop")),
        Subnets = Part.OfList<Subnet>(
        [
            new("subnet-0a", "vpc-0a1b", "eu-central-1a", null, "10.0.0.0/20", [], 3900, true, false, null, "shop-public-a", None),
            new("subnet-0b", "vpc-0a1b", "eu-central-1b", null, "10.0.16.0/20", [], 12, false, false, null, "shop-private-b", None),
        ]),
        RouteTables = Part.OfList<RouteTable>(
        [
            new("rtb-main", "vpc-0a1b", true, [], [new("10.0.0.0/16", "local", "active"), new("0.0.0.0/0", "nat-01", "active")]),
            new("rtb-public", "vpc-0a1b", false, ["subnet-0a"], [new("10.0.0.0/16", "local", "active"), new("0.0.0.0/0", "igw-01", "active")]),
        ]),
        InternetGateways = Part.OfList<InternetGateway>([new("igw-01", ["vpc-0a1b"])]),
        NatGateways = Part.OfList<NatGateway>([new("nat-01", "subnet-0a", "available", "public", ["198.51.100.7"])]),
        SecurityGroups = Part.OfList<SecurityGroup>(
            [new("sg-0cluster", "eks-cluster-sg", null, "vpc-0a1b", [new("tcp", 443, 443, SecurityGroupPeerKind.Ipv4, "0.0.0.0/0", "open"), new("-1", null, null, SecurityGroupPeerKind.SecurityGroup, "sg-0cluster", null)], [new("-1", null, null, SecurityGroupPeerKind.Ipv4, "0.0.0.0/0", null)], None)]),
        FlowLogs = Part.OfList<FlowLog>([]),
        LoadBalancers = Part.OfList<LoadBalancer>([new("arn:lb", "k8s-shop-web", "k8s-shop-web.elb.amazonaws.com", "internet-facing", "network", "active", "vpc-0a1b", [], [], "ipv4", null, [new("arn:l", 443, "TLS", "ELBSecurityPolicy-TLS13-1-2", [], [], [])], [], None)]),
    };

    internal static ComputeFacts Compute(ComputeFacts blank) => blank with
    {
        Instances = Part.OfList<Instance>(
            [new("i-0123", "m6i.large", "running", "ami-01", "eu-central-1a", "subnet-0a", "10.0.1.7", "203.0.113.9", [], ["sg-0cluster"], null, null, Now.AddDays(-70), new("enabled", "optional", 2), "eks-general", null, false, None)]),
        LatestImages = Part.OfList<LatestImage>([new("AL2023", "AL2023_x86_64_STANDARD", "1.33", "ami-02", "1.33.5-20261110", Now.AddDays(-14), "/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/x86_64/standard")]),
        AutoScalingGroups = Part.OfList<AutoScalingGroup>([new("eks-general", null, 2, 6, 3, ["eu-central-1a"], ["subnet-0a"], null, null, [], [], null, None)]),
    };

    internal static IdentityFacts Identity(IdentityFacts blank) => blank with
    {
        Roles = Part.OfList<IamRole>([new(ReaderRole, "shop-cart", "AROA1", "/", "{}", [], [new("AmazonS3FullAccess", "arn:aws:iam::aws:policy/AmazonS3FullAccess", "{}"), new("inline", null, "{}")], null, Now.AddYears(-1), Now.AddDays(-3), None)]),
        OidcProviders = Part.OfList<OidcProvider>([new("arn:oidc", "oidc.eks.eu-central-1.amazonaws.com/id/0123", ["sts.amazonaws.com"], [], Now.AddYears(-1))]),
    };

    internal static KubernetesFacts Kubernetes(KubernetesFacts blank) => blank with
    {
        Nodes = Part.OfList<Node>([new() { Name = "ip-10-0-1-7", CreatedAt = Now.AddDays(-70), KubeletVersion = "v1.33.4-eks-99d6cc0", OsImage = "Amazon Linux 2023.8", IsReady = true, Labels = new Dictionary<string, string> { ["eks.amazonaws.com/nodegroup"] = "general" } }]),
        Namespaces = Part.OfList<KubernetesNamespace>([new("shop", "Active", Now.AddYears(-1), None, None), new(Hostile, "Active", Now.AddYears(-1), None, None)]),
        Workloads = Part.OfList<Workload>([new() { Kind = "Deployment", Namespace = "shop", Name = Hostile, Pods = [new(new() { ServiceAccountName = "cart", HostNetwork = true }, 4, 3, true, [])] }]),
        ServiceAccounts = Part.OfList<ServiceAccount>([new("shop", "cart", null, None, 0, null)]),
        Rbac = Part.Of(new RbacFacts(
            [new(null, "cluster-admin", [new(["*"], ["*"], ["*"], [], [])], [], None, null)],
            [new(null, Hostile, "ClusterRole", "cluster-admin", [new("User", null, "dev@example.com")], None, null)])),
        NetworkPolicies = Part.OfList<NetworkPolicy>([new("shop", "deny-all", new(None, []), ["Ingress"], [], null, null)]),
        DisruptionBudgets = Part.OfList<DisruptionBudget>([new("shop", "cart", null, "3", null, null, 0, 3, 3, 3, null, null)]),
        AwsAuth = Part.Of(new AwsAuth(true, [new("arn:aws:iam::111122223333:role/old-admin", "admin", ["system:masters"])], [], [], [])),
        CniConfig = Part.Of(new CniConfig(null, null, "iptables", new("amazon-k8s-cni:v1.19.2", null, new Dictionary<string, string> { ["ENABLE_PREFIX_DELEGATION"] = "true" }, ["--enable-network-policy=false"], 3, 3), [])),
    };
}
