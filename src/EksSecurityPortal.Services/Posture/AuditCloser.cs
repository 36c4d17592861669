using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Ends an audit when its last run has ended; called by every run that ends, carried out once.</summary>
internal sealed partial class AuditCloser(
    IDbContextFactory<PortalDbContext> contexts, PortalEventLog events, AccountSessions sessions, ProgressFeed feed, TimeProvider clock, ILogger<AuditCloser> logger)
{
    /// <summary>False when it goes on, or had been closed before.</summary>
    internal async Task<bool> CloseIfDoneAsync(Guid auditId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var audit = await db.Audits.AsNoTracking().FirstOrDefaultAsync(audit => audit.Id == auditId, cancellationToken);
        if (audit is not { State: AuditState.Running, PlannedAt: not null })
        {
            return false;
        }

        var states = await db.Runs.Where(run => run.AuditId == auditId).GroupBy(run => run.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, cancellationToken);
        return !states.ContainsKey(RunState.Queued) && !states.ContainsKey(RunState.Running)
            && await CloseAsync(db, audit, Judge(audit, states), null, cancellationToken);
    }

    /// <summary>Ends an audit that could not be planned, or was cancelled before it was.</summary>
    internal async Task<bool> CloseUnplannedAsync(Guid auditId, AuditState state, string? error, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var audit = await db.Audits.AsNoTracking().FirstOrDefaultAsync(audit => audit.Id == auditId, cancellationToken);
        return audit is { PlannedAt: null } && await CloseAsync(db, audit, state, error, cancellationToken);
    }

    /// <summary>Closes sessions of audits that another process has ended.</summary>
    internal async Task ForgetSessionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var auditId in sessions.Audits)
        {
            if (!await db.Audits.AnyAsync(audit => audit.Id == auditId && audit.FinishedAt == null, cancellationToken))
            {
                await sessions.CloseAsync(auditId);
            }
        }
    }

    internal static AuditState Judge(AuditEntity audit, IReadOnlyDictionary<RunState, int> states)
    {
        if (audit.CancelRequestedAt is not null)
        {
            return AuditState.Cancelled;
        }

        var read = states.GetValueOrDefault(RunState.Succeeded) + states.GetValueOrDefault(RunState.Partial);
        var total = states.Values.Sum();
        if (read == 0 && (audit.Gaps.Count > 0 || states.GetValueOrDefault(RunState.Failed) == total) && (total > 0 || audit.Gaps.Count > 0))
        {
            return AuditState.Failed;
        }

        return audit.Gaps.Count == 0 && states.GetValueOrDefault(RunState.Succeeded) == total ? AuditState.Succeeded : AuditState.Partial;
    }

    private async Task<bool> CloseAsync(PortalDbContext db, AuditEntity audit, AuditState state, string? error, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var closed = await db.Audits
            .Where(row => row.Id == audit.Id && (row.State == AuditState.Queued || row.State == AuditState.Running))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, state).SetProperty(row => row.FinishedAt, now).SetProperty(row => row.Error, row => error ?? row.Error),
                cancellationToken);
        if (closed == 0)
        {
            return false;
        }

        await AddFleetScoreAsync(db, now, cancellationToken);
        events.Add(db, "AuditEnded", "portal", $"The audit of {audit.ScopeText}, started by {audit.Origin}, ended: {state}.");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await sessions.CloseAsync(audit.Id);
        feed.PostureChanged(audit.Id);
        Closed(logger, audit.Id, state, (now - (audit.StartedAt ?? now)).TotalSeconds);
        return true;
    }

    /// <summary>The mean over clusters that still exist and could be judged.</summary>
    private static async Task AddFleetScoreAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var judged = db.Clusters.Where(cluster => !cluster.IsGone && cluster.NewestRunId != null);
        if (await judged.AnyAsync(cancellationToken))
        {
            var score = await judged.AverageAsync(cluster => cluster.Score, cancellationToken);
            var coverage = await judged.AverageAsync(cluster => cluster.Coverage, cancellationToken);
            db.ScorePoints.Add(new ScorePointEntity { At = now, Score = score, Coverage = coverage });
        }
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Information, Message = "Audit {AuditId} ended {State} after {Seconds:0.0} s")]
    private static partial void Closed(ILogger logger, Guid auditId, AuditState state, double seconds);
}
