using System.Diagnostics;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EksSecurityPortal.Benchmarks;

/// <summary>The whole portal in this process, as it runs for people, on a fresh database in a temporary folder.</summary>
internal sealed class PortalUnderTest : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private PortalUnderTest(WebApplication app, string folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public IServiceProvider Services => app.Services;

    public static async Task<PortalUnderTest> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("portal-benchmark-").FullName;
        var all = new Dictionary<string, string>(settings)
        {
            // its static files are found by its name, which is otherwise that of the process
            ["applicationName"] = typeof(PortalHost).Assembly.GetName().Name ?? "",
            ["urls"] = "http://127.0.0.1:0",
            ["Database:DataFolder"] = folder,
            ["Portal:FirstAdministrator:Email"] = "benchmark@example.com",
            ["Portal:FirstAdministrator:Password"] = Guid.NewGuid().ToString(),
            ["Serilog:MinimumLevel:Default"] = "Warning",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Warning",
        };
        var builder = PortalHost.CreateBuilder(PortalArguments.Parse(all.SelectMany(pair => new[] { "--" + pair.Key, pair.Value })));
        builder.AddPortal(isDemo: false);
        var app = builder.Build();
        app.UsePortal();
        await app.StartAsync();
        return new(app, folder);
    }

    /// <summary>Runs one audit of everything and waits for its end.</summary>
    public async Task<(AuditDetail Audit, TimeSpan Time)> AuditAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var audits = scope.ServiceProvider.GetRequiredService<IAuditService>();
        var queries = scope.ServiceProvider.GetRequiredService<IAuditQueries>();
        var watch = Stopwatch.StartNew();
        var started = await audits.StartAsync(AuditScope.Everything, "benchmark", CancellationToken.None);
        if (!started.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", started.Errors.Select(error => error.Message)));
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync())
        {
            var audit = await queries.FindAsync(started.Value, CancellationToken.None);
            if (audit is { Row.State: not (AuditState.Queued or AuditState.Running) })
            {
                return (audit, watch.Elapsed);
            }
        }

        throw new InvalidOperationException("The timer ended before the audit.");
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
