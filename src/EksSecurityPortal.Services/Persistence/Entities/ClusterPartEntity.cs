using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>State of one part in the newest run of one cluster.</summary>
public sealed class ClusterPartEntity
{
    public int ClusterId { get; set; }

    public SnapshotPart Part { get; set; }

    public bool IsPresent { get; set; }

    public int Gaps { get; set; }

    /// <summary>When the newest run began.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>When the part was last read whole; null when it never was.</summary>
    public DateTimeOffset? LastReadAt { get; set; }
}

/// <summary>One hole in what the newest run of a cluster read.</summary>
public sealed class ClusterGapEntity
{
    public long Id { get; set; }

    public int ClusterId { get; set; }

    public SnapshotPart Part { get; set; }

    public GapReason Reason { get; set; }

    public required string Operation { get; set; }

    public required string Detail { get; set; }

    public string? Grant { get; set; }

    public string? Subject { get; set; }

    /// <summary>Checks that this gap leaves unknown.</summary>
    public IReadOnlyList<string> UnknownCheckIds { get; set; } = [];
}
