namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>Something a person, a schedule or the portal itself did. Only ever added; old ones are pruned.</summary>
public sealed class PortalEventEntity
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Kind { get; set; }

    public required string Actor { get; set; }

    public required string Text { get; set; }
}
