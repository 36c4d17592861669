using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Queries;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Live progress of one cluster's collection.</summary>
public sealed record RunProgress(Guid AuditId, Guid RunId, string ClusterArn, RunState State, IReadOnlyDictionary<SnapshotPart, PartProgress> Parts, int PartsDone, int PartsTotal, string? Activity);

/// <summary>
/// What happens in audits, to every open page of this process. Callbacks come on any thread and must be quick; bursts are throttled to
/// about four a second per run. Subscribe first, then read the stored state.
/// </summary>
public interface IProgressFeed
{
    /// <summary>Progress of runs; dispose to end.</summary>
    IDisposable OnProgress(Action<RunProgress> callback);

    /// <summary>An audit started or ended, or findings changed: stored state is worth reading again.</summary>
    IDisposable OnPostureChanged(Action<Guid> callback);

    /// <summary>What is running now, with the parts' progress.</summary>
    IReadOnlyList<RunProgress> Current { get; }
}
