using System.Collections.Concurrent;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;

namespace EksSecurityPortal.Services.Tests.Posture;

/// <summary>An estate in memory. What it answers can be changed between audits; a collection can be held until it is let go.</summary>
internal sealed class FakeCollector(TimeProvider clock) : IAccountCollector
{
    private int underWay;

    internal ConcurrentDictionary<string, PartGap> Refusals { get; } = new();

    internal List<ClusterRef> Clusters { get; } = [];

    internal List<PartGap> RegionGaps { get; } = [];

    /// <summary>Facts by cluster name; a plain snapshot when absent.</summary>
    internal ConcurrentDictionary<string, Func<ClusterSnapshot, ClusterSnapshot>> Facts { get; } = new();

    /// <summary>Collections of this cluster name wait here.</summary>
    internal ConcurrentDictionary<string, TaskCompletionSource> Held { get; } = new();

    internal ConcurrentDictionary<string, Exception> Defects { get; } = new();

    /// <summary>Cluster names in the order in which their collection began.</summary>
    internal ConcurrentQueue<string> Begun { get; } = new();

    internal int MostAtOnce { get; private set; }

    internal int Opened { get; private set; }

    internal int Closed { get; private set; }

    public Task<AccountEntry> OpenAsync(AccountConnection connection, CancellationToken cancellationToken)
    {
        if (Refusals.TryGetValue(connection.AccountId, out var refusal))
        {
            return Task.FromResult(new AccountEntry(null, refusal));
        }

        Opened++;
        return Task.FromResult(new AccountEntry(new Session(this, connection), null));
    }

    public Task<IReadOnlyList<PermissionProbe>> TestAsync(AccountConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PermissionProbe>>([new("eks:ListClusters", "Finds clusters.", ProbeResult.Granted, null), new("eks:ListInsights", "Shows insights.", ProbeResult.Denied, "no")]);

    private sealed class Session(FakeCollector owner, AccountConnection connection) : IAccountSession
    {
        public string AccountId => connection.AccountId;

        public Task<ClusterDiscovery> FindClustersAsync(CancellationToken cancellationToken)
        {
            IReadOnlyList<string> regions = connection.Regions.Count > 0 ? connection.Regions : ["eu-central-1", "us-east-1"];
            return Task.FromResult(new ClusterDiscovery(regions, [.. owner.Clusters.Where(cluster => cluster.AccountId == AccountId && regions.Contains(cluster.Region))], owner.RegionGaps));
        }

        public async Task<ClusterSnapshot> CollectAsync(ClusterRef cluster, IProgress<PartProgress> progress, CancellationToken cancellationToken)
        {
            owner.Begun.Enqueue(cluster.Name);
            owner.MostAtOnce = Math.Max(owner.MostAtOnce, Interlocked.Increment(ref owner.underWay));
            try
            {
                progress.Report(new(SnapshotPart.ControlPlane, PartState.Complete, 1));
                if (owner.Held.TryGetValue(cluster.Name, out var held))
                {
                    await held.Task.WaitAsync(cancellationToken);
                }

                if (owner.Defects.TryGetValue(cluster.Name, out var defect))
                {
                    throw defect;
                }

                var plain = Snapshots.Of(cluster, owner.Clock.GetUtcNow());
                return owner.Facts.TryGetValue(cluster.Name, out var facts) ? facts(plain) : plain;
            }
            finally
            {
                Interlocked.Decrement(ref owner.underWay);
            }
        }

        public ValueTask DisposeAsync()
        {
            owner.Closed++;
            return ValueTask.CompletedTask;
        }
    }

    private TimeProvider Clock => clock;
}
