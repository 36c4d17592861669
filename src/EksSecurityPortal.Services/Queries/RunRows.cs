using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Queries;

/// <summary>Runs and audits as rows.</summary>
internal static class RunRows
{
    internal static IQueryable<RunRow> Project(PortalDbContext db, IQueryable<RunEntity> runs) => runs.AsNoTracking().Join(
        db.Clusters, run => run.ClusterId, cluster => cluster.Id, (run, cluster) => new { run, cluster })
        .OrderByDescending(row => row.run.QueuedAt).ThenBy(row => row.cluster.AccountId).ThenBy(row => row.cluster.Region).ThenBy(row => row.cluster.Name).ThenBy(row => row.run.Id)
        .Select(row => new RunRow(
            row.run.Id, row.run.AuditId, row.cluster.Arn, row.cluster.AccountId, row.cluster.Region, row.cluster.Name, row.run.State, row.run.StartedAt, row.run.FinishedAt,
            row.run.PartsTotal, row.run.PartsDone, row.run.GapCount, row.run.Score, row.run.Coverage, row.run.Opened, row.run.Reopened, row.run.Resolved, row.run.Error, row.run.Attempt));

    /// <summary>The audits with the sums of their runs: one more statement for the whole list.</summary>
    internal static async Task<IReadOnlyList<AuditRow>> WithSumsAsync(PortalDbContext db, IQueryable<AuditEntity> query, CancellationToken cancellationToken)
    {
        var audits = await query.AsNoTracking().ToListAsync(cancellationToken);
        var ids = audits.Select(audit => audit.Id).ToArray();
        var sums = await db.Runs.AsNoTracking()
            .Where(run => ids.Contains(run.AuditId))
            .GroupBy(run => new { run.AuditId, run.State })
            .Select(group => new
            {
                group.Key.AuditId,
                group.Key.State,
                Count = group.Count(),
                Opened = group.Sum(run => run.Opened),
                Reopened = group.Sum(run => run.Reopened),
                Resolved = group.Sum(run => run.Resolved),
            })
            .ToListAsync(cancellationToken);
        var byAudit = sums.ToLookup(sum => sum.AuditId);
        return
        [
            .. audits.Select(audit => new AuditRow(
                audit.Id, audit.State, audit.Origin, audit.ScopeText, audit.RequestedAt, audit.StartedAt, audit.FinishedAt,
                byAudit[audit.Id].Sum(sum => sum.Count),
                byAudit[audit.Id].Where(sum => sum.State is not (RunState.Queued or RunState.Running)).Sum(sum => sum.Count),
                byAudit[audit.Id].Where(sum => sum.State == RunState.Failed).Sum(sum => sum.Count),
                byAudit[audit.Id].Sum(sum => sum.Opened), byAudit[audit.Id].Sum(sum => sum.Reopened), byAudit[audit.Id].Sum(sum => sum.Resolved),
                [.. audit.Gaps.Select(gap => new AuditGap(gap.AccountId, gap.Region, gap.Gap))], audit.Error)),
        ];
    }
}
