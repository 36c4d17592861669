using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Queries;

/// <summary>What could not be read in the newest runs, and what would unlock it.</summary>
internal sealed class CoverageQuery(IDbContextFactory<PortalDbContext> contexts)
{
    internal async Task<CoverageReport> GetAsync(CoverageFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var clusters = db.Clusters.AsNoTracking().Where(cluster => !cluster.IsGone);
        if (filter.AccountIds is { Count: > 0 } accounts)
        {
            clusters = clusters.Where(cluster => accounts.Contains(cluster.AccountId));
        }

        if (filter.ClusterArns is { Count: > 0 } arns)
        {
            clusters = clusters.Where(cluster => arns.Contains(cluster.Arn));
        }

        var rows = await clusters
            .OrderBy(cluster => cluster.Coverage != null).ThenBy(cluster => cluster.Coverage).ThenBy(cluster => cluster.Name).ThenBy(cluster => cluster.Id)
            .Select(cluster => new ClusterCoverage(
                cluster.Arn, cluster.AccountId, cluster.Region, cluster.Name, cluster.PartsRead, cluster.PartsTotal, cluster.Coverage, cluster.LastCollectedAt, cluster.KubernetesReachable))
            .ToListAsync(cancellationToken);
        var checks = await db.ClusterChecks.Where(check => clusters.Any(cluster => cluster.Id == check.ClusterId))
            .GroupBy(check => check.Unknown > 0)
            .Select(group => new { IsUnknown = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new(
            await GapsAsync(db, clusters, filter, page, cancellationToken), rows, await GrantsAsync(db, clusters, cancellationToken), await AccountGapsAsync(db, filter, cancellationToken),
            checks.Where(group => group.IsUnknown).Sum(group => group.Count), checks.Sum(group => group.Count));
    }

    private static async Task<Page<CoverageRow>> GapsAsync(
        PortalDbContext db, IQueryable<Persistence.Entities.ClusterEntity> clusters, CoverageFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var gaps = db.ClusterGaps.AsNoTracking();
        if (filter.Reasons is { Count: > 0 } reasons)
        {
            gaps = gaps.Where(gap => reasons.Contains(gap.Reason));
        }

        var joined = gaps.Join(clusters, gap => gap.ClusterId, cluster => cluster.Id, (gap, cluster) => new { gap, cluster });
        var total = await joined.CountAsync(cancellationToken);
        var rows = await joined
            .OrderBy(row => row.cluster.AccountId).ThenBy(row => row.cluster.Name).ThenBy(row => row.cluster.Id).ThenBy(row => row.gap.Part).ThenBy(row => row.gap.Id)
            .Page(page)
            .Join(
                db.ClusterParts, row => new { row.gap.ClusterId, row.gap.Part }, part => new { part.ClusterId, part.Part },
                (row, part) => new CoverageRow(
                    row.cluster.AccountId, row.cluster.Region, row.cluster.Name, row.cluster.Arn, row.gap.Part,
                    new PartGap(row.gap.Reason, row.gap.Operation, row.gap.Detail, row.gap.Grant, row.gap.Subject), part.At, part.LastReadAt, row.gap.UnknownCheckIds))
            .ToListAsync(cancellationToken);
        return new([.. rows.OrderBy(row => row.AccountId, StringComparer.Ordinal).ThenBy(row => row.ClusterName, StringComparer.Ordinal).ThenBy(row => row.Part.ToString(), StringComparer.Ordinal)], total);
    }

    private static async Task<IReadOnlyList<GrantToUnlock>> GrantsAsync(PortalDbContext db, IQueryable<Persistence.Entities.ClusterEntity> clusters, CancellationToken cancellationToken)
    {
        var gaps = await db.ClusterGaps.AsNoTracking()
            .Where(gap => gap.Grant != null && clusters.Any(cluster => cluster.Id == gap.ClusterId))
            .Select(gap => new { Grant = gap.Grant ?? "", gap.Operation, gap.ClusterId, gap.UnknownCheckIds })
            .ToListAsync(cancellationToken);
        return
        [
            .. gaps.GroupBy(gap => gap.Grant, StringComparer.Ordinal)
                .Select(grant => new GrantToUnlock(
                    grant.Key,
                    grant.Any(gap => gap.Operation.StartsWith("k8s:", StringComparison.Ordinal)),
                    grant.Select(gap => gap.ClusterId).Distinct().Count(),
                    [.. grant.SelectMany(gap => gap.UnknownCheckIds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
                .OrderByDescending(grant => grant.CheckIds.Count)
                .ThenByDescending(grant => grant.Clusters)
                .ThenBy(grant => grant.Grant, StringComparer.Ordinal),
        ];
    }

    private static async Task<IReadOnlyList<AuditGap>> AccountGapsAsync(PortalDbContext db, CoverageFilter filter, CancellationToken cancellationToken)
    {
        var query = db.Accounts.AsNoTracking().Where(account => account.IsEnabled);
        if (filter.AccountIds is { Count: > 0 } accounts)
        {
            query = query.Where(account => accounts.Contains(account.Id));
        }

        var gaps = await query.OrderBy(account => account.Id).Select(account => new { account.Id, account.LastRefusal, account.RegionGaps }).ToListAsync(cancellationToken);
        return
        [
            .. gaps.SelectMany(account => account.LastRefusal is { } refusal
                ? [new AuditGap(account.Id, null, refusal)]
                : account.RegionGaps.Select(gap => new AuditGap(account.Id, gap.Subject, gap)))
                .Where(gap => filter.Reasons.Count == 0 || filter.Reasons.Contains(gap.Gap.Reason)),
        ];
    }
}
