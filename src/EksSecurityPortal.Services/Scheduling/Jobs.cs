using EksSecurityPortal.Services.Posture;
using Hangfire;

namespace EksSecurityPortal.Services.Scheduling;

/// <summary>Names of the job server's queues, most urgent first: a new audit is planned before the clusters of older ones.</summary>
internal static class JobQueues
{
    internal const string Audits = "audits";
    internal const string Clusters = "clusters";
    internal const string Upkeep = "upkeep";
}

// Jobs are adapters: ids in, one call, the server's token passed on. Nothing is retried by the server: our rows are the truth, and
// AuditRecovery retries what was interrupted.

/// <summary>Plans one audit.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class AuditJob(AuditPlanner planner)
{
    [Queue(JobQueues.Audits)]
    public Task RunAsync(Guid auditId, CancellationToken cancellationToken) => planner.PlanAsync(auditId, cancellationToken);
}

/// <summary>Collects one cluster.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class ClusterJob(PostureService posture)
{
    [Queue(JobQueues.Clusters)]
    public Task RunAsync(Guid runId, CancellationToken cancellationToken) => posture.RunAsync(runId, cancellationToken);
}

/// <summary>Every minute: starts audits that are due and puts interrupted work back.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class MinuteJob(DueSchedules schedules, AuditRecovery recovery)
{
    [Queue(JobQueues.Audits)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await schedules.RunAsync(cancellationToken);
        await recovery.SweepAsync(cancellationToken);
    }
}

/// <summary>Every night: removes what is older than configured.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class RetentionJob(Retention retention)
{
    [Queue(JobQueues.Upkeep)]
    public Task RunAsync(CancellationToken cancellationToken) => retention.PruneAsync(cancellationToken);
}
