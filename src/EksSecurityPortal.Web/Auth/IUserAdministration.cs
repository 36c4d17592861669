using EksSecurityPortal.Services.Posture;

namespace EksSecurityPortal.Web.Auth;

/// <summary>The people who may sign in, for the page that administrates them.</summary>
public interface IUserAdministration
{
    /// <summary>Ordered by name.</summary>
    Task<IReadOnlyList<PortalUserRow>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Makes a person who then sets the password by the one-time link.</summary>
    Task<CommandResult<OneTimeLink>> AddAsync(string email, string role, string actor, CancellationToken cancellationToken);

    /// <summary>Refused for the last administrator and for declared people.</summary>
    Task<CommandResult<string>> SetRoleAsync(string userId, string role, string actor, CancellationToken cancellationToken);

    /// <summary>A disabled person's sessions and tokens end. Refused for the last administrator and for oneself.</summary>
    Task<CommandResult<string>> SetDisabledAsync(string userId, bool isDisabled, string actor, CancellationToken cancellationToken);

    /// <summary>A new one-time link; sessions end and the old password no longer works.</summary>
    Task<CommandResult<OneTimeLink>> ResetAsync(string userId, string actor, CancellationToken cancellationToken);
}

/// <param name="Role">One of <see cref="PortalRoles"/>.</param>
/// <param name="IsDeclared">Comes from configuration: shown, not editable.</param>
/// <param name="HasPassword">False until the one-time link was used.</param>
public sealed record PortalUserRow(
    string Id, string Email, string Role, bool IsDisabled, bool IsDeclared, bool HasPassword, DateTimeOffset? CreatedAt, DateTimeOffset? LastSignInAt);

/// <summary>Shown once to the administrator, who hands it to the person.</summary>
public sealed record OneTimeLink(string Email, string Url, DateTimeOffset ExpiresAt);
