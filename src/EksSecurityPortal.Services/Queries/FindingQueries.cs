using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Queries;

internal sealed class FindingQueries(IDbContextFactory<PortalDbContext> contexts) : IFindingQueries
{
    public async Task<Page<FindingRow>> ListAsync(FindingFilter filter, FindingSort sort, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var matching = db.Matching(filter);
        var total = await matching.CountAsync(cancellationToken);
        var rows = await Project(matching.Sorted(sort).Page(page)).ToListAsync(cancellationToken);
        return new([.. rows.Select(WithTitle)], total);
    }

    public async Task<FindingFacets> GetFacetsAsync(FindingFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // one statement: at most clusters x checks groups come back, and every facet is a sum of them
        var groups = await FindingFilters.ByText(db, db.Findings.AsNoTracking(), filter)
            .GroupBy(finding => new { finding.ClusterId, finding.State, finding.Severity, finding.Area, finding.CheckId })
            .Select(group => new { group.Key.ClusterId, group.Key.State, group.Key.Severity, group.Key.Area, group.Key.CheckId, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var clusters = await db.Clusters.AsNoTracking()
            .Join(db.Accounts, cluster => cluster.AccountId, account => account.Id, (cluster, account) => new { cluster.Id, Place = new FacetPlace(cluster.Arn, cluster.Name, cluster.Region, account.Id, account.Name) })
            .ToDictionaryAsync(cluster => cluster.Id, cluster => cluster.Place, cancellationToken);
        return FindingFacetCounter.Count(
            [.. groups.Where(group => clusters.ContainsKey(group.ClusterId)).Select(group => new FacetGroup(clusters[group.ClusterId], group.State, group.Severity, group.Area, group.CheckId, group.Count))],
            filter);
    }

    public async Task<FindingDetail?> FindAsync(string findingId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var one = db.Findings.AsNoTracking().Where(finding => finding.Id == findingId);
        if (await Project(one).FirstOrDefaultAsync(cancellationToken) is not { } row)
        {
            return null;
        }

        var rest = await one.Select(finding => new { finding.EvidenceJson, finding.NotAssessedReason }).FirstAsync(cancellationToken);
        var history = await db.FindingEvents.AsNoTracking()
            .Where(item => item.FindingId == findingId)
            .OrderByDescending(item => item.At).ThenByDescending(item => item.Id)
            .Take(200)
            .Select(item => new FindingEvent(item.At, item.AuditId, item.Kind, item.Text))
            .ToListAsync(cancellationToken);
        var check = CheckCatalog.Find(row.CheckId);
        var shown = WithTitle(row);
        return new(
            shown, StoredJson.Read<List<Evidence>>(rest.EvidenceJson), check,
            RemediationText.Command(check?.Remediation.Command, shown), RemediationText.Manifest(check?.Remediation.Manifest, shown),
            history, rest.NotAssessedReason is not null, rest.NotAssessedReason);
    }

    /// <summary>Titles are the catalogue's; they are filled in by <see cref="WithTitle"/>.</summary>
    internal static IQueryable<FindingRow> Project(IQueryable<FindingEntity> findings) => findings.Select(finding => new FindingRow(
        finding.Id, finding.CheckId, "", finding.Area, finding.Severity, finding.State, finding.AccountId, finding.Region, finding.ClusterName, finding.Cluster!.Arn,
        finding.ResourceKind, finding.ResourceKey, finding.ResourceName, finding.Namespace, finding.Summary, finding.FirstSeenAt, finding.LastSeenAt, finding.ResolvedAt, finding.TimesSeen));

    internal static FindingRow WithTitle(FindingRow row) => row with { CheckTitle = TitleOf(row.CheckId) };

    /// <summary>The id when the check has been retired.</summary>
    internal static string TitleOf(string checkId) => CheckCatalog.Find(checkId)?.Title ?? checkId;
}
