using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Queries;

/// <summary>A <see cref="FindingFilter"/> as conditions of the database. Sorting ends with the key, so that pages never overlap.</summary>
internal static class FindingFilters
{
    internal static IQueryable<FindingEntity> Matching(this PortalDbContext db, FindingFilter filter)
    {
        var query = ByPlace(db, db.Findings.AsNoTracking(), filter);
        var states = filter.States.Count == 0 ? [FindingState.Open] : filter.States.Distinct().ToArray();
        query = states is [var state] ? query.Where(finding => finding.State == state) : query.Where(finding => states.Contains(finding.State));
        if (filter.Severities is { Count: > 0 } severities)
        {
            query = query.Where(finding => severities.Contains(finding.Severity));
        }

        if (filter.Areas is { Count: > 0 } areas)
        {
            query = query.Where(finding => areas.Contains(finding.Area));
        }

        return filter.CheckIds is { Count: > 0 } checks ? query.Where(finding => checks.Contains(finding.CheckId)) : query;
    }

    /// <summary>Everything but the choices of facets: namespace, text and audits.</summary>
    internal static IQueryable<FindingEntity> ByText(PortalDbContext db, IQueryable<FindingEntity> query, FindingFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Namespace))
        {
            query = query.Where(finding => finding.Namespace == filter.Namespace);
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var pattern = Paged.Pattern(filter.Text);
            query = query.Where(finding => EF.Functions.Like(finding.SearchText, pattern, @"\"));
        }

        if (filter.OpenedInAudit is { } opened)
        {
            query = query.Where(finding => db.FindingEvents.Any(item =>
                item.AuditId == opened && (item.Kind == nameof(FindingChangeKind.Opened) || item.Kind == nameof(FindingChangeKind.Reopened)) && item.FindingId == finding.Id));
        }

        if (filter.ResolvedInAudit is { } resolved)
        {
            query = query.Where(finding => db.FindingEvents.Any(item =>
                item.AuditId == resolved && item.Kind == nameof(FindingChangeKind.Resolved) && item.FindingId == finding.Id));
        }

        return query;
    }

    internal static IQueryable<FindingEntity> Sorted(this IQueryable<FindingEntity> query, FindingSort sort) => (sort.By, sort.Descending) switch
    {
        (FindingSortBy.Severity, true) => query.OrderByDescending(finding => finding.Severity).ThenByDescending(finding => finding.CheckId).ThenByDescending(finding => finding.Id),
        (FindingSortBy.Severity, false) => query.OrderBy(finding => finding.Severity).ThenBy(finding => finding.CheckId).ThenBy(finding => finding.Id),
        (FindingSortBy.FirstSeen, true) => query.OrderByDescending(finding => finding.FirstSeenAt).ThenByDescending(finding => finding.Id),
        (FindingSortBy.FirstSeen, false) => query.OrderBy(finding => finding.FirstSeenAt).ThenBy(finding => finding.Id),
        (FindingSortBy.LastSeen, true) => query.OrderByDescending(finding => finding.LastSeenAt).ThenByDescending(finding => finding.Id),
        (FindingSortBy.LastSeen, false) => query.OrderBy(finding => finding.LastSeenAt).ThenBy(finding => finding.Id),
        (FindingSortBy.Check, true) => query.OrderByDescending(finding => finding.CheckId).ThenByDescending(finding => finding.Id),
        (FindingSortBy.Check, false) => query.OrderBy(finding => finding.CheckId).ThenBy(finding => finding.Id),
        (FindingSortBy.Cluster, true) => query.OrderByDescending(finding => finding.ClusterName).ThenByDescending(finding => finding.Id),
        (FindingSortBy.Cluster, false) => query.OrderBy(finding => finding.ClusterName).ThenBy(finding => finding.Id),
        (FindingSortBy.Resource, true) => query.OrderByDescending(finding => finding.ResourceName).ThenByDescending(finding => finding.Id),
        _ => query.OrderBy(finding => finding.ResourceName).ThenBy(finding => finding.Id),
    };

    private static IQueryable<FindingEntity> ByPlace(PortalDbContext db, IQueryable<FindingEntity> query, FindingFilter filter)
    {
        query = ByText(db, query, filter);
        if (filter.AccountIds is { Count: > 0 } accounts)
        {
            query = query.Where(finding => accounts.Contains(finding.AccountId));
        }

        if (filter.Regions is { Count: > 0 } regions)
        {
            query = query.Where(finding => regions.Contains(finding.Region));
        }

        return filter.ClusterArns is { Count: > 0 } arns
            ? query.Where(finding => db.Clusters.Where(cluster => arns.Contains(cluster.Arn)).Select(cluster => cluster.Id).Contains(finding.ClusterId))
            : query;
    }
}
