using Amazon.EKS;
using Amazon.EKS.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Sandbox;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Kubernetes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

/// <summary>The demo estate, entered as the portal does: assumed role, DescribeCluster, token verified by the sandbox's STS.</summary>
public sealed class SandboxTests(SandboxTests.Estates estates) : IClassFixture<SandboxTests.Estates>
{
    private readonly CollectionOptions options = new() { CallTimeout = TimeSpan.FromMinutes(2), KubernetesConnectTimeout = TimeSpan.FromSeconds(40) };

    [Theory]
    [InlineData("storefront-prod")]
    [InlineData("orders-legacy")]
    [InlineData("checkout-prod")]
    [InlineData("analytics")]
    [InlineData("billing-windows")]
    public async Task ReadAsync_demo_cluster_is_whole(string name)
    {
        var cluster = Estates.Demo.Clusters.Single(cluster => cluster.Name == name);

        var facts = await ReadAsync(name);

        Assert.Equal([], ConnectionTests.Parts(facts).SelectMany(part => part.Gaps));
        Assert.Equal(cluster.Kubernetes.Nodes.Count, facts.Nodes.Value.Count);
        Assert.Equal(cluster.Kubernetes.Namespaces.Count, facts.Namespaces.Value.Count);
        Assert.InRange(facts.Workloads.Value.Count, 10, 2 * cluster.Kubernetes.Workloads.Count);
        Assert.InRange(facts.Workloads.Value.Sum(workload => workload.PodCount), cluster.Kubernetes.PodCount * 9 / 10, cluster.Kubernetes.PodCount);
        Assert.NotEmpty(facts.Rbac.Value.Bindings);
    }

    [Fact]
    public async Task ReadAsync_private_cluster_is_unreachable()
    {
        options.KubernetesConnectTimeout = TimeSpan.FromMilliseconds(300);

        var facts = await ReadAsync("edge-private");

        ConnectionTests.AssertAllMissing(facts, GapReason.Unreachable);
    }

    [Fact]
    public async Task ReadAsync_reader_without_rbac_grants_has_gaps_that_name_them()
    {
        var facts = await ReadAsync("ml-training");

        Assert.True(facts.Workloads.IsPresent && facts.Nodes.IsPresent);
        Assert.False(facts.Rbac.IsPresent || facts.NetworkPolicies.IsPresent || facts.Admission.IsPresent);
        Assert.All(ConnectionTests.Parts(facts).SelectMany(part => part.Gaps), gap => Assert.Equal(GapReason.Denied, gap.Reason));
        Assert.Contains("networkpolicies", facts.NetworkPolicies.Gaps[0].Grant, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Throttling, GapReason.Throttled)]
    [InlineData(FaultKind.ServerError, GapReason.Failed)]
    [InlineData(FaultKind.CutConnection, GapReason.Failed)]
    [InlineData(FaultKind.ExpiredToken, GapReason.CredentialsRejected)]
    [InlineData(FaultKind.Denied, GapReason.Denied)]
    [InlineData(FaultKind.MalformedBody, GapReason.Malformed)]
    [InlineData(FaultKind.HtmlErrorPage, GapReason.Failed)]
    public async Task ReadAsync_fault_on_every_request_leaves_every_list_missing(FaultKind kind, GapReason reason)
    {
        using var fault = estates.Server.Faults.Add(new Fault(kind, "kubernetes"));

        var facts = await ReadAsync("storefront-prod");

        IPart[] lists = [facts.Nodes, facts.Namespaces, facts.Workloads, facts.Services, facts.Ingresses, facts.EndpointSlices, facts.ServiceAccounts, facts.Rbac, facts.NetworkPolicies,
            facts.DisruptionBudgets, facts.Autoscalers, facts.Quotas, facts.Admission, facts.CustomResourceDefinitions, facts.Storage];
        Assert.All(lists, list => Assert.False(list.IsPresent));
        Assert.All(lists, list => Assert.Equal(reason, list.Gaps[0].Reason));
    }

    [Fact]
    public async Task ReadAsync_continue_token_expires_once_and_the_list_is_still_whole()
    {
        options.KubernetesPageSize = 50;
        using var fault = estates.Server.Faults.Add(new Fault(FaultKind.ExpiredContinueToken, "kubernetes", "list pods") { Times = 1 });

        var facts = await ReadAsync("storefront-prod");

        var whole = await ReadAsync("storefront-prod");
        Assert.Empty(facts.Workloads.Gaps);
        Assert.Equal(whole.Workloads.Value.Select(workload => (workload.Key, workload.PodCount)), facts.Workloads.Value.Select(workload => (workload.Key, workload.PodCount)));
    }

    [Fact]
    public async Task TestAsync_demo_cluster_grants_what_the_reader_asks_for()
    {
        var target = await estates.TargetAsync("storefront-prod");

        var probes = await Reader().TestAsync(target, CancellationToken.None);

        Assert.Equal([], probes.Where(probe => probe.Result != ProbeResult.Granted));
    }

    private async Task<KubernetesFacts> ReadAsync(string cluster) => await Reader().ReadAsync(await estates.TargetAsync(cluster), new Progress<PartProgress>(), CancellationToken.None);

    private KubernetesReader Reader() => new(Options.Create(options), Estates.Clock, NullLogger<KubernetesReader>.Instance);

    public sealed class Estates : IAsyncLifetime
    {
        internal static readonly QuickClock Clock = new();

        private SandboxServer? server;

        internal static Estate Demo { get; } = DemoEstate.Create(Clock.GetUtcNow());

        internal SandboxServer Server => server ?? throw new InvalidOperationException("The sandbox has not started.");

        public async Task InitializeAsync() => server = await SandboxServer.StartAsync(Demo, new SandboxOptions(Clock: Clock), CancellationToken.None);

        public async Task DisposeAsync() => await Server.DisposeAsync();

        internal async Task<KubernetesTarget> TargetAsync(string name)
        {
            var cluster = Demo.Clusters.Single(cluster => cluster.Name == name);
            var account = Demo.Accounts.Single(account => account.Id == cluster.AccountId);
            var hub = new BasicAWSCredentials(Server.HubCredentials.AccessKeyId, Server.HubCredentials.SecretAccessKey);
            using var sts = new AmazonSecurityTokenServiceClient(hub, new AmazonSecurityTokenServiceConfig { ServiceURL = Server.AwsEndpoint.ToString(), AuthenticationRegion = cluster.Region });
            var session = (await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = account.ReaderRoleArn, RoleSessionName = "test", ExternalId = account.ExternalId })).Credentials;
            using var eks = new AmazonEKSClient(session, new AmazonEKSConfig { ServiceURL = Server.AwsEndpoint.ToString(), AuthenticationRegion = cluster.Region });
            var answer = (await eks.DescribeClusterAsync(new DescribeClusterRequest { Name = name })).Cluster;
            return new KubernetesTarget(
                new ClusterRef("aws", account.Id, cluster.Region, name), answer?.Endpoint ?? throw new InvalidOperationException("no endpoint"),
                answer.CertificateAuthority?.Data ?? throw new InvalidOperationException("no authority"), session);
        }
    }
}
