using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Queries;

/// <summary>The first page. Everything comes from figures that each run stored; no finding is counted here one by one but the newest.</summary>
internal sealed class FleetOverviewQuery(IDbContextFactory<PortalDbContext> contexts)
{
    private const int WorstClusters = 8;
    private const int TopChecks = 8;
    private const int NewestOpened = 8;
    private const int HistoryPoints = 60;

    internal async Task<FleetOverview> GetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = await db.Accounts.CountAsync(cancellationToken);
        var clusters = await db.Clusters.AsNoTracking().Where(cluster => !cluster.IsGone).ToListAsync(cancellationToken);
        var worst = await db.Clusters.AsNoTracking().Where(cluster => !cluster.IsGone && cluster.Score != null)
            .Sorted(ClusterSortBy.Score, descending: false).Take(WorstClusters).Project(db).ToListAsync(cancellationToken);
        var running = await NewestAsync(db, [AuditState.Queued, AuditState.Running], cancellationToken);
        var last = await NewestAsync(db, [AuditState.Succeeded, AuditState.Partial, AuditState.Failed, AuditState.Cancelled], cancellationToken);
        var collected = clusters.Where(cluster => cluster.NewestRunId is not null).ToList();
        return new(
            accounts, clusters.Count, clusters.Sum(cluster => cluster.NodeCount ?? 0), clusters.Sum(cluster => cluster.PodCount ?? 0),
            Mean(collected.Select(cluster => cluster.Score)), Mean(collected.Select(cluster => cluster.Coverage)), Open(clusters), Outcomes(clusters),
            await AreasAsync(db, cancellationToken), worst, await TopChecksAsync(db, cancellationToken), Versions(clusters),
            await LastChangeAsync(db, last, cancellationToken), collected.Min(cluster => cluster.LastCollectedAt), collected.Max(cluster => cluster.LastCollectedAt),
            clusters.Count(cluster => cluster.GapCount > 0), clusters.Count - collected.Count, await HistoryAsync(db, cancellationToken), running, last);
    }

    private static async Task<AuditRow?> NewestAsync(PortalDbContext db, AuditState[] states, CancellationToken cancellationToken)
    {
        var newest = db.Audits.Where(audit => states.Contains(audit.State)).OrderByDescending(audit => audit.RequestedAt).ThenByDescending(audit => audit.Id).Take(1);
        return await RunRows.WithSumsAsync(db, newest, cancellationToken) is [var row] ? row : null;
    }

    private static double? Mean(IEnumerable<double?> values) => values.Average() is { } mean ? Math.Round(mean, 1) : null;

    private static SeverityCounts Open(List<ClusterEntity> clusters) => new(
        clusters.Sum(cluster => cluster.OpenCritical), clusters.Sum(cluster => cluster.OpenHigh), clusters.Sum(cluster => cluster.OpenMedium),
        clusters.Sum(cluster => cluster.OpenLow), clusters.Sum(cluster => cluster.OpenInfo));

    private static StatusCounts Outcomes(List<ClusterEntity> clusters) => new(
        clusters.Sum(cluster => cluster.Passed), clusters.Sum(cluster => cluster.Failed), clusters.Sum(cluster => cluster.NotApplicable), clusters.Sum(cluster => cluster.Unknown));

    private static async Task<IReadOnlyList<AreaPosture>> AreasAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var scores = await db.ClusterAreas.Where(area => db.Clusters.Any(cluster => cluster.Id == area.ClusterId && !cluster.IsGone))
            .GroupBy(area => area.Area)
            .Select(group => new { group.Key, Score = group.Average(area => area.Score) })
            .ToDictionaryAsync(group => group.Key, group => group.Score, cancellationToken);
        var counts = await db.ClusterChecks.Where(check => db.Clusters.Any(cluster => cluster.Id == check.ClusterId && !cluster.IsGone))
            .GroupBy(check => check.Area)
            .Select(group => new
            {
                group.Key,
                Passed = group.Sum(check => check.Passed),
                Failed = group.Sum(check => check.Failed),
                NotApplicable = group.Sum(check => check.NotApplicable),
                Unknown = group.Sum(check => check.Unknown),
            })
            .ToDictionaryAsync(group => group.Key, cancellationToken);
        var open = await db.Findings.Where(finding => finding.State == FindingState.Open && !finding.Cluster!.IsGone)
            .GroupBy(finding => new { finding.Area, finding.Severity })
            .Select(group => new { group.Key.Area, group.Key.Severity, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. Enum.GetValues<CheckArea>().Select(area => new AreaPosture(
                area,
                scores.GetValueOrDefault(area) is { } score ? Math.Round(score, 1) : null,
                ClusterRows.Counts(open.Where(item => item.Area == area).ToDictionary(item => item.Severity, item => item.Count)),
                counts.TryGetValue(area, out var count) ? new(count.Passed, count.Failed, count.NotApplicable, count.Unknown) : new(0, 0, 0, 0))),
        ];
    }

    private static async Task<IReadOnlyList<TopCheck>> TopChecksAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var checks = await db.ClusterChecks
            .Where(check => check.Failed > 0 && db.Clusters.Any(cluster => cluster.Id == check.ClusterId && !cluster.IsGone))
            .GroupBy(check => check.CheckId)
            .Select(group => new { group.Key, Severity = group.Max(check => check.Severity), Findings = group.Sum(check => check.Failed), Clusters = group.Count() })
            .OrderByDescending(check => check.Severity).ThenByDescending(check => check.Findings).ThenBy(check => check.Key)
            .Take(TopChecks)
            .ToListAsync(cancellationToken);
        return [.. checks.Select(check => new TopCheck(check.Key, FindingQueries.TitleOf(check.Key), check.Severity, check.Findings, check.Clusters))];
    }

    private static List<VersionCount> Versions(List<ClusterEntity> clusters) =>
    [
        .. clusters.Where(cluster => cluster.Version is not null)
            .GroupBy(cluster => (cluster.VersionOrder, cluster.Version))
            .OrderBy(group => group.Key.VersionOrder)
            .Select(group => new VersionCount(group.Key.Version ?? "", group.Select(cluster => cluster.VersionStatus).FirstOrDefault(status => status is not null), group.Count())),
    ];

    private static async Task<FleetChange?> LastChangeAsync(PortalDbContext db, AuditRow? last, CancellationToken cancellationToken)
    {
        if (last?.FinishedAt is not { } at)
        {
            return null;
        }

        var opened = FindingFilters.ByText(db, db.Findings.AsNoTracking().Where(finding => finding.State == FindingState.Open), new() { OpenedInAudit = last.Id });
        var newest = await FindingQueries.Project(opened.Sorted(new()).Take(NewestOpened)).ToListAsync(cancellationToken);
        return new(last.Id, at, last.Opened, last.Reopened, last.Resolved, [.. newest.Select(FindingQueries.WithTitle)]);
    }

    private static async Task<IReadOnlyList<ScorePoint>> HistoryAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var points = await db.ScorePoints.AsNoTracking().Where(point => point.ClusterId == null)
            .OrderByDescending(point => point.At).ThenByDescending(point => point.Id)
            .Take(HistoryPoints)
            .Select(point => new ScorePoint(point.At, point.Score, point.Coverage))
            .ToListAsync(cancellationToken);
        points.Reverse();
        return points;
    }
}
