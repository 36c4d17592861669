using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Services.Scheduling;
using EksSecurityPortal.Services.Tests.Persistence;
using EksSecurityPortal.Services.Tests.Posture;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Scheduling;

/// <summary>The portal's parts under a real host with a real job server.</summary>
public sealed class JobServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_audit_that_is_started_is_worked_off_by_the_job_server(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var host = Host(database, Collector());
        await host.StartAsync();
        await AddAccountAsync(host);

        var auditId = await StartAuditAsync(host);

        Assert.Equal(AuditState.Succeeded, await EndedAsync(host, auditId));
        await host.StopAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_start_after_a_crash_resumes_audit_and_missed_schedule(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        Guid auditId;
        using (var crashed = Host(database, Collector()))
        {
            await crashed.Services.GetRequiredService<DatabaseStartup>().RunAsync(CancellationToken.None);
            await AddAccountAsync(crashed);
            auditId = Guid.CreateVersion7();
            await using var db = database.CreateDbContext();
            var before = TimeProvider.System.GetUtcNow().AddHours(-1);
            db.Audits.Add(new() { Id = auditId, State = AuditState.Running, Origin = "test", ScopeText = "all", RequestedAt = before, EnqueuedAt = before, StartedAt = before, HeartbeatAt = before, Attempt = 1 });
            db.Schedules.Add(new() { Id = Guid.CreateVersion7(), Name = "nightly", Cron = "0 0 1 1 *", TimeZone = "UTC", IsEnabled = true, NextRunAt = before });
            await db.SaveChangesAsync();
        }

        using var host = Host(database, Collector());
        await host.StartAsync();

        // the resumed audit and the late schedule's may meet at the one cluster: then one of them skips it and is partial
        Assert.Contains(await EndedAsync(host, auditId), new[] { AuditState.Succeeded, AuditState.Partial });
        var schedule = Assert.Single(await host.Services.GetRequiredService<IAuditQueries>().ListSchedulesAsync(CancellationToken.None));
        Assert.NotNull(schedule.LastAuditId);
        await host.StopAsync();
    }

    [Theory, OnPostgreSql]
    public async Task Two_processes_starting_at_once_on_an_empty_database_share_the_work_and_hear_each_other(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(provider);
        using var web = Host(database, Collector(), ("Jobs:Role", "Web"));
        using var worker = Host(database, Collector(), ("Jobs:Role", "Worker"));
        await Task.WhenAll(web.StartAsync(), worker.StartAsync());
        await AddAccountAsync(web);
        var heard = new TaskCompletionSource<RunProgress>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = web.Services.GetRequiredService<IProgressFeed>().OnProgress(progress => heard.TrySetResult(progress));

        var auditId = await StartAuditAsync(web);

        Assert.Equal(AuditState.Succeeded, await EndedAsync(web, auditId));
        Assert.Equal(auditId, (await heard.Task.WaitAsync(Patience)).AuditId);
        await Task.WhenAll(web.StopAsync(), worker.StopAsync());
    }

    [Theory, OnSqlite]
    public async Task A_second_process_on_the_same_file_is_refused_with_the_remedy(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var first = Host(database, Collector());
        using var second = Host(database, Collector());
        await first.StartAsync();

        var refusal = await Assert.ThrowsAsync<PortalStartException>(() => second.StartAsync());

        Assert.Contains("Another portal process", refusal.Message, StringComparison.Ordinal);
        await first.StopAsync();
        using var third = Host(database, Collector());
        await third.StartAsync();
        await third.StopAsync();
    }

    [Theory, OnSqlite]
    public async Task A_role_that_needs_several_processes_is_refused_on_SQLite(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var host = Host(database, Collector(), ("Jobs:Role", "Worker"), ("Jobs:WorkerCount", "0"));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("Jobs:Role is Worker", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Jobs:WorkerCount", refusal.Message, StringComparison.Ordinal);
    }

    private static FakeCollector Collector()
    {
        var collector = new FakeCollector(TimeProvider.System);
        collector.Clusters.AddRange([TestPortal.Cluster("shop"), TestPortal.Cluster("till")]);
        return collector;
    }

    private static IHost Host(TestDatabase database, FakeCollector collector, params (string Key, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(database.Configuration);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddPersistence().AddPosture().AddQueries().AddScheduling().AddSingleton<IAccountCollector>(collector);
        return builder.Build();
    }

    private static async Task AddAccountAsync(IHost host)
    {
        var added = await host.Services.GetRequiredService<IAccountService>().AddAsync(new(TestPortal.Shop, "Shop", null, null, []), "test", CancellationToken.None);
        Assert.Empty(added.Errors);
    }

    private static async Task<Guid> StartAuditAsync(IHost host) =>
        (await host.Services.GetRequiredService<IAuditService>().StartAsync(AuditScope.Everything, "test", CancellationToken.None)).Value;

    private static async Task<AuditState> EndedAsync(IHost host, Guid auditId)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            var audit = await host.Services.GetRequiredService<IAuditQueries>().FindAsync(auditId, deadline.Token);
            if (audit is { Row.FinishedAt: not null })
            {
                return audit.Row.State;
            }

            await Task.Delay(50, deadline.Token);
        }
    }
}
