using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection;

/// <summary>The edge to AWS and to the clusters: everything that is read comes through here. Thread-safe singleton.</summary>
public interface IAccountCollector
{
    /// <summary>
    /// Enters an account. Never throws for a refusal: the answer then has no session but the gap (wrong role ARN, external id, expired
    /// credentials, another account than named) with a detail that names the value and the remedy.
    /// </summary>
    Task<AccountEntry> OpenAsync(AccountConnection connection, CancellationToken cancellationToken);

    /// <summary>Tries each permission of the reader policy once, cheaply. Ordered as the policy lists them.</summary>
    Task<IReadOnlyList<PermissionProbe>> TestAsync(AccountConnection connection, CancellationToken cancellationToken);
}

/// <summary>Either a session or the reason why not.</summary>
public sealed record AccountEntry(IAccountSession? Session, PartGap? Refusal);

/// <summary>
/// One entered account, shared by the collections of all its clusters: credentials renew themselves, account-wide answers (IAM, version
/// calendar, newest images) are read once and shared. Thread-safe. Dispose when the audit's last cluster is done.
/// </summary>
public interface IAccountSession : IAsyncDisposable
{
    string AccountId { get; }

    /// <summary>Regions looked into and the clusters found there; a region that refused is a gap whose Subject is the region.</summary>
    Task<ClusterDiscovery> FindClustersAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Reads one cluster. Never throws for what AWS or Kubernetes refuse: those are gaps of parts. Each part has a deadline.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<ClusterSnapshot> CollectAsync(ClusterRef cluster, IProgress<PartProgress> progress, CancellationToken cancellationToken);
}

public sealed record ClusterDiscovery(IReadOnlyList<string> Regions, IReadOnlyList<ClusterRef> Clusters, IReadOnlyList<PartGap> Gaps);

/// <summary>A part began, moved on, or ended.</summary>
/// <param name="Items">Items read so far.</param>
public sealed record PartProgress(SnapshotPart Part, PartState State, int Items, PartGap? Gap = null);

public enum PartState
{
    Reading,
    Complete,
    Partial,
    Missing,
}

/// <summary>Answer of one permission's trial.</summary>
/// <param name="Action">IAM action (<c>eks:ListClusters</c>) or Kubernetes rule (<c>k8s:list nodes</c>).</param>
/// <param name="Purpose">What the portal shows with it; one short sentence.</param>
/// <param name="Detail">The API's words on refusal.</param>
public sealed record PermissionProbe(string Action, string Purpose, ProbeResult Result, string? Detail);

public enum ProbeResult
{
    Granted,
    Denied,

    /// <summary>Could not be tried: nothing there to read, or the service did not answer.</summary>
    NotTested,
}
