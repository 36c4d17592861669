using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EksSecurityPortal.Benchmarks;

/// <summary>
/// Makes a fleet of many findings out of the collected estate: clusters are copied into further accounts with everything that audits stored
/// about them, until there are as many findings as asked for. Severities, checks and texts are spread as the audited clusters spread them.
/// </summary>
internal static class ManyFindings
{
    private const int AccountCount = 40;
    private const int ResolvedEvery = 7;

    public static async Task<(int Clusters, int Findings)> AddAsync(IServiceProvider services, int wanted)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        await using var db = await contexts.CreateDbContextAsync();
        var templates = await db.Clusters.AsNoTracking().Where(cluster => cluster.NewestRunId != null).ToListAsync();
        var (audit, accounts) = await AddFrameAsync(db);
        var count = await db.Findings.CountAsync();
        for (var copy = 0; count < wanted; copy++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var template in templates)
            {
                count += await CopyAsync(db, template, audit, accounts[copy % accounts.Count], $"{template.Name}-{copy:d4}");
                db.ChangeTracker.Clear();
            }

            await transaction.CommitAsync();
        }

        return (await db.Clusters.CountAsync(), count);
    }

    private static async Task<(AuditEntity Audit, IReadOnlyList<string> Accounts)> AddFrameAsync(PortalDbContext db)
    {
        var template = await db.Audits.AsNoTracking().OrderBy(audit => audit.RequestedAt).FirstAsync();
        template.Id = Guid.CreateVersion7();
        var accounts = await db.Accounts.AsNoTracking().ToListAsync();
        var copies = Enumerable.Range(0, AccountCount).Select(index => new AccountEntity
        {
            Id = (300_000_000_000 + index).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Name = $"copied-{index:d2}",
            CreatedAt = accounts[0].CreatedAt,
            LastEnteredAt = accounts[0].LastEnteredAt,
        }).ToList();
        db.Audits.Add(template);
        db.Accounts.AddRange(copies);
        await db.SaveChangesAsync();
        return (template, [.. copies.Select(account => account.Id)]);
    }

    private static async Task<int> CopyAsync(PortalDbContext db, ClusterEntity template, AuditEntity audit, string account, string name)
    {
        var run = await db.Runs.AsNoTracking().FirstAsync(run => run.Id == template.NewestRunId);
        (run.Id, run.AuditId) = (Guid.CreateVersion7(), audit.Id);
        var entry = db.Entry(new ClusterEntity { Arn = "", AccountId = account, Partition = "", Region = "", Name = name, SearchText = "" });
        entry.CurrentValues.SetValues(template);
        var cluster = entry.Entity;
        (cluster.Id, cluster.AccountId, cluster.Name) = (0, account, name);
        cluster.Arn = $"arn:aws:eks:{cluster.Region}:{account}:cluster/{name}";
        cluster.SearchText = string.Join('\n', name, cluster.Region, account);
        cluster.NewestRunId = run.Id;
        db.Clusters.Add(cluster);
        await db.SaveChangesAsync();
        run.ClusterId = cluster.Id;
        db.Runs.Add(run);
        await db.SaveChangesAsync();
        await CopyFiguresAsync(db, template.Id, cluster.Id, run.Id);
        return await CopyFindingsAsync(db, template.Id, cluster, audit);
    }

    private static async Task CopyFiguresAsync(PortalDbContext db, int from, int to, Guid runId)
    {
        await CopyRowsAsync(db, db.OutcomeSets.Where(set => set.ClusterId == from), set => (set.ClusterId, set.RunId) = (to, runId));
        await CopyRowsAsync(db, db.ClusterChecks.Where(check => check.ClusterId == from), check => check.ClusterId = to);
        await CopyRowsAsync(db, db.ClusterAreas.Where(area => area.ClusterId == from), area => area.ClusterId = to);
        await CopyRowsAsync(db, db.ClusterParts.Where(part => part.ClusterId == from), part => part.ClusterId = to);
        await CopyRowsAsync(db, db.ClusterGaps.Where(gap => gap.ClusterId == from), gap => gap.ClusterId = to);
        await CopyRowsAsync(db, db.ScorePoints.Where(point => point.ClusterId == from), point => point.ClusterId = to);
    }

    private static async Task<int> CopyFindingsAsync(PortalDbContext db, int from, ClusterEntity to, AuditEntity audit)
    {
        var index = 0;
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        await CopyRowsAsync(db, db.Findings.Where(finding => finding.ClusterId == from), finding =>
        {
            var id = new FindingKey(to.Arn, finding.CheckId, finding.ResourceKind, finding.ResourceKey).Id;
            ids.Add(finding.Id, id);
            finding.SearchText = finding.SearchText.Replace(finding.ClusterName.ToLowerInvariant(), to.Name.ToLowerInvariant(), StringComparison.Ordinal);
            (finding.Id, finding.ClusterId, finding.AccountId, finding.ClusterName) = (id, to.Id, to.AccountId, to.Name);
            finding.FirstSeenAt -= TimeSpan.FromHours(index % 2000);
            if (index++ % ResolvedEvery == 0)
            {
                (finding.State, finding.ResolvedAt) = (FindingState.Resolved, finding.LastSeenAt);
            }
        });
        await CopyRowsAsync(db, db.FindingEvents.Where(item => db.Findings.Any(finding => finding.Id == item.FindingId && finding.ClusterId == from)), item =>
            (item.FindingId, item.AuditId) = (ids[item.FindingId], audit.Id));
        return ids.Count;
    }

    private static async Task CopyRowsAsync<T>(PortalDbContext db, IQueryable<T> rows, Action<T> change)
        where T : class
    {
        var copies = await rows.AsNoTracking().ToListAsync();
        copies.ForEach(change);
        await db.AddAllAsync(copies, CancellationToken.None);
    }
}
