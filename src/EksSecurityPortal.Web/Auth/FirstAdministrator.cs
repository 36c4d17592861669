using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Web.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Web.Auth;

/// <summary>Makes the first administrator: declared in the configuration, or by whoever follows the setup link.</summary>
public sealed class FirstAdministrator(UserManager<PortalUser> users)
{
    // two holders of the link must not both become the first
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    public Task<bool> IsMissingAsync(CancellationToken cancellationToken) => users.Users.AllAsync(_ => false, cancellationToken);

    /// <summary>The new administrator, or why there is none.</summary>
    public async Task<(PortalUser? User, string? Error)> CreateAsync(string email, string password, CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!await IsMissingAsync(cancellationToken))
            {
                return (null, "An administrator exists already. Sign in, or ask that person for an account.");
            }

            var user = new PortalUser { UserName = email, Email = email, EmailConfirmed = true };
            var created = await users.CreateAsync(user, password);
            if (!created.Succeeded)
            {
                return (null, string.Join(" ", created.Errors.Select(error => error.Description)));
            }

            await users.AddToRoleAsync(user, PortalRoles.Administrator);
            return (user, null);
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}

/// <summary>At start: makes the declared administrator, or prints the setup link once the listening addresses are known.</summary>
internal sealed partial class FirstAdministratorStartup(
    IServiceScopeFactory scopes, IServer server, SetupLink link, IOptions<PortalOptions> options, IHostApplicationLifetime lifetime, ILogger<FirstAdministratorStartup> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var first = scope.ServiceProvider.GetRequiredService<FirstAdministrator>();
        if (!await first.IsMissingAsync(stoppingToken))
        {
            return;
        }

        var declared = options.Value.FirstAdministrator;
        if (declared.Email.Length > 0)
        {
            var (_, error) = await first.CreateAsync(declared.Email, declared.Password, stoppingToken);
            if (error is null)
            {
                LogDeclared(logger, declared.Email);
                return;
            }

            LogRefused(logger, declared.Email, error);
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var address = options.Value.PublicUrl.Length > 0
            ? options.Value.PublicUrl
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        LogSetupLink(logger, $"{address.TrimEnd('/')}/account/setup?token={Uri.EscapeDataString(link.CreateToken())}");
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "The declared first administrator {Email} was made")]
    private static partial void LogDeclared(ILogger logger, string email);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Error, Message = "The declared first administrator {Email} could not be made: {Reason} Correct Portal:FirstAdministrator, or use the setup link")]
    private static partial void LogRefused(ILogger logger, string email, string reason);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "There is no administrator yet. Open this link within 24 hours to make the first one: {Link}")]
    private static partial void LogSetupLink(ILogger logger, string link);
}
