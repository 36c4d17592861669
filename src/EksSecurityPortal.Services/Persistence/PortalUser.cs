using Microsoft.AspNetCore.Identity;

namespace EksSecurityPortal.Services.Persistence;

/// <summary>A person who signs in.</summary>
public sealed class PortalUser : IdentityUser
{
    public string? DisplayName { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Comes from configuration.</summary>
    public bool IsDeclared { get; set; }
}
