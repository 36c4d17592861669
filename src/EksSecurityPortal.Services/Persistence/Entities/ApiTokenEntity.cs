namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>A personal API token. Only its hash is stored.</summary>
public sealed class ApiTokenEntity
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public required string TokenHash { get; set; }

    /// <summary>First characters of the token, to recognise it by; too few to guess the rest.</summary>
    public required string Prefix { get; set; }

    /// <summary>Id of the <see cref="PortalUser"/>.</summary>
    public required string OwnerId { get; set; }

    public required string OwnerName { get; set; }

    /// <summary>One of <see cref="Access.PortalRoles"/>; never more than the owner has.</summary>
    public required string Role { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
