using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Queries;

/// <summary>Clusters as rows, filtered and sorted by the database.</summary>
internal static class ClusterRows
{
    internal static IQueryable<ClusterEntity> Matching(this PortalDbContext db, ClusterFilter filter)
    {
        var query = db.Clusters.AsNoTracking();
        if (filter.AccountIds is { Count: > 0 } accounts)
        {
            query = query.Where(cluster => accounts.Contains(cluster.AccountId));
        }

        if (filter.Regions is { Count: > 0 } regions)
        {
            query = query.Where(cluster => regions.Contains(cluster.Region));
        }

        if (filter.Versions is { Count: > 0 } versions)
        {
            query = query.Where(cluster => cluster.Version != null && versions.Contains(cluster.Version));
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var pattern = Paged.Pattern(filter.Text);
            query = query.Where(cluster => EF.Functions.Like(cluster.SearchText, pattern, @"\"));
        }

        return query;
    }

    /// <summary>Clusters without a value come last in either direction: the first thing seen is something known.</summary>
    internal static IQueryable<ClusterEntity> Sorted(this IQueryable<ClusterEntity> query, ClusterSortBy by, bool descending) => (by, descending) switch
    {
        (ClusterSortBy.Score, false) => query.OrderBy(cluster => cluster.Score == null).ThenBy(cluster => cluster.Score).ThenBy(cluster => cluster.Name).ThenBy(cluster => cluster.Id),
        (ClusterSortBy.Score, true) => query.OrderBy(cluster => cluster.Score == null).ThenByDescending(cluster => cluster.Score).ThenBy(cluster => cluster.Name).ThenBy(cluster => cluster.Id),
        (ClusterSortBy.Version, false) => query.OrderBy(cluster => cluster.VersionOrder == null).ThenBy(cluster => cluster.VersionOrder).ThenBy(cluster => cluster.Name).ThenBy(cluster => cluster.Id),
        (ClusterSortBy.Version, true) => query.OrderBy(cluster => cluster.VersionOrder == null).ThenByDescending(cluster => cluster.VersionOrder).ThenBy(cluster => cluster.Name).ThenBy(cluster => cluster.Id),
        (ClusterSortBy.OpenFindings, false) => query.OrderBy(cluster => cluster.OpenCritical).ThenBy(cluster => cluster.OpenHigh).ThenBy(cluster => cluster.OpenMedium).ThenBy(cluster => cluster.OpenLow).ThenBy(cluster => cluster.Id),
        (ClusterSortBy.OpenFindings, true) => query.OrderByDescending(cluster => cluster.OpenCritical).ThenByDescending(cluster => cluster.OpenHigh).ThenByDescending(cluster => cluster.OpenMedium).ThenByDescending(cluster => cluster.OpenLow).ThenBy(cluster => cluster.Id),
        (ClusterSortBy.Age, false) => query.OrderBy(cluster => cluster.LastCollectedAt == null).ThenByDescending(cluster => cluster.LastCollectedAt).ThenBy(cluster => cluster.Id),
        (ClusterSortBy.Age, true) => query.OrderBy(cluster => cluster.LastCollectedAt == null).ThenBy(cluster => cluster.LastCollectedAt).ThenBy(cluster => cluster.Id),
        (_, true) => query.OrderByDescending(cluster => cluster.Name).ThenByDescending(cluster => cluster.Id),
        _ => query.OrderBy(cluster => cluster.Name).ThenBy(cluster => cluster.Id),
    };

    internal static IQueryable<ClusterRow> Project(this IQueryable<ClusterEntity> clusters, PortalDbContext db) => clusters.Select(cluster => new ClusterRow(
        cluster.Arn, cluster.AccountId, db.Accounts.Where(account => account.Id == cluster.AccountId).Select(account => account.Name).First(), cluster.Region, cluster.Name,
        cluster.Version, cluster.VersionStatus, cluster.SupportEndsAt, cluster.Status, cluster.NodeCount, cluster.PodCount, cluster.Score, cluster.Coverage,
        new SeverityCounts(cluster.OpenCritical, cluster.OpenHigh, cluster.OpenMedium, cluster.OpenLow, cluster.OpenInfo),
        new StatusCounts(cluster.Passed, cluster.Failed, cluster.NotApplicable, cluster.Unknown),
        cluster.LastCollectedAt, cluster.LastAttemptAt, cluster.LastError, cluster.GapCount, cluster.KubernetesReachable, cluster.EndpointPublic, cluster.IsGone));

    internal static SeverityCounts Counts(IReadOnlyDictionary<Severity, int> counts) => new(
        counts.GetValueOrDefault(Severity.Critical), counts.GetValueOrDefault(Severity.High), counts.GetValueOrDefault(Severity.Medium),
        counts.GetValueOrDefault(Severity.Low), counts.GetValueOrDefault(Severity.Info));
}
