using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Services.Posture;

/// <summary>
/// Puts back to work what a process left behind when it was killed. Rows decide: a job queue that forgot, or that remembers twice, changes
/// nothing.
/// </summary>
internal sealed partial class AuditRecovery(
    IDbContextFactory<PortalDbContext> contexts, DatabaseSettings settings, IJobDispatcher jobs, AuditCloser closer, TimeProvider clock, ILogger<AuditRecovery> logger)
{
    /// <summary>A queued row that nobody took for so long is handed over again.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    /// <summary>
    /// At the start of a worker. On SQLite this process is the only one (it holds the file's lock), so whatever is under way is an orphan and the
    /// job queue is empty.
    /// </summary>
    public Task ResumeAsync(CancellationToken cancellationToken)
    {
        var isAlone = settings.File is not null;
        return RecoverAsync(isAlone ? DateTimeOffset.MaxValue : clock.GetUtcNow() - RunClaims.Lease, isAlone ? DateTimeOffset.MaxValue : clock.GetUtcNow() - Forgotten, cancellationToken);
    }

    /// <summary>Once a minute: what processes that died elsewhere left behind, and audits whose last run ended unseen.</summary>
    public Task SweepAsync(CancellationToken cancellationToken) =>
        RecoverAsync(clock.GetUtcNow() - RunClaims.Lease, clock.GetUtcNow() - Forgotten, cancellationToken);

    private async Task RecoverAsync(DateTimeOffset silentSince, DateTimeOffset queuedBefore, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await db.Audits
            .Where(audit => audit.State == AuditState.Running && audit.PlannedAt == null && audit.HeartbeatAt < silentSince)
            .ExecuteUpdateAsync(set => set.SetProperty(audit => audit.State, AuditState.Queued).SetProperty(audit => audit.EnqueuedAt, DateTimeOffset.UnixEpoch), cancellationToken);
        await db.Runs
            .Where(run => run.State == RunState.Running && run.HeartbeatAt < silentSince)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, RunState.Queued).SetProperty(run => run.EnqueuedAt, DateTimeOffset.UnixEpoch), cancellationToken);
        await db.Clusters
            .Where(cluster => cluster.ClaimedByRunId != null && !db.Runs.Any(run => run.Id == cluster.ClaimedByRunId && run.State == RunState.Running))
            .ExecuteUpdateAsync(
                set => set.SetProperty(cluster => cluster.ClaimedByRunId, (Guid?)null).SetProperty(cluster => cluster.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);

        var audits = await db.Audits.Where(audit => audit.State == AuditState.Queued && audit.EnqueuedAt < queuedBefore).Select(audit => audit.Id).ToListAsync(cancellationToken);
        var runs = await db.Runs.Where(run => run.State == RunState.Queued && run.EnqueuedAt < queuedBefore).OrderBy(run => run.QueuedAt).Select(run => run.Id).ToListAsync(cancellationToken);
        await db.Audits.Where(audit => audits.Contains(audit.Id)).ExecuteUpdateAsync(set => set.SetProperty(audit => audit.EnqueuedAt, now), cancellationToken);
        await db.Runs.Where(run => runs.Contains(run.Id)).ExecuteUpdateAsync(set => set.SetProperty(run => run.EnqueuedAt, now), cancellationToken);
        if (audits.Count + runs.Count > 0)
        {
            Resumed(logger, audits.Count, runs.Count);
        }

        audits.ForEach(jobs.EnqueueAudit);
        runs.ForEach(jobs.EnqueueRun);
        foreach (var audit in await db.Audits.Where(audit => audit.State == AuditState.Running && audit.PlannedAt != null).Select(audit => audit.Id).ToListAsync(cancellationToken))
        {
            await closer.CloseIfDoneAsync(audit, cancellationToken);
        }

        await closer.ForgetSessionsAsync(cancellationToken);
    }

    [LoggerMessage(EventId = 2171, Level = LogLevel.Warning, Message = "Resuming what had been interrupted: {Audits} audits to plan, {Runs} clusters to collect")]
    private static partial void Resumed(ILogger logger, int audits, int runs);
}
