using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Services.Posture;

/// <summary>What was found in one account of the audit's scope.</summary>
/// <param name="Refusal">Why it could not be entered or looked through; then there is no discovery.</param>
internal sealed record AccountPlan(AccountEntity Account, ClusterDiscovery? Discovery, PartGap? Refusal);

/// <summary>
/// Turns an audit into runs: enters the accounts of its scope, finds their clusters, writes one run per cluster in one transaction, and
/// hands the runs over to the workers.
/// </summary>
internal sealed partial class AuditPlanner(
    IDbContextFactory<PortalDbContext> contexts, AccountSessions sessions, AuditPlanWriter writer, RunCancellations cancellations, AuditCloser closer,
    IJobDispatcher jobs, ProgressFeed feed, TimeProvider clock, ILogger<AuditPlanner> logger)
{
    private const int AccountsAtOnce = 4;

    /// <summary>Does nothing when the audit has been planned, ended, or is being planned elsewhere.</summary>
    /// <exception cref="OperationCanceledException">The process is stopping; the audit is put back.</exception>
    public async Task PlanAsync(Guid auditId, CancellationToken stopping)
    {
        var audit = await TryBeginAsync(auditId, stopping);
        if (audit is null)
        {
            return;
        }

        feed.PostureChanged(auditId);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var registration = cancellations.Register(auditId, auditId, source);
        try
        {
            var plans = await DiscoverAsync(audit, source.Token);
            var runs = await writer.WriteAsync(audit, plans, source.Token);
            Planned(logger, auditId, plans.Count, runs.Count);
            foreach (var run in runs)
            {
                jobs.EnqueueRun(run);
            }

            await closer.CloseIfDoneAsync(auditId, CancellationToken.None);
            feed.PostureChanged(auditId);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await GiveBackAsync(auditId, CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException)
        {
            await closer.CloseUnplannedAsync(auditId, AuditState.Cancelled, null, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // the edge of the job: the row must say that it failed
            Broken(logger, exception, auditId);
            await closer.CloseUnplannedAsync(auditId, AuditState.Failed, $"Planning ended by a defect ({exception.GetType().Name}); the portal's log has the details.", CancellationToken.None);
        }
    }

    private async Task<AuditEntity?> TryBeginAsync(Guid auditId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var stale = now - RunClaims.Lease;
        var begun = await db.Audits
            .Where(audit => audit.Id == auditId && audit.PlannedAt == null && (audit.State == AuditState.Queued || (audit.State == AuditState.Running && audit.HeartbeatAt < stale)))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(audit => audit.State, AuditState.Running)
                    .SetProperty(audit => audit.Attempt, audit => audit.Attempt + 1)
                    .SetProperty(audit => audit.StartedAt, audit => audit.StartedAt ?? now)
                    .SetProperty(audit => audit.HeartbeatAt, now),
                cancellationToken);
        if (begun == 0)
        {
            return null;
        }

        var audit = await db.Audits.AsNoTracking().FirstAsync(audit => audit.Id == auditId, cancellationToken);
        if (audit.CancelRequestedAt is not null)
        {
            await closer.CloseUnplannedAsync(auditId, AuditState.Cancelled, null, cancellationToken);
            return null;
        }

        if (audit.Attempt > RunClaims.MaxAttempts)
        {
            await closer.CloseUnplannedAsync(auditId, AuditState.Failed, $"The portal ended {RunClaims.MaxAttempts} times while it looked for clusters. Look at its log, then start a new audit.", cancellationToken);
            return null;
        }

        return audit;
    }

    private async Task<IReadOnlyList<AccountPlan>> DiscoverAsync(AuditEntity audit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = AccountsOf(audit);
        var accounts = await db.Accounts.AsNoTracking()
            .Where(account => account.IsEnabled && (wanted.Count == 0 || wanted.Contains(account.Id)))
            .OrderBy(account => account.Id)
            .ToListAsync(cancellationToken);
        var plans = new AccountPlan[accounts.Count];
        await Parallel.ForAsync(0, accounts.Count, new ParallelOptions { MaxDegreeOfParallelism = AccountsAtOnce, CancellationToken = cancellationToken }, async (index, token) =>
        {
            plans[index] = await DiscoverAsync(audit, accounts[index], token);
            await BeatAsync(audit.Id, token);
        });
        return plans;
    }

    /// <summary>Empty for all; clusters that are asked for by ARN bring their accounts with them.</summary>
    private static List<string> AccountsOf(AuditEntity audit) =>
        [.. audit.AccountIds.Concat(audit.ClusterArns.Select(arn => arn.Split(':') is [_, _, _, _, var account, ..] ? account : "")).Distinct(StringComparer.Ordinal)];

    private async Task<AccountPlan> DiscoverAsync(AuditEntity audit, AccountEntity account, CancellationToken cancellationToken)
    {
        var regions = AuditRegions.Of(audit, account);
        if (regions is { Count: 0 } && (audit.Regions.Count > 0 || audit.ClusterArns.Count > 0))
        {
            return new(account, new([], [], []), null);
        }

        try
        {
            var entry = await sessions.EnterAsync(audit.Id, PostureService.Connection(account, regions), cancellationToken);
            return entry.Session is null
                ? new(account, null, entry.Refusal ?? new PartGap(GapReason.Failed, "", "The account could not be entered."))
                : new(account, await entry.Session.FindClustersAsync(cancellationToken), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // a defect in one account must not hide the others
            AccountBroken(logger, exception, account.Id);
            return new(account, null, new PartGap(GapReason.Failed, "", $"Looking for clusters ended by a defect ({exception.GetType().Name}); the portal's log has the details."));
        }
    }

    private async Task BeatAsync(Guid auditId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await db.Audits.Where(audit => audit.Id == auditId).ExecuteUpdateAsync(set => set.SetProperty(audit => audit.HeartbeatAt, now), cancellationToken);
    }

    private async Task GiveBackAsync(Guid auditId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Audits
            .Where(audit => audit.Id == auditId && audit.State == AuditState.Running && audit.PlannedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(audit => audit.State, AuditState.Queued).SetProperty(audit => audit.Attempt, audit => audit.Attempt - 1), cancellationToken);
    }

    [LoggerMessage(EventId = 2141, Level = LogLevel.Information, Message = "Audit {AuditId} is planned: {Accounts} accounts, {Clusters} clusters")]
    private static partial void Planned(ILogger logger, Guid auditId, int accounts, int clusters);

    [LoggerMessage(EventId = 2142, Level = LogLevel.Error, Message = "Planning of audit {AuditId} failed")]
    private static partial void Broken(ILogger logger, Exception exception, Guid auditId);

    [LoggerMessage(EventId = 2143, Level = LogLevel.Error, Message = "Looking for clusters in account {AccountId} failed")]
    private static partial void AccountBroken(ILogger logger, Exception exception, string accountId);
}
