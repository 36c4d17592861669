using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Queries;

namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>One attempt to read one cluster within an audit.</summary>
public sealed class RunEntity
{
    public Guid Id { get; set; }

    public Guid AuditId { get; set; }

    public int ClusterId { get; set; }

    public RunState State { get; set; }

    public DateTimeOffset QueuedAt { get; set; }

    /// <summary>When it was last handed to the job queue.</summary>
    public DateTimeOffset EnqueuedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Last sign of life of the process that collects it.</summary>
    public DateTimeOffset? HeartbeatAt { get; set; }

    /// <summary>How often collecting began; more than once only after a crash.</summary>
    public int Attempt { get; set; }

    public int PartsTotal { get; set; }

    public int PartsDone { get; set; }

    public int GapCount { get; set; }

    /// <summary>What became of each part; empty until the run is stored.</summary>
    public IReadOnlyList<StoredPart> Parts { get; set; } = [];

    public double? Score { get; set; }

    public double? Coverage { get; set; }

    public int Opened { get; set; }

    public int Reopened { get; set; }

    public int Resolved { get; set; }

    public string? Error { get; set; }

    public long? SnapshotId { get; set; }

    /// <summary>The snapshot's own time; snapshots of equal content are stored once, so it is kept here.</summary>
    public DateTimeOffset? CollectedAt { get; set; }
}

/// <param name="Gaps">How many holes; the newest run's are in <see cref="ClusterGapEntity"/>.</param>
/// <param name="FirstReason">Reason of the first gap; null without gaps.</param>
public sealed record StoredPart(SnapshotPart Part, bool IsPresent, int Gaps, GapReason? FirstReason);
