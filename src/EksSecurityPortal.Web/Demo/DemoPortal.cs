using EksSecurityPortal.Sandbox;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Hosting;

namespace EksSecurityPortal.Web.Demo;

/// <summary>
/// The sandbox estate behind a demo: AWS and Kubernetes APIs on loopback ports of this process. The portal is told their addresses and
/// otherwise runs as it would on AWS.
/// </summary>
public sealed class DemoPortal : IAsyncDisposable
{
    private readonly SandboxServer sandbox;
    private readonly string? temporaryFolder;

    private DemoPortal(SandboxServer sandbox, string? temporaryFolder)
    {
        this.sandbox = sandbox;
        this.temporaryFolder = temporaryFolder;
    }

    /// <summary>Null when no demo is asked for.</summary>
    /// <exception cref="StartupRefusedException">The portal would listen on an address that others can reach.</exception>
    public static async Task<DemoPortal?> StartIfAskedAsync(WebApplicationBuilder builder, bool isAsked)
    {
        if (!isAsked && !builder.Configuration.GetValue<bool>($"{PortalOptions.Section}:{nameof(PortalOptions.Demo)}"))
        {
            return null;
        }

        var urls = DemoAddresses.Choose(builder.Configuration);
        var estate = DemoEstate.Create(TimeProvider.System.GetUtcNow());
        var sandbox = await SandboxServer.StartAsync(estate, new SandboxOptions(), CancellationToken.None);
        // a folder that somebody names is kept: a demo can then be stopped and gone on with
        var temporary = string.IsNullOrEmpty(builder.Configuration["Database:DataFolder"])
            ? Directory.CreateTempSubdirectory("eks-security-portal-demo-").FullName
            : null;
        builder.Configuration.AddInMemoryCollection(Settings(estate, sandbox, urls, temporary));
        builder.Services.AddHostedService<FirstDemoAudit>();
        return new(sandbox, temporary);
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        if (temporaryFolder is not null)
        {
            try
            {
                Directory.Delete(temporaryFolder, recursive: true);
            }
            catch (IOException)
            {
                // a file still held open at the very end of the process; the system's temporary folder is cleaned by the system
            }
        }
    }

    private static Dictionary<string, string?> Settings(Estate estate, SandboxServer sandbox, string urls, string? dataFolder)
    {
        var settings = new Dictionary<string, string?>
        {
            ["urls"] = urls,
            [$"{PortalOptions.Section}:{nameof(PortalOptions.Demo)}"] = "true",
            // a page of another site whose name resolves to loopback must not reach an administrator's session
            ["AllowedHosts"] = "localhost;127.0.0.1;[::1]",
            ["Database:Provider"] = "Sqlite",
            ["Aws:ServiceUrl"] = sandbox.AwsEndpoint.ToString(),
            ["Aws:AccessKey"] = sandbox.HubCredentials.AccessKeyId,
            ["Aws:SecretKey"] = sandbox.HubCredentials.SecretAccessKey,
        };
        if (dataFolder is not null)
        {
            settings["Database:DataFolder"] = dataFolder;
        }

        for (var i = 0; i < estate.Accounts.Count; i++)
        {
            var account = estate.Accounts[i];
            settings[$"Portal:Accounts:{i}:AccountId"] = account.Id;
            settings[$"Portal:Accounts:{i}:Name"] = account.Name;
            settings[$"Portal:Accounts:{i}:RoleArn"] = account.ReaderRoleArn;
            settings[$"Portal:Accounts:{i}:ExternalId"] = account.ExternalId;
        }

        settings["Portal:Schedules:0:Name"] = "Nightly";
        settings["Portal:Schedules:0:Cron"] = "30 2 * * *";
        settings["Portal:Schedules:0:TimeZone"] = "Etc/UTC";
        return settings;
    }
}

/// <summary>Runs one audit of everything when the demo's database holds none, so that the first page has data.</summary>
internal sealed class FirstDemoAudit(IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var audits = await scope.ServiceProvider.GetRequiredService<IAuditQueries>().ListAsync(new(0, 1), stoppingToken);
        if (audits.Total == 0)
        {
            await scope.ServiceProvider.GetRequiredService<IAuditService>().StartAsync(AuditScope.Everything, "demo", stoppingToken);
        }
    }
}
