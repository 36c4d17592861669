using EksSecurityPortal.Services.Posture;
using Hangfire;

namespace EksSecurityPortal.Services.Scheduling;

/// <param name="jobs">Made late: on PostgreSQL making it touches the database, which must have been started up before.</param>
internal sealed class HangfireDispatcher(Lazy<IBackgroundJobClient> jobs) : IJobDispatcher
{
    public void EnqueueAudit(Guid auditId) => jobs.Value.Enqueue<AuditJob>(job => job.RunAsync(auditId, CancellationToken.None));

    public void EnqueueRun(Guid runId) => jobs.Value.Enqueue<ClusterJob>(job => job.RunAsync(runId, CancellationToken.None));
}
