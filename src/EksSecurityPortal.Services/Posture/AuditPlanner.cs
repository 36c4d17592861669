using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Services.Posture;

/// <summary>
/// Turns an audit into runs: enters the accounts of its scope, finds their clusters, writes one run per cluster in one transaction, and
/// hands the runs over to the workers.
/// </summary>
internal sealed partial class AuditPlanner(
    AuditDiscovery discovery, AuditPlanWriter writer, RunCancellations cancellations, AuditCloser closer, IJobDispatcher jobs, ILogger<AuditPlanner> logger)
{
    /// <summary>Does nothing when the audit has been planned, ended, or is being planned elsewhere.</summary>
    /// <exception cref="OperationCanceledException">The process is stopping; the audit is put back.</exception>
    public async Task PlanAsync(Guid auditId, CancellationToken stopping)
    {
        var audit = await writer.TryBeginAsync(auditId, stopping);
        if (audit is null)
        {
            return;
        }

        if (audit.CancelRequestedAt is not null)
        {
            await closer.CloseUnplannedAsync(auditId, AuditState.Cancelled, null, stopping);
            return;
        }

        if (audit.Attempt > RunClaims.MaxAttempts)
        {
            await closer.CloseUnplannedAsync(auditId, AuditState.Failed, $"The portal ended {RunClaims.MaxAttempts} times while it looked for clusters. Look at its log, then start a new audit.", stopping);
            return;
        }

        await PlanAsync(audit, stopping);
    }

    private async Task PlanAsync(AuditEntity audit, CancellationToken stopping)
    {
        var auditId = audit.Id;
        using var source = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var registration = cancellations.Register(auditId, auditId, source);
        try
        {
            var plans = await discovery.DiscoverAsync(audit, source.Token);
            var runs = await writer.WriteAsync(audit, plans, source.Token);
            Planned(logger, auditId, plans.Count, runs.Count);
            foreach (var run in runs)
            {
                jobs.EnqueueRun(run);
            }

            await closer.CloseIfDoneAsync(auditId, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await writer.GiveBackAsync(auditId, CancellationToken.None);
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

    [LoggerMessage(EventId = 2141, Level = LogLevel.Information, Message = "Audit {AuditId} is planned: {Accounts} accounts, {Clusters} clusters")]
    private static partial void Planned(ILogger logger, Guid auditId, int accounts, int clusters);

    [LoggerMessage(EventId = 2142, Level = LogLevel.Error, Message = "Planning of audit {AuditId} failed")]
    private static partial void Broken(ILogger logger, Exception exception, Guid auditId);
}
