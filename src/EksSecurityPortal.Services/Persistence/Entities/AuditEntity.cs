using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Queries;

namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>One execution over a scope of accounts, regions and clusters. This row, not the job queue, says where it stands.</summary>
public sealed class AuditEntity
{
    public Guid Id { get; set; }

    public AuditState State { get; set; }

    public required string Origin { get; set; }

    public Guid? ScheduleId { get; set; }

    public IReadOnlyList<string> AccountIds { get; set; } = [];

    public IReadOnlyList<string> Regions { get; set; } = [];

    public IReadOnlyList<string> ClusterArns { get; set; } = [];

    public required string ScopeText { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>When it was last handed to the job queue.</summary>
    public DateTimeOffset EnqueuedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When its runs had been written; null while accounts are still being looked through.</summary>
    public DateTimeOffset? PlannedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? CancelRequestedAt { get; set; }

    /// <summary>How often planning began; more than once only after a crash.</summary>
    public int Attempt { get; set; }

    /// <summary>Last sign of life of the process that plans it.</summary>
    public DateTimeOffset? HeartbeatAt { get; set; }

    /// <summary>Accounts and regions that could not be entered.</summary>
    public IReadOnlyList<StoredAuditGap> Gaps { get; set; } = [];

    public string? Error { get; set; }
}

/// <param name="Region">Null for the account as a whole.</param>
public sealed record StoredAuditGap(string AccountId, string? Region, PartGap Gap);
