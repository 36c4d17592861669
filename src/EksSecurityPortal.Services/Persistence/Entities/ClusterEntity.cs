namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>
/// An EKS cluster with the figures of its newest stored run, so that lists of clusters need no snapshot; and the claim by which at most one
/// run collects it at a time.
/// </summary>
public sealed class ClusterEntity
{
    public int Id { get; set; }

    public required string Arn { get; set; }

    public required string AccountId { get; set; }

    public required string Partition { get; set; }

    public required string Region { get; set; }

    public required string Name { get; set; }

    /// <summary>Lower-cased name, region and account, for searching.</summary>
    public required string SearchText { get; set; }

    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>The last complete discovery of its account and region did not find it.</summary>
    public bool IsGone { get; set; }

    public string? Version { get; set; }

    /// <summary>Minor as a number that orders: 1.34 is 1034. Null when unknown.</summary>
    public int? VersionOrder { get; set; }

    public string? VersionStatus { get; set; }

    public DateTimeOffset? SupportEndsAt { get; set; }

    public string? Status { get; set; }

    public int? NodeCount { get; set; }

    public int? PodCount { get; set; }

    public bool? EndpointPublic { get; set; }

    public bool KubernetesReachable { get; set; }

    /// <summary>0 to 100; null when nothing could be judged.</summary>
    public double? Score { get; set; }

    /// <summary>0 to 100.</summary>
    public double? Coverage { get; set; }

    public int OpenCritical { get; set; }

    public int OpenHigh { get; set; }

    public int OpenMedium { get; set; }

    public int OpenLow { get; set; }

    public int OpenInfo { get; set; }

    public int Passed { get; set; }

    public int Failed { get; set; }

    public int NotApplicable { get; set; }

    public int Unknown { get; set; }

    public int PartsTotal { get; set; }

    /// <summary>Parts present, with or without holes.</summary>
    public int PartsRead { get; set; }

    /// <summary>Parts with gaps in the newest run.</summary>
    public int GapCount { get; set; }

    public DateTimeOffset? LastCollectedAt { get; set; }

    public DateTimeOffset? LastAttemptAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>Run whose facts and outcomes are shown; null before the first.</summary>
    public Guid? NewestRunId { get; set; }

    public long? SnapshotId { get; set; }

    /// <summary>Run that collects the cluster now; void when <see cref="ClaimedUntil"/> has passed.</summary>
    public Guid? ClaimedByRunId { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }
}
