namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>A recurring audit. <see cref="NextRunAt"/> decides; the job server only looks at it once a minute.</summary>
public sealed class ScheduleEntity
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Five fields.</summary>
    public required string Cron { get; set; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; set; }

    public bool IsEnabled { get; set; }

    /// <summary>Comes from configuration and follows it at every start.</summary>
    public bool IsDeclared { get; set; }

    public IReadOnlyList<string> AccountIds { get; set; } = [];

    public IReadOnlyList<string> Regions { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Null when disabled, or when the expression has no further occurrence.</summary>
    public DateTimeOffset? NextRunAt { get; set; }

    public DateTimeOffset? LastRunAt { get; set; }

    public Guid? LastAuditId { get; set; }
}
