using EksSecurityPortal.Services.Posture;

namespace EksSecurityPortal.Web.Auth;

/// <summary>Personal tokens for the API. Only a hash is stored; a token may do what its person may, reading only unless the role allows more.</summary>
public interface IApiTokens
{
    /// <summary>The person's own tokens, newest first, ended ones included.</summary>
    Task<IReadOnlyList<ApiTokenRow>> ListAsync(string userName, CancellationToken cancellationToken);

    /// <summary>The secret is in the answer and nowhere else. Refuses empty or doubled names and lifetimes outside 1 to 365 days.</summary>
    Task<CommandResult<NewApiToken>> CreateAsync(string userName, string name, int lifetimeDays, CancellationToken cancellationToken);

    /// <summary>Ends a token of this person at once.</summary>
    Task<CommandResult<Guid>> RevokeAsync(string userName, Guid tokenId, CancellationToken cancellationToken);
}

/// <param name="Prefix">First characters of the token, to recognise it by.</param>
public sealed record ApiTokenRow(
    Guid Id, string Name, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

public sealed record NewApiToken(ApiTokenRow Row, string Secret);
