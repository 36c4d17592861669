using Amazon.IdentityManagement;
using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Readers;
using EksSecurityPortal.Services.Collection.Aws.Readers.Compute;
using EksSecurityPortal.Services.Collection.Aws.Readers.Eks;
using EksSecurityPortal.Services.Collection.Aws.Readers.Identity;
using EksSecurityPortal.Services.Collection.Aws.Readers.Network;
using EksSecurityPortal.Services.Collection.Kubernetes;

namespace EksSecurityPortal.Services.Collection.Aws;

/// <summary>
/// One collection of one cluster. Every reader starts at once and awaits only the parts that it needs, so that the slowest chain and not the
/// number of parts decides how long it takes.
/// </summary>
internal sealed class ClusterCollection(
    ClusterScope scope, IAmazonIdentityManagementService iam, IKubernetesReader kubernetesReader, AWSCredentials credentials, IProgress<PartProgress> progress, DateTimeOffset now)
{
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<ClusterSnapshot> CollectAsync()
    {
        var controlPlane = ControlPlaneReader.ReadAsync(scope);
        var kubernetes = ReadKubernetesAsync(controlPlane);
        var nodeGroups = NodeGroupReader.ReadAsync(scope);
        var groups = GroupReader.ReadAsync(scope, nodeGroups);
        var instances = InstanceReader.ReadAsync(scope, groups, kubernetes);
        var eks = ReadEksAsync(controlPlane, nodeGroups);
        var network = ReadNetworkAsync(controlPlane, instances);
        var compute = ReadComputeAsync(controlPlane, nodeGroups, groups, instances, kubernetes);
        var identity = ReadIdentityAsync(controlPlane, eks, instances, kubernetes);

        // all are awaited, so that none is left running when one is cancelled
        await Task.WhenAll(eks, network, compute, identity, kubernetes);
        return new ClusterSnapshot
        {
            Cluster = scope.Cluster,
            CollectedAt = now,
            Eks = await eks,
            Network = await network,
            Compute = await compute,
            Identity = await identity,
            Kubernetes = await kubernetes,
        };
    }

    private async Task<EksFacts> ReadEksAsync(Task<Part<ControlPlane>> controlPlane, Task<Part<IReadOnlyList<NodeGroup>>> nodeGroups)
    {
        var calendar = CalendarReader.ReadAsync(scope, now);
        var fargate = NodeGroupReader.ReadFargateAsync(scope);
        var addons = AddonReader.ReadAsync(scope);
        var addonVersions = AddonReader.ReadVersionsAsync(scope, controlPlane, addons);
        var entries = AccessReader.ReadEntriesAsync(scope, controlPlane);
        var podIdentity = AccessReader.ReadPodIdentityAsync(scope);
        var providers = AccessReader.ReadProvidersAsync(scope);
        var insights = InsightReader.ReadAsync(scope);
        var updates = HistoryReader.ReadUpdatesAsync(scope);
        var capabilities = HistoryReader.ReadCapabilitiesAsync(scope);
        var authorities = HistoryReader.ReadCertificateAuthoritiesAsync(scope);
        await Task.WhenAll(calendar, fargate, addonVersions, entries, podIdentity, providers, insights, updates, capabilities, authorities);
        return new EksFacts
        {
            ControlPlane = await controlPlane,
            VersionCalendar = await calendar,
            NodeGroups = await nodeGroups,
            FargateProfiles = await fargate,
            Addons = await addons,
            AddonVersions = await addonVersions,
            AccessEntries = await entries,
            PodIdentityAssociations = await podIdentity,
            IdentityProviderConfigs = await providers,
            Insights = await insights,
            Updates = await updates,
            Capabilities = await capabilities,
            CertificateAuthorities = await authorities,
        };
    }

    private async Task<NetworkFacts> ReadNetworkAsync(Task<Part<ControlPlane>> controlPlane, Task<Part<IReadOnlyList<Instance>>> instances)
    {
        var inVpc = new VpcScope(scope, controlPlane);
        var vpc = VpcReader.ReadAsync(inVpc);
        var subnets = VpcReader.ReadSubnetsAsync(inVpc);
        var routes = GatewayReader.ReadRouteTablesAsync(inVpc);
        var internet = GatewayReader.ReadInternetGatewaysAsync(inVpc);
        var nats = GatewayReader.ReadNatGatewaysAsync(inVpc);
        var endpoints = GatewayReader.ReadEndpointsAsync(inVpc);
        var firewalls = FirewallReader.ReadSecurityGroupsAsync(inVpc);
        var acls = FirewallReader.ReadNetworkAclsAsync(inVpc);
        var logs = TrafficReader.ReadFlowLogsAsync(inVpc, subnets);
        var interfaces = TrafficReader.ReadInterfacesAsync(inVpc, instances);
        var balancers = LoadBalancerReader.ReadAsync(inVpc);
        await Task.WhenAll(vpc, routes, internet, nats, endpoints, firewalls, acls, logs, interfaces, balancers);
        return new NetworkFacts
        {
            Vpc = await vpc,
            Subnets = await subnets,
            RouteTables = await routes,
            InternetGateways = await internet,
            NatGateways = await nats,
            SecurityGroups = await firewalls,
            NetworkInterfaces = await interfaces,
            VpcEndpoints = await endpoints,
            FlowLogs = await logs,
            NetworkAcls = await acls,
            LoadBalancers = await balancers,
        };
    }

    private async Task<ComputeFacts> ReadComputeAsync(
        Task<Part<ControlPlane>> controlPlane,
        Task<Part<IReadOnlyList<NodeGroup>>> nodeGroups,
        Task<Part<IReadOnlyList<AutoScalingGroup>>> groups,
        Task<Part<IReadOnlyList<Instance>>> instances,
        Task<KubernetesFacts> kubernetes)
    {
        var types = TypeAndImageReader.ReadTypesAsync(scope, instances, nodeGroups);
        var templates = TemplateReader.ReadAsync(scope, nodeGroups, groups, instances);
        var images = TypeAndImageReader.ReadImagesAsync(scope, instances, templates, kubernetes);
        var latest = LatestImageReader.ReadAsync(scope, controlPlane, nodeGroups, kubernetes);
        await Task.WhenAll(types, images, latest);
        return new ComputeFacts
        {
            Instances = await instances,
            InstanceTypes = await types,
            Images = await images,
            LaunchTemplates = await templates,
            AutoScalingGroups = await groups,
            LatestImages = await latest,
        };
    }

    private async Task<IdentityFacts> ReadIdentityAsync(
        Task<Part<ControlPlane>> controlPlane, Task<EksFacts> eks, Task<Part<IReadOnlyList<Instance>>> instances, Task<KubernetesFacts> kubernetes)
    {
        var providers = RoleReader.ReadProvidersAsync(scope, iam, controlPlane);
        var registry = RegistryReader.ReadAsync(scope);
        var keys = KeyReader.ReadAsync(scope, controlPlane);
        var roles = RoleReader.ReadRolesAsync(scope, iam, FindMentionsAsync(eks, instances, kubernetes));
        await Task.WhenAll(providers, registry, keys, roles);
        return new IdentityFacts { Roles = await roles, OidcProviders = await providers, Registry = await registry, EncryptionKeys = await keys };
    }

    private static async Task<RoleMentions> FindMentionsAsync(Task<EksFacts> eks, Task<Part<IReadOnlyList<Instance>>> instances, Task<KubernetesFacts> kubernetes)
    {
        var nodes = await instances;
        return RoleMentions.In(await eks, nodes, nodes.Facts ?? [], await kubernetes);
    }

    private async Task<KubernetesFacts> ReadKubernetesAsync(Task<Part<ControlPlane>> controlPlane)
    {
        var cluster = await controlPlane;
        if (cluster.Facts is not { } facts)
        {
            return MissingFacts.Create(Dependency.Of(SnapshotPart.ControlPlane, cluster), progress);
        }

        if (facts is not { Endpoint: { Length: > 0 } endpoint, CertificateAuthorityData: { Length: > 0 } authority })
        {
            var gap = new PartGap(GapReason.Unreachable, "eks:DescribeCluster", $"The cluster has no endpoint or no certificate authority (yet); its status is {facts.Status}.");
            return MissingFacts.Create(gap, progress);
        }

        return await kubernetesReader.ReadAsync(new KubernetesTarget(scope.Cluster, endpoint, authority, credentials), progress, scope.Parts.Cancellation);
    }
}
