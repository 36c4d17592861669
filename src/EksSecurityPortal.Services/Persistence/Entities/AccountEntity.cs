using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>An AWS account that the portal reads, and what the last attempts to enter it gave.</summary>
public sealed class AccountEntity
{
    /// <summary>Twelve digits.</summary>
    public required string Id { get; set; }

    public required string Name { get; set; }

    public string? RoleArn { get; set; }

    public string? ExternalId { get; set; }

    /// <summary>Region codes to look into; empty for every region enabled in the account.</summary>
    public IReadOnlyList<string> Regions { get; set; } = [];

    public bool IsEnabled { get; set; } = true;

    /// <summary>Comes from configuration and follows it at every start.</summary>
    public bool IsDeclared { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastEnteredAt { get; set; }

    /// <summary>Why the newest attempt to enter failed; null after one that succeeded.</summary>
    public PartGap? LastRefusal { get; set; }

    /// <summary>Regions that the newest discovery could not look into; <see cref="PartGap.Subject"/> is the region.</summary>
    public IReadOnlyList<PartGap> RegionGaps { get; set; } = [];

    public DateTimeOffset? LastTestedAt { get; set; }

    /// <summary>JSON of the last permission test's answers; empty before the first.</summary>
    public string LastProbesJson { get; set; } = "[]";
}
