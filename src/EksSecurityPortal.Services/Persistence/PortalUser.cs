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

/// <summary>Names of the roles, least first. Each may do what the ones before it may.</summary>
public static class PortalRoles
{
    /// <summary>Reads.</summary>
    public const string Viewer = "Viewer";

    /// <summary>Starts and cancels audits.</summary>
    public const string Reviewer = "Reviewer";

    /// <summary>Accounts, schedules, users.</summary>
    public const string Administrator = "Administrator";

    public static IReadOnlyList<string> All { get; } = [Viewer, Reviewer, Administrator];
}
