using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Sandbox;
using EksSecurityPortal.Sandbox.Demo;
using EksSecurityPortal.Sandbox.Model;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Aws.Calls;
using EksSecurityPortal.Services.Collection.Kubernetes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws;

/// <summary>The demo estate in this process, and a collector that talks to it. Kubernetes is left out: it has tests of its own.</summary>
internal sealed class SandboxCollection : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private SandboxCollection(SandboxServer sandbox, ServiceProvider services) => (Sandbox, _services) = (sandbox, services);

    public SandboxServer Sandbox { get; }

    public IAccountCollector Collector => _services.GetRequiredService<IAccountCollector>();

    public CallLedger Ledger => _services.GetRequiredService<CallLedger>();

    public NoKubernetes Kubernetes => (NoKubernetes)_services.GetRequiredService<IKubernetesReader>();

    public static async Task<SandboxCollection> StartAsync(params (string Key, string Value)[] settings)
    {
        var sandbox = await SandboxServer.StartAsync(DemoEstate.Create(TimeProvider.System.GetUtcNow()), new SandboxOptions(), CancellationToken.None);
        return new SandboxCollection(sandbox, Build(sandbox, settings));
    }

    /// <summary>The account's own way in, as its owner would set it up.</summary>
    public static AccountConnection ConnectionOf(Account account, params string[] regions) =>
        new(account.Id, account.Name, account.ReaderRoleArn, account.ExternalId, regions.Length > 0 ? regions : [.. account.Regions.Where(region => region.Clusters.Count > 0).Select(region => region.Region)]);

    public async Task<IAccountSession> OpenAsync(Account account)
    {
        var entry = await Collector.OpenAsync(ConnectionOf(account), CancellationToken.None);
        Assert.Null(entry.Refusal);
        return entry.Session!;
    }

    /// <summary>One cluster of the estate, by name.</summary>
    public async Task<ClusterSnapshot> CollectAsync(string cluster, IProgress<PartProgress>? progress = null)
    {
        var account = Sandbox.Estate.Accounts.Single(candidate => candidate.Regions.SelectMany(region => region.Clusters).Any(found => found.Name == cluster));
        await using var session = await OpenAsync(account);
        var found = await session.FindClustersAsync(CancellationToken.None);
        return await session.CollectAsync(found.Clusters.Single(candidate => candidate.Name == cluster), progress ?? new Progress(), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    private static ServiceProvider Build(SandboxServer sandbox, (string Key, string Value)[] settings)
    {
        var configuration = new Dictionary<string, string?>
        {
            ["Aws:ServiceUrl"] = sandbox.AwsEndpoint.ToString(),
            ["Aws:AccessKey"] = sandbox.HubCredentials.AccessKeyId,
            ["Aws:SecretKey"] = sandbox.HubCredentials.SecretAccessKey,
            ["Aws:HubRegion"] = "eu-central-1",
            ["Aws:MaxRetryDelaySeconds"] = "0",
            ["Collection:CallsPerSecond"] = "100000",
            ["Collection:CallBurst"] = "100000",
        };
        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        var services = new ServiceCollection();
        services.AddSingleton<IKubernetesReader>(new NoKubernetes());
        services.AddCollection(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build());
        return services.BuildServiceProvider();
    }

    /// <summary>Keeps what it is told; a Progress of the framework would tell it later and out of order.</summary>
    internal sealed class Progress : IProgress<PartProgress>
    {
        private readonly Lock _lock = new();
        private readonly List<PartProgress> _reports = [];

        public IReadOnlyList<PartProgress> Reports
        {
            get
            {
                lock (_lock)
                {
                    return [.. _reports];
                }
            }
        }

        public void Report(PartProgress value)
        {
            lock (_lock)
            {
                _reports.Add(value);
            }
        }
    }

    internal sealed class NoKubernetes : IKubernetesReader
    {
        public static readonly PartGap Gap = new(GapReason.NotCollected, "", "No Kubernetes in this test.");

        /// <summary>The facts to answer; by default all are missing.</summary>
        public Func<KubernetesTarget, KubernetesFacts, KubernetesFacts> Answer { get; set; } = (_, missing) => missing;

        public Task<KubernetesFacts> ReadAsync(KubernetesTarget target, IProgress<PartProgress> progress, CancellationToken cancellationToken) =>
            Task.FromResult(Answer(target, MissingFacts.Create(Gap, progress)));

        public Task<IReadOnlyList<PermissionProbe>> TestAsync(KubernetesTarget target, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PermissionProbe>>([new PermissionProbe("k8s:list nodes", "Nodes.", ProbeResult.Granted, null)]);
    }
}
