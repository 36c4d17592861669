using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Services.Queries;

namespace EksSecurityPortal.Web.Tests.Components.Fakes;

/// <summary>Answers of all queries. Every query waits for <see cref="Gate"/>: unfinished it shows loading, failed it shows the failure.</summary>
internal sealed class FakeQueries : IClusterQueries, IFindingQueries, IAuditQueries
{
    internal Task Gate { get; set; } = Task.CompletedTask;

    internal FleetOverview Overview { get; set; } = Samples.Overview();

    internal Page<ClusterRow> Clusters { get; set; } = new([Samples.Cluster()], 1);

    internal ClusterDetail? Cluster { get; set; } = new(Samples.Cluster(), Snapshots.Full(), [Samples.Run()], Samples.History());

    internal IReadOnlyList<OutcomeRow> Outcomes { get; set; } = Samples.Outcomes();

    internal Page<FindingRow> Findings { get; set; } = new([Samples.Finding()], 1);

    internal FindingDetail? Finding { get; set; } = Samples.FindingDetail();

    internal Page<AuditRow> Audits { get; set; } = new([Samples.Audit()], 1);

    internal AuditDetail? Audit { get; set; } = new(Samples.Audit(), [Samples.Run()], false);

    internal IReadOnlyList<ScheduleRow> Schedules { get; set; } = [Samples.Schedule()];

    internal IReadOnlyList<AccountRow> Accounts { get; set; } = [Samples.Account()];

    internal CoverageReport Coverage { get; set; } = Samples.Coverage();

    internal Page<PortalEventRow> Events { get; set; } = new([new(1, Snapshots.Now, "AuditStarted", "ana@example.com", Snapshots.Hostile)], 1);

    internal ClusterFilter? ClusterFilter { get; private set; }

    internal FindingFilter? FindingFilter { get; private set; }

    internal FindingSort? FindingSort { get; private set; }

    internal PageRequest? Rows { get; private set; }

    internal CoverageFilter? CoverageFilter { get; private set; }

    internal int Calls { get; private set; }

    Task<FleetOverview> IClusterQueries.GetOverviewAsync(CancellationToken cancellationToken) => AnswerAsync(() => Overview, cancellationToken);

    Task<Page<ClusterRow>> IClusterQueries.ListAsync(ClusterFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.Take != 500)
        {
            (ClusterFilter, Rows) = (filter, page);
        }

        return AnswerAsync(() => Clusters, cancellationToken);
    }

    Task<ClusterDetail?> IClusterQueries.FindAsync(string accountId, string region, string name, CancellationToken cancellationToken) => AnswerAsync(() => Cluster, cancellationToken);

    Task<IReadOnlyList<OutcomeRow>> IClusterQueries.ListOutcomesAsync(string clusterArn, CheckArea? area, CancellationToken cancellationToken) =>
        AnswerAsync<IReadOnlyList<OutcomeRow>>(() => [.. Outcomes.Where(outcome => area is null || outcome.Area == area)], cancellationToken);

    Task<Page<FindingRow>> IFindingQueries.ListAsync(FindingFilter filter, FindingSort sort, PageRequest page, CancellationToken cancellationToken)
    {
        (FindingFilter, FindingSort, Rows) = (filter, sort, page);
        return AnswerAsync(() => Findings, cancellationToken);
    }

    Task<FindingFacets> IFindingQueries.GetFacetsAsync(FindingFilter filter, CancellationToken cancellationToken) => AnswerAsync(Samples.Facets, cancellationToken);

    Task<FindingDetail?> IFindingQueries.FindAsync(string findingId, CancellationToken cancellationToken) => AnswerAsync(() => Finding, cancellationToken);

    Task<Page<AuditRow>> IAuditQueries.ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        Rows = page;
        return AnswerAsync(() => Audits, cancellationToken);
    }

    Task<AuditDetail?> IAuditQueries.FindAsync(Guid auditId, CancellationToken cancellationToken) => AnswerAsync(() => Audit, cancellationToken);

    Task<Page<RunRow>> IAuditQueries.ListRunsAsync(Guid auditId, PageRequest page, CancellationToken cancellationToken) =>
        AnswerAsync(() => new Page<RunRow>(Audit?.Runs ?? [], Audit?.Runs.Count ?? 0), cancellationToken);

    Task<IReadOnlyList<ScheduleRow>> IAuditQueries.ListSchedulesAsync(CancellationToken cancellationToken) => AnswerAsync(() => Schedules, cancellationToken);

    Task<IReadOnlyList<AccountRow>> IAuditQueries.ListAccountsAsync(CancellationToken cancellationToken) => AnswerAsync(() => Accounts, cancellationToken);

    Task<AccountRow?> IAuditQueries.FindAccountAsync(string accountId, CancellationToken cancellationToken) =>
        AnswerAsync(() => Accounts.FirstOrDefault(account => account.AccountId == accountId), cancellationToken);

    Task<CoverageReport> IAuditQueries.GetCoverageAsync(CoverageFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        (CoverageFilter, Rows) = (filter, page);
        return AnswerAsync(() => Coverage, cancellationToken);
    }

    Task<Page<PortalEventRow>> IAuditQueries.ListEventsAsync(PageRequest page, CancellationToken cancellationToken)
    {
        Rows = page;
        return AnswerAsync(() => Events, cancellationToken);
    }

    private async Task<T> AnswerAsync<T>(Func<T> answer, CancellationToken cancellationToken)
    {
        Calls++;
        await Gate.WaitAsync(cancellationToken);
        return answer();
    }
}
