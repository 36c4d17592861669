using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Queries;

/// <summary>Fleet and clusters as pages and the API read them.</summary>
public interface IClusterQueries
{
    Task<FleetOverview> GetOverviewAsync(CancellationToken cancellationToken);

    Task<Page<ClusterRow>> ListAsync(ClusterFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The cluster with its newest stored snapshot. Null when there is no such cluster.</summary>
    Task<ClusterDetail?> FindAsync(string accountId, string region, string name, CancellationToken cancellationToken);

    /// <summary>Outcomes of the newest run of a cluster in one area; all statuses, worst first.</summary>
    Task<IReadOnlyList<OutcomeRow>> ListOutcomesAsync(string clusterArn, CheckArea? area, CancellationToken cancellationToken);
}

public enum ClusterSortBy
{
    Score,
    Name,
    Version,
    OpenFindings,
    Age,
}

public sealed record ClusterFilter
{
    public IReadOnlyList<string> AccountIds { get; init; } = [];
    public IReadOnlyList<string> Regions { get; init; } = [];
    public IReadOnlyList<string> Versions { get; init; } = [];
    public string? Text { get; init; }
    public ClusterSortBy SortBy { get; init; } = ClusterSortBy.Score;
    public bool Descending { get; init; }
}

/// <summary>Open findings by severity.</summary>
public sealed record SeverityCounts(int Critical, int High, int Medium, int Low, int Info)
{
    public int Total => Critical + High + Medium + Low + Info;
}

/// <summary>Outcomes by status.</summary>
public sealed record StatusCounts(int Pass, int Fail, int NotApplicable, int Unknown);

/// <param name="Score">0 to 100; null when nothing could be judged.</param>
/// <param name="Coverage">0 to 100: share of applicable outcomes that are not unknown.</param>
/// <param name="LastCollectedAt">Start of the newest successful or partial run; null before the first.</param>
/// <param name="GapCount">Parts with gaps in the newest run.</param>
/// <param name="IsGone">The last complete discovery of its account and region did not find it.</param>
public sealed record ClusterRow(
    string Arn, string AccountId, string AccountName, string Region, string Name, string? Version, string? VersionStatus, DateTimeOffset? SupportEndsAt, string? Status,
    int? NodeCount, int? PodCount, double? Score, double? Coverage, SeverityCounts Open, StatusCounts Outcomes, DateTimeOffset? LastCollectedAt, DateTimeOffset? LastAttemptAt,
    string? LastError, int GapCount, bool KubernetesReachable, bool? EndpointPublic, bool IsGone);

/// <param name="Snapshot">Null before the first collection.</param>
public sealed record ClusterDetail(ClusterRow Row, ClusterSnapshot? Snapshot, IReadOnlyList<RunRow> RecentRuns, IReadOnlyList<ScorePoint> ScoreHistory);

public sealed record ScorePoint(DateTimeOffset At, double? Score, double? Coverage);

/// <param name="FindingId">The finding of a failing outcome, null for others.</param>
public sealed record OutcomeRow(
    string CheckId, string CheckTitle, CheckArea Area, Severity Severity, CheckStatus Status, string ResourceKind, string ResourceKey, string ResourceName, string? Namespace,
    string Summary, IReadOnlyList<Evidence> Evidence, string? FindingId);

/// <summary>The first page: everything in few grouped statements.</summary>
public sealed record FleetOverview(
    int AccountCount, int ClusterCount, int NodeCount, int PodCount, double? Score, double? Coverage, SeverityCounts Open, StatusCounts Outcomes,
    IReadOnlyList<AreaPosture> Areas, IReadOnlyList<ClusterRow> WorstClusters, IReadOnlyList<TopCheck> TopChecks, IReadOnlyList<VersionCount> Versions,
    FleetChange? LastChange, DateTimeOffset? OldestData, DateTimeOffset? NewestData, int ClustersWithGaps, int ClustersNeverCollected, IReadOnlyList<ScorePoint> ScoreHistory,
    AuditRow? RunningAudit, AuditRow? LastAudit);

public sealed record AreaPosture(CheckArea Area, double? Score, SeverityCounts Open, StatusCounts Outcomes);

public sealed record TopCheck(string CheckId, string Title, Severity Severity, int Findings, int Clusters);

public sealed record VersionCount(string Version, string? Status, int Clusters);

/// <summary>What the last finished audit changed.</summary>
public sealed record FleetChange(Guid AuditId, DateTimeOffset At, int Opened, int Reopened, int Resolved, IReadOnlyList<FindingRow> NewestOpened);
