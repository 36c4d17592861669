using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;

namespace EksSecurityPortal.Services.Queries;

/// <summary>Findings as pages and the API read them. Every method is one statement per list, filtered and sorted by the database.</summary>
public interface IFindingQueries
{
    Task<Page<FindingRow>> ListAsync(FindingFilter filter, FindingSort sort, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Counts for the filter's facets, each with the other filters applied.</summary>
    Task<FindingFacets> GetFacetsAsync(FindingFilter filter, CancellationToken cancellationToken);

    /// <summary>Null when there is no such finding.</summary>
    Task<FindingDetail?> FindAsync(string findingId, CancellationToken cancellationToken);
}

/// <summary>Null or empty members do not filter. <paramref name="Text"/> matches resource, namespace, cluster and check title, ignoring case.</summary>
public sealed record FindingFilter
{
    public IReadOnlyList<Severity> Severities { get; init; } = [];
    public IReadOnlyList<CheckArea> Areas { get; init; } = [];
    /// <summary>Open when empty.</summary>
    public IReadOnlyList<FindingState> States { get; init; } = [];
    public IReadOnlyList<string> AccountIds { get; init; } = [];
    public IReadOnlyList<string> Regions { get; init; } = [];
    public IReadOnlyList<string> ClusterArns { get; init; } = [];
    public IReadOnlyList<string> CheckIds { get; init; } = [];
    public string? Namespace { get; init; }
    public string? Text { get; init; }
    /// <summary>First seen (opened or reopened) in this audit.</summary>
    public Guid? OpenedInAudit { get; init; }
    /// <summary>Resolved in this audit.</summary>
    public Guid? ResolvedInAudit { get; init; }
}

public enum FindingSortBy
{
    Severity,
    FirstSeen,
    LastSeen,
    Check,
    Cluster,
    Resource,
}

public sealed record FindingSort(FindingSortBy By = FindingSortBy.Severity, bool Descending = true);

public sealed record FindingRow(
    string Id, string CheckId, string CheckTitle, CheckArea Area, Severity Severity, FindingState State, string AccountId, string Region, string ClusterName, string ClusterArn,
    string ResourceKind, string ResourceKey, string ResourceName, string? Namespace, string Summary, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt, DateTimeOffset? ResolvedAt, int TimesSeen);

/// <param name="Check">Null when the check has been retired since.</param>
/// <param name="FilledCommand">The remediation's command with this finding's values, shell-quoted.</param>
public sealed record FindingDetail(
    FindingRow Row, IReadOnlyList<Evidence> Evidence, Check? Check, string? FilledCommand, string? FilledManifest, IReadOnlyList<FindingEvent> History, bool LastAssessmentWasUnknown, string? NotAssessedReason);

/// <param name="Kind">Opened, Reopened, EvidenceChanged, SeverityChanged, Resolved.</param>
public sealed record FindingEvent(DateTimeOffset At, Guid? AuditId, string Kind, string Text);

public sealed record FindingFacets(
    IReadOnlyList<FacetCount> Severities, IReadOnlyList<FacetCount> Areas, IReadOnlyList<FacetCount> States, IReadOnlyList<FacetCount> Accounts, IReadOnlyList<FacetCount> Regions,
    IReadOnlyList<FacetCount> Clusters, IReadOnlyList<FacetCount> Checks);

/// <param name="Value">What the filter takes.</param>
/// <param name="Label">What a person reads.</param>
public sealed record FacetCount(string Value, string Label, int Count);
