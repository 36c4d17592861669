using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Posture;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Web.Auth;

/// <inheritdoc cref="IApiTokens"/>
internal sealed class ApiTokens(IDbContextFactory<PortalDbContext> databases, UserManager<PortalUser> users, TimeProvider clock) : IApiTokens
{
    public const int MaxLifetimeDays = 365;

    public const int MaxNameLength = 80;

    public async Task<IReadOnlyList<ApiTokenRow>> ListAsync(string userName, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await (
            from token in database.ApiTokens
            join user in database.Users on token.OwnerId equals user.Id
            where user.UserName == userName
            orderby token.CreatedAt descending, token.Id
            select new ApiTokenRow(token.Id, token.Name, token.Prefix, token.CreatedAt, token.ExpiresAt, token.LastUsedAt, token.RevokedAt)).AsNoTracking().ToListAsync(cancellationToken);
    }

    public async Task<CommandResult<NewApiToken>> CreateAsync(string userName, string name, int lifetimeDays, CancellationToken cancellationToken)
    {
        name = name.Trim();
        var errors = new List<InputError>();
        if (name.Length is 0 or > MaxNameLength || name.Any(char.IsControl))
        {
            errors.Add(new("name", $"Give the token a name of 1 to {MaxNameLength} characters that says what will use it."));
        }

        if (lifetimeDays is < 1 or > MaxLifetimeDays)
        {
            errors.Add(new("lifetimeDays", $"'{lifetimeDays}' days is not a lifetime; choose 1 to {MaxLifetimeDays} days."));
        }

        var owner = await users.FindByNameAsync(userName);
        if (owner is null)
        {
            errors.Add(new("", $"'{userName}' is no stored user of this portal, so there is nobody to own a token. The demo's API answers without one."));
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (owner is not null && await database.ApiTokens.AnyAsync(token => token.OwnerId == owner.Id && token.Name == name && token.RevokedAt == null, cancellationToken))
        {
            errors.Add(new("name", $"You have a token '{name}' already; choose another name or revoke that one."));
        }

        if (errors.Count > 0 || owner is null)
        {
            return new(null, errors);
        }

        var secret = ApiTokenFormat.Create();
        var now = clock.GetUtcNow();
        var roles = await users.GetRolesAsync(owner);
        var entity = new ApiTokenEntity
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            TokenHash = ApiTokenFormat.Hash(secret),
            Prefix = secret[..ApiTokenFormat.PrefixLength],
            OwnerId = owner.Id,
            OwnerName = userName,
            Role = roles.Count > 0 ? roles[0] : PortalRoles.Viewer,
            CreatedAt = now,
            ExpiresAt = now.AddDays(lifetimeDays),
        };
        database.ApiTokens.Add(entity);
        PortalEvents.Add(database, now, "ApiTokenMade", userName, $"API token '{name}' was made; it ends on {entity.ExpiresAt:yyyy-MM-dd}.");
        await database.SaveChangesAsync(cancellationToken);
        return new(new(new(entity.Id, name, entity.Prefix, now, entity.ExpiresAt, null, null), secret), []);
    }

    public async Task<CommandResult<Guid>> RevokeAsync(string userName, Guid tokenId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var entity = await (
            from token in database.ApiTokens
            join user in database.Users on token.OwnerId equals user.Id
            where token.Id == tokenId && user.UserName == userName
            select token).FirstOrDefaultAsync(cancellationToken);
        if (entity is null)
        {
            return new(default, [new("", "This token does not exist or belongs to somebody else.")]);
        }

        var now = clock.GetUtcNow();
        entity.RevokedAt ??= now;
        PortalEvents.Add(database, now, "ApiTokenRevoked", userName, $"API token '{entity.Name}' was revoked.");
        await database.SaveChangesAsync(cancellationToken);
        return new(tokenId, []);
    }
}
