using System.Security.Claims;
using System.Text.Encodings.Web;
using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Services.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Web.Auth;

/// <summary>Lets programs in by <c>Authorization: Bearer eksp_…</c>. A token may do what its role says, and never more than its person may now.</summary>
internal sealed class ApiTokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiToken";

    // writing the time of each use would make every read a write
    private static readonly TimeSpan LastUseResolution = TimeSpan.FromMinutes(5);

    private string Header => Request.Headers.Authorization.ToString();

    private bool HasToken => Header.StartsWith("Bearer " + ApiTokenFormat.Start, StringComparison.OrdinalIgnoreCase);

    // policies name two schemes, and both are asked to refuse: without a token the answer (a page to sign in, a redirect) is the cookie's
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => HasToken ? base.HandleChallengeAsync(properties) : Task.CompletedTask;

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => HasToken ? base.HandleForbiddenAsync(properties) : Task.CompletedTask;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!HasToken)
        {
            return AuthenticateResult.NoResult();
        }

        var hash = ApiTokenFormat.Hash(Header["Bearer ".Length..].Trim());
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(Context.RequestAborted);
        var found = await (
            from token in database.ApiTokens
            join user in database.Users on token.OwnerId equals user.Id
            where token.TokenHash == hash && token.RevokedAt == null
            select new
            {
                token.Id,
                token.Role,
                token.ExpiresAt,
                token.LastUsedAt,
                user.UserName,
                OwnerId = user.Id,
                user.LockoutEnd,
                OwnerRole = (from link in database.UserRoles join role in database.Roles on link.RoleId equals role.Id where link.UserId == user.Id select role.Name).FirstOrDefault(),
            }).AsNoTracking().FirstOrDefaultAsync(Context.RequestAborted);
        if (found is null || found.ExpiresAt <= now || found.LockoutEnd > now || found.OwnerRole is null)
        {
            return AuthenticateResult.Fail("The API token is unknown, expired or revoked. Make a new one under Settings, API tokens.");
        }

        if (found.LastUsedAt is not { } last || now - last > LastUseResolution)
        {
            await database.ApiTokens.Where(token => token.Id == found.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, now), Context.RequestAborted);
        }

        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, found.OwnerId),
                new(ClaimTypes.Name, found.UserName ?? found.OwnerId),
                new(ClaimTypes.Role, PortalRoles.Weaker(found.Role, found.OwnerRole)),
            ],
            Scheme);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme));
    }
}
