using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Services.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Posture;

public sealed class InterruptionTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task CancelAsync_while_collecting_ends_the_run_and_drops_what_it_read(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        var portal = estate.Portal;
        var auditId = await PlannedAsync(portal);
        estate.Collector.Held["shop"] = new();
        var working = portal.WorkAsync();
        await UntilAsync(() => !estate.Collector.Begun.IsEmpty);

        Assert.True(await portal.Get<IAuditService>().CancelAsync(auditId, "test", CancellationToken.None));
        await working;

        var audit = await portal.FindAuditAsync(auditId);
        Assert.Equal(AuditState.Cancelled, audit.Row.State);
        Assert.All(audit.Runs, run => Assert.Equal(RunState.Cancelled, run.State));
        await using var db = estate.Database.CreateDbContext();
        Assert.Equal((0, 0, 0), (await db.Findings.CountAsync(), await db.Snapshots.CountAsync(), await db.Clusters.CountAsync(cluster => cluster.ClaimedByRunId != null)));
        Assert.False(await portal.Get<IAuditService>().CancelAsync(auditId, "test", CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task CancelAsync_in_another_process_is_heard_by_the_one_that_collects(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        await using var other = new TestPortal(estate.Database, estate.Clock, estate.Collector);
        var auditId = await PlannedAsync(estate.Portal);
        estate.Collector.Held["shop"] = new();
        var working = estate.Portal.WorkAsync();
        await UntilAsync(() => !estate.Collector.Begun.IsEmpty);

        Assert.True(await other.Get<IAuditService>().CancelAsync(auditId, "test", CancellationToken.None));
        await UntilAsync(() =>
        {
            estate.Clock.Advance(RunBeat.Interval);
            return working.IsCompleted;
        });

        await working;
        Assert.Equal(AuditState.Cancelled, (await other.FindAuditAsync(auditId)).Row.State);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task CancelAsync_before_anything_began_ends_the_audit_at_once(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        var auditId = await estate.Portal.StartAuditAsync();

        await estate.Portal.Get<IAuditService>().CancelAsync(auditId, "test", CancellationToken.None);
        await estate.Portal.WorkAsync();

        Assert.Equal(AuditState.Cancelled, (await estate.Portal.FindAuditAsync(auditId)).Row.State);
        Assert.Empty(estate.Collector.Begun);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Two_audits_of_one_cluster_at_once_collect_it_once(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        await using var other = new TestPortal(estate.Database, estate.Clock, estate.Collector);
        estate.Collector.Clusters.RemoveAt(1);
        var first = await PlannedAsync(estate.Portal);
        estate.Collector.Held["shop"] = new();
        var working = estate.Portal.WorkAsync();
        await UntilAsync(() => !estate.Collector.Begun.IsEmpty);

        var second = await other.AuditAsync();
        estate.Collector.Held["shop"].SetResult();
        await working;

        Assert.Equal(RunState.Skipped, Assert.Single(second.Runs).State);
        Assert.Equal(AuditState.Partial, second.Row.State);
        Assert.Equal(AuditState.Succeeded, (await estate.Portal.FindAuditAsync(first)).Row.State);
        Assert.Equal(1, estate.Collector.MostAtOnce);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task One_run_handed_over_twice_is_done_once(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        await PlannedAsync(estate.Portal);
        foreach (var job in estate.Portal.Jobs.Queued.ToArray())
        {
            estate.Portal.Jobs.Queued.Enqueue(job);
        }

        await estate.Portal.WorkAsync();

        Assert.Equal(["shop", "till"], estate.Collector.Begun.Order());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task ResumeAsync_after_a_kill_while_collecting_does_the_run_again_and_finds_nothing_twice(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        var auditId = await PlannedAsync(estate.Portal);
        await KillWhileCollectingAsync(estate);
        await using (var db = estate.Database.CreateDbContext())
        {
            Assert.Equal(0, await db.Findings.CountAsync());
        }

        await using var next = await RestartAsync(estate);
        await next.WorkAsync();

        var audit = await next.FindAuditAsync(auditId);
        Assert.Equal(AuditState.Succeeded, audit.Row.State);
        Assert.Equal(2, audit.Runs.Single(run => run.ClusterName == "shop").Attempt);
        Assert.Equal(1, (await next.Get<IFindingQueries>().ListAsync(new(), new(), new(0, 50), CancellationToken.None)).Total);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task ResumeAsync_after_a_kill_before_planning_plans_again(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        var auditId = await estate.Portal.StartAuditAsync();
        await using (var db = estate.Database.CreateDbContext())
        {
            var now = estate.Clock.GetUtcNow();
            await db.Audits.ExecuteUpdateAsync(set => set.SetProperty(audit => audit.State, AuditState.Running).SetProperty(audit => audit.Attempt, 1).SetProperty(audit => audit.HeartbeatAt, now));
        }

        await using var next = await RestartAsync(estate);
        await next.WorkAsync();

        Assert.Equal(AuditState.Succeeded, (await next.FindAuditAsync(auditId)).Row.State);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task ResumeAsync_after_three_kills_fails_the_run_with_the_reason(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        estate.Collector.Clusters.RemoveAt(1);
        var auditId = await PlannedAsync(estate.Portal);
        for (var kill = 0; kill < RunClaims.MaxAttempts; kill++)
        {
            await KillWhileCollectingAsync(estate);
            await (await RestartAsync(estate)).DisposeAsync();
        }

        await using var next = new TestPortal(estate.Database, estate.Clock, estate.Collector);
        await using (var db = estate.Database.CreateDbContext())
        {
            await next.WorkAsync((false, (await db.Runs.SingleAsync()).Id));
        }

        var audit = await next.FindAuditAsync(auditId);
        Assert.Equal((AuditState.Failed, RunState.Failed), (audit.Row.State, audit.Runs[0].State));
        Assert.Contains("3 times", audit.Runs[0].Error, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Shutdown_while_collecting_puts_the_run_back_without_counting_the_attempt(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        var auditId = await PlannedAsync(estate.Portal);
        estate.Collector.Held["shop"] = new();
        using var stopping = new CancellationTokenSource();
        var working = estate.Portal.WorkAsync(stopping.Token);
        await UntilAsync(() => !estate.Collector.Begun.IsEmpty);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        var run = (await estate.Portal.FindAuditAsync(auditId)).Runs.Single(run => run.ClusterName == "shop");
        Assert.Equal((RunState.Queued, 0), (run.State, run.Attempt));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_run_that_lost_its_claim_writes_nothing(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        await PlannedAsync(estate.Portal);
        estate.Collector.Held["shop"] = new();
        var working = estate.Portal.WorkAsync();
        await UntilAsync(() => !estate.Collector.Begun.IsEmpty);
        await using var db = estate.Database.CreateDbContext();
        await db.Runs.Where(run => run.State == RunState.Running).ExecuteUpdateAsync(set => set.SetProperty(run => run.Attempt, 9));

        estate.Collector.Held["shop"].SetResult();
        await working;

        Assert.Equal((0, 1), (await db.Findings.CountAsync(), await db.Runs.CountAsync(run => run.State == RunState.Running && run.Attempt == 9)));
    }

    /// <summary>As a killed process leaves it: the run marked Running and claimed, its collection never ended, nothing else written.</summary>
    private static async Task KillWhileCollectingAsync(Estate estate)
    {
        await using var doomed = new TestPortal(estate.Database, estate.Clock, estate.Collector);
        await using var db = estate.Database.CreateDbContext();
        var run = await db.Runs.AsNoTracking().SingleAsync(run => db.Clusters.Any(cluster => cluster.Id == run.ClusterId && cluster.Name == "shop"));
        Assert.NotNull(await doomed.Get<RunClaims>().TryBeginAsync(run.Id, CancellationToken.None));
    }

    /// <summary>A new process. On PostgreSQL others may live, so only silence tells that one died.</summary>
    private static async Task<TestPortal> RestartAsync(Estate estate)
    {
        if (estate.Database.Settings.IsPostgreSql)
        {
            estate.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        var next = new TestPortal(estate.Database, estate.Clock, estate.Collector);
        await next.StartAsync();
        await next.Get<AuditRecovery>().ResumeAsync(CancellationToken.None);
        return next;
    }

    private static async Task<Guid> PlannedAsync(TestPortal portal)
    {
        var auditId = await portal.StartAuditAsync();
        Assert.True(portal.Jobs.Queued.TryDequeue(out var plan));
        await portal.WorkAsync(plan);
        return auditId;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await Task.Delay(5, deadline.Token);
        }
    }

    private static async Task<Estate> EstateAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var clock = TestPortal.Clock();
        var collector = new FakeCollector(clock);
        collector.Clusters.AddRange([TestPortal.Cluster("shop"), TestPortal.Cluster("till")]);
        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces("bad-one");
        var portal = new TestPortal(database, clock, collector);
        await portal.StartAsync();
        await portal.AddAccountsAsync(TestPortal.Shop);
        return new(database, clock, collector, portal);
    }

    private sealed record Estate(TestDatabase Database, Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock, FakeCollector Collector, TestPortal Portal) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Portal.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
