using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Queries;

internal sealed class ClusterQueries(IDbContextFactory<PortalDbContext> contexts, SnapshotStore snapshots, FleetOverviewQuery overview) : IClusterQueries
{
    private const int RecentRuns = 20;
    private const int HistoryPoints = 100;

    public Task<FleetOverview> GetOverviewAsync(CancellationToken cancellationToken) => overview.GetAsync(cancellationToken);

    public async Task<Page<ClusterRow>> ListAsync(ClusterFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var matching = db.Matching(filter);
        var total = await matching.CountAsync(cancellationToken);
        return new(await matching.Sorted(filter.SortBy, filter.Descending).Page(page).Project(db).ToListAsync(cancellationToken), total);
    }

    public async Task<ClusterDetail?> FindAsync(string accountId, string region, string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var one = db.Clusters.AsNoTracking().Where(cluster => cluster.AccountId == accountId && cluster.Region == region && cluster.Name == name);
        var keys = await one.Select(cluster => new { cluster.Id, cluster.SnapshotId, cluster.LastCollectedAt }).FirstOrDefaultAsync(cancellationToken);
        if (keys is null)
        {
            return null;
        }

        var row = await one.Project(db).FirstAsync(cancellationToken);
        var runs = await RunRows.Project(db, db.Runs.Where(run => run.ClusterId == keys.Id).OrderByDescending(run => run.QueuedAt).ThenByDescending(run => run.Id).Take(RecentRuns))
            .ToListAsync(cancellationToken);
        var history = await db.ScorePoints.AsNoTracking()
            .Where(point => point.ClusterId == keys.Id)
            .OrderByDescending(point => point.At).ThenByDescending(point => point.Id)
            .Take(HistoryPoints)
            .Select(point => new ScorePoint(point.At, point.Score, point.Coverage))
            .ToListAsync(cancellationToken);
        history.Reverse();
        var snapshot = keys is { SnapshotId: { } id, LastCollectedAt: { } at } ? await snapshots.FindAsync(id, at, cancellationToken) : null;
        return new(row, snapshot, runs, history);
    }

    public async Task<IReadOnlyList<OutcomeRow>> ListOutcomesAsync(string clusterArn, CheckArea? area, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sets = await db.OutcomeSets.AsNoTracking()
            .Where(set => db.Clusters.Any(cluster => cluster.Id == set.ClusterId && cluster.Arn == clusterArn) && (area == null || set.Area == area))
            .Select(set => new { set.Area, set.Content })
            .ToListAsync(cancellationToken);
        return sets
            .SelectMany(set => OutcomeSets.Unpack(set.Content).Select(outcome => Row(clusterArn, set.Area, outcome)))
            .OrderBy(row => Rank(row.Status))
            .ThenByDescending(row => row.Severity)
            .ThenBy(row => row.CheckId, StringComparer.Ordinal)
            .ThenBy(row => row.ResourceKind, StringComparer.Ordinal)
            .ThenBy(row => row.ResourceKey, StringComparer.Ordinal)
            .ToList();
    }

    private static OutcomeRow Row(string clusterArn, CheckArea area, CheckOutcome outcome) => new(
        outcome.CheckId, FindingQueries.TitleOf(outcome.CheckId), area, outcome.Severity, outcome.Status, outcome.Resource.Kind, outcome.Resource.Key, outcome.Resource.DisplayName,
        outcome.Resource.Namespace, outcome.Summary, outcome.Evidence, outcome.Status == CheckStatus.Fail ? FindingKey.Of(clusterArn, outcome).Id : null);

    /// <summary>Worst first: what fails, what is not known, what passes, what does not apply.</summary>
    private static int Rank(CheckStatus status) => status switch
    {
        CheckStatus.Fail => 0,
        CheckStatus.Unknown => 1,
        CheckStatus.Pass => 2,
        _ => 3,
    };
}
