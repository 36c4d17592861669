using System.Collections.Concurrent;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Services.Tests.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace EksSecurityPortal.Services.Tests.Posture;

/// <summary>A portal process without a job server: jobs wait in a list until the test works them off. Several may share one database.</summary>
internal sealed class TestPortal : IAsyncDisposable
{
    internal const string Shop = "111122223333";
    internal const string Bank = "444455556666";

    private readonly ServiceProvider services;

    internal TestPortal(TestDatabase database, FakeTimeProvider clock, FakeCollector collector, Dictionary<string, string?>? settings = null)
    {
        Jobs = new();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Configuration).AddInMemoryCollection(settings).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(clock)
            .AddPersistence()
            .AddPosture()
            .AddQueries()
            .AddSingleton<IAccountCollector>(collector)
            .AddSingleton<IJobDispatcher>(Jobs)
            .AddSingleton(new CheckBook([new BadNamespaceCheck()]))
            .BuildServiceProvider(validateScopes: true);
    }

    internal JobList Jobs { get; }

    internal T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    internal static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    internal static ClusterRef Cluster(string name, string account = Shop, string region = "eu-central-1") => new("aws", account, region, name);

    /// <summary>What the host does before it serves: migrations and declared items.</summary>
    internal async Task StartAsync()
    {
        foreach (var service in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await service.StartingAsync(CancellationToken.None);
        }
    }

    internal async Task AddAccountsAsync(params IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            var result = await Get<IAccountService>().AddAsync(new(id, $"Account {id[..4]}", $"arn:aws:iam::{id}:role/Reader", null, []), "test", CancellationToken.None);
            Xunit.Assert.Empty(result.Errors);
        }
    }

    internal async Task<Guid> StartAuditAsync(AuditScope? scope = null)
    {
        var result = await Get<IAuditService>().StartAsync(scope ?? AuditScope.Everything, "test", CancellationToken.None);
        Xunit.Assert.Empty(result.Errors);
        return result.Value;
    }

    /// <summary>Works off what is queued, in order, also what is queued meanwhile.</summary>
    internal async Task WorkAsync(CancellationToken stopping = default)
    {
        while (Jobs.Queued.TryDequeue(out var job))
        {
            await WorkAsync(job, stopping);
        }
    }

    internal Task WorkAsync((bool IsAudit, Guid Id) job, CancellationToken stopping = default) =>
        job.IsAudit ? Get<AuditPlanner>().PlanAsync(job.Id, stopping) : Get<PostureService>().RunAsync(job.Id, stopping);

    internal async Task<AuditDetail> AuditAsync(AuditScope? scope = null)
    {
        var id = await StartAuditAsync(scope);
        await WorkAsync();
        return await FindAuditAsync(id);
    }

    internal async Task<AuditDetail> FindAuditAsync(Guid id) =>
        await Get<IAuditQueries>().FindAsync(id, CancellationToken.None) ?? throw new InvalidOperationException("No such audit.");

    internal sealed class JobList : IJobDispatcher
    {
        internal ConcurrentQueue<(bool IsAudit, Guid Id)> Queued { get; } = new();

        public void EnqueueAudit(Guid auditId) => Queued.Enqueue((true, auditId));

        public void EnqueueRun(Guid runId) => Queued.Enqueue((false, runId));
    }
}
