using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;

namespace EksSecurityPortal.Services.Queries;

/// <summary>Audits, schedules, accounts, coverage and events as pages and the API read them.</summary>
public interface IAuditQueries
{
    Task<Page<AuditRow>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    Task<AuditDetail?> FindAsync(Guid auditId, CancellationToken cancellationToken);

    Task<Page<RunRow>> ListRunsAsync(Guid auditId, PageRequest page, CancellationToken cancellationToken);

    Task<IReadOnlyList<ScheduleRow>> ListSchedulesAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<AccountRow>> ListAccountsAsync(CancellationToken cancellationToken);

    /// <summary>By the twelve-digit id.</summary>
    Task<AccountRow?> FindAccountAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>Everything that could not be read in the newest runs, grouped by account, cluster and part.</summary>
    Task<CoverageReport> GetCoverageAsync(CoverageFilter filter, PageRequest page, CancellationToken cancellationToken);

    Task<Page<PortalEventRow>> ListEventsAsync(PageRequest page, CancellationToken cancellationToken);
}

public enum AuditState
{
    Queued,
    Running,
    Succeeded,

    /// <summary>Ended; something could not be read, or a cluster failed.</summary>
    Partial,
    Failed,
    Cancelled,
}

public enum RunState
{
    Queued,
    Running,
    Succeeded,
    Partial,
    Failed,
    Cancelled,

    /// <summary>Another audit was already collecting the cluster.</summary>
    Skipped,
}

/// <param name="Origin">The person's name, <c>schedule: nightly</c>, or <c>api: token name</c>.</param>
/// <param name="Gaps">Account-level gaps (accounts or regions that could not be entered).</param>
public sealed record AuditRow(
    Guid Id, AuditState State, string Origin, string ScopeText, DateTimeOffset RequestedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt,
    int ClustersTotal, int ClustersDone, int ClustersFailed, int Opened, int Reopened, int Resolved, IReadOnlyList<AuditGap> Gaps, string? Error);

/// <param name="Region">Null for the account as a whole.</param>
public sealed record AuditGap(string AccountId, string? Region, PartGap Gap);

public sealed record AuditDetail(AuditRow Row, IReadOnlyList<RunRow> Runs, bool CanCancel);

public sealed record RunRow(
    Guid Id, Guid AuditId, string ClusterArn, string AccountId, string Region, string ClusterName, RunState State, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt,
    int PartsTotal, int PartsDone, int GapCount, double? Score, double? Coverage, int Opened, int Reopened, int Resolved, string? Error, int Attempt);

/// <param name="IsDeclared">Comes from configuration: shown, not editable.</param>
public sealed record ScheduleRow(
    Guid Id, string Name, string Cron, string TimeZone, bool IsEnabled, bool IsDeclared, IReadOnlyList<string> AccountIds, IReadOnlyList<string> Regions,
    DateTimeOffset? NextRunAt, DateTimeOffset? LastRunAt, Guid? LastAuditId, AuditState? LastAuditState);

public sealed record AccountRow(
    string AccountId, string Name, string? RoleArn, string? ExternalId, IReadOnlyList<string> Regions, bool IsEnabled, bool IsDeclared, DateTimeOffset CreatedAt,
    int ClusterCount, SeverityCounts Open, DateTimeOffset? LastEnteredAt, PartGap? LastRefusal, DateTimeOffset? LastTestedAt, IReadOnlyList<PermissionProbe> LastProbes);

public sealed record CoverageFilter
{
    public IReadOnlyList<string> AccountIds { get; init; } = [];
    public IReadOnlyList<string> ClusterArns { get; init; } = [];
    public IReadOnlyList<GapReason> Reasons { get; init; } = [];
}

/// <param name="Clusters">One row per cluster of the fleet, worst coverage first, whether it has gaps or not.</param>
public sealed record CoverageReport(
    Page<CoverageRow> Gaps, IReadOnlyList<ClusterCoverage> Clusters, IReadOnlyList<GrantToUnlock> Grants, IReadOnlyList<AuditGap> AccountGaps, int ChecksUnknown, int ChecksTotal);

/// <param name="UnknownCheckIds">Checks that this gap leaves unknown for the cluster.</param>
public sealed record CoverageRow(
    string AccountId, string Region, string ClusterName, string ClusterArn, SnapshotPart Part, PartGap Gap, DateTimeOffset At, DateTimeOffset? LastReadAt, IReadOnlyList<string> UnknownCheckIds);

public sealed record ClusterCoverage(string ClusterArn, string AccountId, string Region, string ClusterName, int PartsRead, int PartsTotal, double? Coverage, DateTimeOffset? At, bool KubernetesReachable);

/// <summary>One grant and what it would unlock over the fleet.</summary>
public sealed record GrantToUnlock(string Grant, bool IsKubernetes, int Clusters, IReadOnlyList<string> CheckIds);

/// <param name="Kind">AuditStarted, AccountAdded, ScheduleChanged, UserSignedIn, …</param>
public sealed record PortalEventRow(long Id, DateTimeOffset At, string Kind, string Actor, string Text);
