using System.Text.Json;
using EksSecurityPortal.Web.Demo;
using EksSecurityPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace EksSecurityPortal.Browser.Tests;

/// <summary>
/// The whole portal with its demo estate, on a free loopback port and with a data folder of its own. Composed as Program does it: the test
/// host of ASP.NET Core would take the sandbox's servers, which are built first, for the portal.
/// </summary>
public sealed class DemoServer : IAsyncDisposable
{
    private static readonly TimeSpan AuditLimit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-browser-tests-");
    private DemoPortal? demo;
    private WebApplication? app;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Returns when the demo's first audit has ended; its id.</summary>
    public async Task<Guid> StartAndAuditAsync()
    {
        // the static files of a development build are found by the application's name
        var builder = PortalHost.CreateBuilder(new(Demo: true, Help: false,
        [
            "--applicationName", "EksSecurityPortal.Web", "--environment", "Development", "--urls", "http://127.0.0.1:0",
            "--Database:DataFolder", folder.FullName, "--Serilog:MinimumLevel:Default", "Warning",
        ]));
        demo = await DemoPortal.StartIfAskedAsync(builder, isAsked: true);
        builder.AddPortal(isDemo: true);
        app = builder.Build();
        app.UsePortal();
        await app.StartAsync();
        Address = new(app.Urls.Single());
        return await FirstAuditAsync();
    }

    /// <summary>The items of a list of the API.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string list)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var answer = await client.GetAsync(new Uri("/api/v1/" + list, UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"/api/v1/{list} was answered with {(int)answer.StatusCode}: {body}");
        using var document = JsonDocument.Parse(body);
        return [.. document.RootElement.GetProperty("items").EnumerateArray().Select(item => item.Clone())];
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (demo is not null)
        {
            await demo.DisposeAsync();
        }

        // SQLite keeps pooled connections open
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task<Guid> FirstAuditAsync()
    {
        using var deadline = new CancellationTokenSource(AuditLimit);
        // a real process audits over real sockets: there is no clock to turn
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await timer.WaitForNextTickAsync(deadline.Token))
        {
            var audits = await ListAsync("audits");
            if (audits.Count > 0 && audits[^1].GetProperty("finishedAt").ValueKind == JsonValueKind.String)
            {
                return audits[^1].GetProperty("id").GetGuid();
            }
        }

        throw new TimeoutException("The demo's first audit did not end.");
    }
}
