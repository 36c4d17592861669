using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Services.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Posture;

public sealed class RetentionTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task PruneAsync_removes_what_is_old_and_keeps_what_is_shown(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var clock = TestPortal.Clock();
        var collector = new FakeCollector(clock);
        collector.Clusters.Add(TestPortal.Cluster("shop"));
        await using var portal = new TestPortal(database, clock, collector, new() { ["Retention:AuditDays"] = "30", ["Retention:ResolvedFindingDays"] = "30", ["Retention:ScoreDays"] = "30", ["Retention:EventDays"] = "30" });
        await portal.StartAsync();
        await portal.AddAccountsAsync(TestPortal.Shop);
        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces("bad-one", "bad-two");
        await portal.AuditAsync();
        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces("bad-two");
        var newest = await portal.AuditAsync();
        clock.Advance(TimeSpan.FromDays(31));

        await portal.Get<Retention>().PruneAsync(CancellationToken.None);

        await using var db = database.CreateDbContext();
        Assert.Equal(newest.Row.Id, (await db.Audits.SingleAsync()).Id);
        Assert.Equal((1, 1, 1, 0, 0), (await db.Runs.CountAsync(), await db.Snapshots.CountAsync(), await db.Findings.CountAsync(), await db.ScorePoints.CountAsync(), await db.PortalEvents.CountAsync()));
        Assert.NotNull((await portal.Get<IClusterQueries>().FindAsync(TestPortal.Shop, "eu-central-1", "shop", CancellationToken.None))?.Snapshot);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task PruneAsync_of_young_data_removes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var clock = TestPortal.Clock();
        var collector = new FakeCollector(clock);
        collector.Clusters.Add(TestPortal.Cluster("shop"));
        await using var portal = new TestPortal(database, clock, collector);
        await portal.StartAsync();
        await portal.AddAccountsAsync(TestPortal.Shop);
        await portal.AuditAsync();
        await portal.AuditAsync();

        await portal.Get<Retention>().PruneAsync(CancellationToken.None);

        await using var db = database.CreateDbContext();
        Assert.Equal((2, 2), (await db.Audits.CountAsync(), await db.Runs.CountAsync()));
    }
}
