using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;

namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>A failure that persists over runs. Texts are cleaned and cut to size before they get here.</summary>
public sealed class FindingEntity
{
    /// <summary>Derived from cluster, check and resource: the same finding has the same id for ever.</summary>
    public required string Id { get; set; }

    public int ClusterId { get; set; }

    public ClusterEntity? Cluster { get; set; }

    // copied from the cluster: filters and sorting of long lists then need no join
    public required string AccountId { get; set; }

    public required string Region { get; set; }

    public required string ClusterName { get; set; }

    public required string CheckId { get; set; }

    public CheckArea Area { get; set; }

    public Severity Severity { get; set; }

    public FindingState State { get; set; }

    public DateTimeOffset FirstSeenAt { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>Runs that saw it fail.</summary>
    public int TimesSeen { get; set; }

    /// <summary>Why the newest run could not judge it; null when it did.</summary>
    public string? NotAssessedReason { get; set; }

    /// <summary>Tells whether a new outcome says anything new.</summary>
    public required string Fingerprint { get; set; }

    public required string ResourceKind { get; set; }

    public required string ResourceKey { get; set; }

    public required string ResourceName { get; set; }

    public string? Namespace { get; set; }

    /// <summary>Lower-cased resource, namespace, cluster and check title.</summary>
    public required string SearchText { get; set; }

    public required string Summary { get; set; }

    /// <summary>JSON of the observed values. Last column: long, and read for one finding at a time.</summary>
    public required string EvidenceJson { get; set; }
}

/// <summary>Something that happened to a finding.</summary>
public sealed class FindingEventEntity
{
    public long Id { get; set; }

    public required string FindingId { get; set; }

    public Guid? AuditId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Opened, Reopened, EvidenceChanged, SeverityChanged, Resolved.</summary>
    public required string Kind { get; set; }

    public required string Text { get; set; }
}
