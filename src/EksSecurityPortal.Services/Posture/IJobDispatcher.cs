namespace EksSecurityPortal.Services.Posture;

/// <summary>
/// Hands work to the worker processes. Nothing but ids travels; handing over twice is harmless, for the rows decide who does the work, once.
/// </summary>
public interface IJobDispatcher
{
    void EnqueueAudit(Guid auditId);

    void EnqueueRun(Guid runId);
}
