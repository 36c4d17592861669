using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Queries;

internal sealed class AuditQueries(IDbContextFactory<PortalDbContext> contexts, CoverageQuery coverage) : IAuditQueries
{
    /// <summary>Runs that a detail brings along; more are paged by <see cref="ListRunsAsync"/>.</summary>
    private const int RunsInDetail = 500;

    public async Task<Page<AuditRow>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var total = await db.Audits.CountAsync(cancellationToken);
        var query = db.Audits.OrderByDescending(audit => audit.RequestedAt).ThenByDescending(audit => audit.Id).Page(page);
        return new(await RunRows.WithSumsAsync(db, query, cancellationToken), total);
    }

    public async Task<AuditDetail?> FindAsync(Guid auditId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await RunRows.WithSumsAsync(db, db.Audits.Where(audit => audit.Id == auditId), cancellationToken) is not [var row])
        {
            return null;
        }

        var runs = await RunRows.Project(db, db.Runs.Where(run => run.AuditId == auditId)).Take(RunsInDetail).ToListAsync(cancellationToken);
        return new(row, runs, row.State is AuditState.Queued or AuditState.Running);
    }

    public async Task<Page<RunRow>> ListRunsAsync(Guid auditId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = db.Runs.Where(run => run.AuditId == auditId);
        return new(await RunRows.Project(db, runs).Page(page).ToListAsync(cancellationToken), await runs.CountAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<ScheduleRow>> ListSchedulesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Schedules.AsNoTracking().OrderBy(schedule => schedule.Name)
            .Select(schedule => new ScheduleRow(
                schedule.Id, schedule.Name, schedule.Cron, schedule.TimeZone, schedule.IsEnabled, schedule.IsDeclared, schedule.AccountIds, schedule.Regions,
                schedule.NextRunAt, schedule.LastRunAt, schedule.LastAuditId,
                db.Audits.Where(audit => audit.Id == schedule.LastAuditId).Select(audit => (AuditState?)audit.State).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<AccountRow>> ListAccountsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await AccountsAsync(db, db.Accounts.OrderBy(account => account.Name).ThenBy(account => account.Id), cancellationToken);
    }

    public async Task<AccountRow?> FindAccountAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await AccountsAsync(db, db.Accounts.Where(account => account.Id == accountId), cancellationToken) is [var row] ? row : null;
    }

    public Task<CoverageReport> GetCoverageAsync(CoverageFilter filter, PageRequest page, CancellationToken cancellationToken) => coverage.GetAsync(filter, page, cancellationToken);

    public async Task<Page<PortalEventRow>> ListEventsAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var total = await db.PortalEvents.CountAsync(cancellationToken);
        var rows = await db.PortalEvents.AsNoTracking().OrderByDescending(item => item.At).ThenByDescending(item => item.Id).Page(page)
            .Select(item => new PortalEventRow(item.Id, item.At, item.Kind, item.Actor, item.Text))
            .ToListAsync(cancellationToken);
        return new(rows, total);
    }

    private static async Task<IReadOnlyList<AccountRow>> AccountsAsync(PortalDbContext db, IQueryable<AccountEntity> query, CancellationToken cancellationToken)
    {
        var accounts = await query.AsNoTracking().ToListAsync(cancellationToken);
        var ids = accounts.Select(account => account.Id).ToArray();
        var figures = await db.Clusters.Where(cluster => ids.Contains(cluster.AccountId) && !cluster.IsGone)
            .GroupBy(cluster => cluster.AccountId)
            .Select(group => new
            {
                group.Key,
                Clusters = group.Count(),
                Open = new SeverityCounts(
                    group.Sum(cluster => cluster.OpenCritical), group.Sum(cluster => cluster.OpenHigh), group.Sum(cluster => cluster.OpenMedium),
                    group.Sum(cluster => cluster.OpenLow), group.Sum(cluster => cluster.OpenInfo)),
            })
            .ToDictionaryAsync(group => group.Key, StringComparer.Ordinal, cancellationToken);
        return
        [
            .. accounts.Select(account => new AccountRow(
                account.Id, account.Name, account.RoleArn, account.ExternalId, account.Regions, account.IsEnabled, account.IsDeclared, account.CreatedAt,
                figures.GetValueOrDefault(account.Id)?.Clusters ?? 0, figures.GetValueOrDefault(account.Id)?.Open ?? new(0, 0, 0, 0, 0),
                account.LastEnteredAt, account.LastRefusal, account.LastTestedAt, StoredJson.Read<List<PermissionProbe>>(account.LastProbesJson))),
        ];
    }
}
