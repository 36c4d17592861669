using System.ComponentModel.DataAnnotations;
using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Web.Auth;

/// <inheritdoc cref="IUserAdministration"/>
internal sealed class UserAdministration(
    IDbContextFactory<PortalDbContext> databases, IServiceScopeFactory scopes, TimeProvider clock, IOptions<PortalOptions> options, IOptions<DataProtectionTokenProviderOptions> tokens,
    NavigationManager navigation) : IUserAdministration
{
    public async Task<IReadOnlyList<PortalUserRow>> ListAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await (
            from user in database.Users
            orderby user.NormalizedUserName
            select new PortalUserRow(
                user.Id,
                user.Email ?? user.UserName ?? user.Id,
                (from link in database.UserRoles join role in database.Roles on link.RoleId equals role.Id where link.UserId == user.Id select role.Name).FirstOrDefault() ?? "",
                user.LockoutEnabled && user.LockoutEnd == DateTimeOffset.MaxValue,
                user.IsDeclared,
                user.PasswordHash != null,
                user.CreatedAt,
                user.LastSignInAt)).AsNoTracking().ToListAsync(cancellationToken);
    }

    public async Task<CommandResult<OneTimeLink>> AddAsync(string email, string role, string actor, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        if (!PortalRoles.All.Contains(role))
        {
            return Refused<OneTimeLink>("role", UnknownRole(role));
        }

        email = email.Trim();
        if (email.Any(char.IsWhiteSpace) || !new EmailAddressAttribute().IsValid(email))
        {
            return Refused<OneTimeLink>("email", $"'{email}' is not an e-mail address such as name@example.com.");
        }

        if (await users.FindByEmailAsync(email) is not null)
        {
            return Refused<OneTimeLink>("email", $"{email} is a user already; change the role or reset the password there.");
        }

        var user = new PortalUser { UserName = email, Email = email, EmailConfirmed = true, CreatedAt = clock.GetUtcNow() };
        var created = await users.CreateAsync(user);
        if (!created.Succeeded)
        {
            return new(null, [.. created.Errors.Select(error => new InputError("email", error.Description))]);
        }

        await users.AddToRoleAsync(user, role);
        await LogAsync("UserAdded", actor, $"{user.Email} was added as {role}.", cancellationToken);
        return new(await LinkAsync(users, user), []);
    }

    public async Task<CommandResult<string>> SetRoleAsync(string userId, string role, string actor, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        if (!PortalRoles.All.Contains(role))
        {
            return Refused<string>("role", UnknownRole(role));
        }

        var (user, refusal) = await FindEditableAsync(users, userId);
        if (user is null)
        {
            return Refused<string>("", refusal);
        }

        if (role != PortalRoles.Administrator && await IsLastAdministratorAsync(users, user))
        {
            return Refused<string>("role", $"{user.Email} is the last administrator. Make somebody else administrator first.");
        }

        await users.RemoveFromRolesAsync(user, await users.GetRolesAsync(user));
        await users.AddToRoleAsync(user, role);
        await users.UpdateSecurityStampAsync(user);
        await LogAsync("UserRoleChanged", actor, $"{user.Email} is now {role}.", cancellationToken);
        return new(userId, []);
    }

    public async Task<CommandResult<string>> SetDisabledAsync(string userId, bool isDisabled, string actor, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var (user, refusal) = await FindEditableAsync(users, userId);
        if (user is null)
        {
            return Refused<string>("", refusal);
        }

        if (isDisabled && string.Equals(user.UserName, actor, StringComparison.OrdinalIgnoreCase))
        {
            return Refused<string>("", "You cannot disable yourself; ask another administrator.");
        }

        if (isDisabled && await IsLastAdministratorAsync(users, user))
        {
            return Refused<string>("", $"{user.Email} is the last administrator. Make somebody else administrator first.");
        }

        await users.SetLockoutEnabledAsync(user, true);
        await users.SetLockoutEndDateAsync(user, isDisabled ? DateTimeOffset.MaxValue : null);
        await users.UpdateSecurityStampAsync(user);
        await LogAsync(isDisabled ? "UserDisabled" : "UserEnabled", actor, $"{user.Email} was {(isDisabled ? "disabled" : "enabled")}.", cancellationToken);
        return new(userId, []);
    }

    public async Task<CommandResult<OneTimeLink>> ResetAsync(string userId, string actor, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var (user, refusal) = await FindEditableAsync(users, userId);
        if (user is null)
        {
            return Refused<OneTimeLink>("", refusal);
        }

        await users.RemovePasswordAsync(user);
        await users.UpdateSecurityStampAsync(user);
        await LogAsync("UserReset", actor, $"{user.Email} was given a new one-time link.", cancellationToken);
        return new(await LinkAsync(users, user), []);
    }

    private static async Task<(PortalUser? User, string Refusal)> FindEditableAsync(UserManager<PortalUser> users, string userId) =>
        await users.FindByIdAsync(userId) switch
        {
            null => (null, "This person is not (or no longer) a user of the portal."),
            { IsDeclared: true } user => (null, $"{user.Email} is declared in the configuration; change Portal:FirstAdministrator there."),
            var user => (user, ""),
        };

    private async Task<bool> IsLastAdministratorAsync(UserManager<PortalUser> users, PortalUser user)
    {
        var administrators = await users.GetUsersInRoleAsync(PortalRoles.Administrator);
        return administrators.Any(item => item.Id == user.Id) && !administrators.Any(item => item.Id != user.Id && !(item.LockoutEnd > clock.GetUtcNow()));
    }

    private async Task<OneTimeLink> LinkAsync(UserManager<PortalUser> users, PortalUser user)
    {
        var token = await users.GeneratePasswordResetTokenAsync(user);
        var address = options.Value.PublicUrl.Length > 0 ? options.Value.PublicUrl : navigation.BaseUri;
        var url = $"{address.TrimEnd('/')}/account/password?user={Uri.EscapeDataString(user.Id)}&token={Uri.EscapeDataString(token)}";
        return new(user.Email ?? user.Id, url, clock.GetUtcNow() + tokens.Value.TokenLifespan);
    }

    private async Task LogAsync(string kind, string actor, string text, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        PortalEvents.Add(database, clock.GetUtcNow(), kind, actor, text);
        await database.SaveChangesAsync(cancellationToken);
    }

    private static CommandResult<T> Refused<T>(string field, string message) => new(default, [new(field, message)]);

    private static string UnknownRole(string role) => $"'{role}' is no role; choose {string.Join(", ", PortalRoles.All)}.";
}
