namespace EksSecurityPortal.Services.Posture;

/// <summary>Starts and ends audits.</summary>
public interface IAuditService
{
    /// <summary>Stores the audit and queues it. Refuses unknown accounts or clusters, and a portal without accounts.</summary>
    Task<CommandResult<Guid>> StartAsync(AuditScope scope, string origin, CancellationToken cancellationToken);

    /// <summary>Asks running collections to end; what they had read is dropped. False when it had ended already.</summary>
    Task<bool> CancelAsync(Guid auditId, string actor, CancellationToken cancellationToken);
}
