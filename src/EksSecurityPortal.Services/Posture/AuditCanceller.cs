using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Posture;

/// <summary>
/// Cancels audits: what is queued ends at once, what this process collects is told to stop, what others collect stops at their next sign of
/// life.
/// </summary>
internal sealed class AuditCanceller(
    IDbContextFactory<PortalDbContext> contexts, AuditCloser closer, RunCancellations cancellations, PortalEventLog events, ProgressFeed feed, TimeProvider clock)
{
    /// <summary>False when the audit had ended already, or is not there.</summary>
    internal async Task<bool> CancelAsync(Guid auditId, string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var asked = await db.Audits
            .Where(audit => audit.Id == auditId && (audit.State == AuditState.Queued || audit.State == AuditState.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(audit => audit.CancelRequestedAt, audit => audit.CancelRequestedAt ?? now), cancellationToken);
        if (asked == 0)
        {
            return false;
        }

        await db.Runs
            .Where(run => run.AuditId == auditId && run.State == RunState.Queued)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, RunState.Cancelled).SetProperty(run => run.FinishedAt, now), cancellationToken);
        await events.AddAsync("AuditCancelled", actor, $"Cancelled the audit {auditId}.", cancellationToken);
        cancellations.Cancel(auditId);
        if (await db.Audits.AnyAsync(audit => audit.Id == auditId && audit.State == AuditState.Queued, cancellationToken))
        {
            await closer.CloseUnplannedAsync(auditId, AuditState.Cancelled, null, cancellationToken);
        }

        await closer.CloseIfDoneAsync(auditId, cancellationToken);
        feed.PostureChanged(auditId);
        return true;
    }
}
