using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Services.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Posture;

public sealed class AuditTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Audit_of_two_accounts_stores_runs_findings_and_figures(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (collector, portal) = await StartAsync(database);
        await using var _ = portal;
        collector.Clusters.AddRange([TestPortal.Cluster("shop"), TestPortal.Cluster("till", region: "us-east-1"), TestPortal.Cluster("bank", TestPortal.Bank)]);
        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces("bad-one", "bad-two", "good");

        var audit = await portal.AuditAsync();

        Assert.Equal((AuditState.Succeeded, 3, 3, 2), (audit.Row.State, audit.Row.ClustersTotal, audit.Row.ClustersDone, audit.Row.Opened));
        Assert.False(audit.CanCancel);
        Assert.All(audit.Runs, run => Assert.Equal((RunState.Succeeded, 1, null), (run.State, run.Attempt, run.Error)));
        var shop = (await portal.Get<IClusterQueries>().FindAsync(TestPortal.Shop, "eu-central-1", "shop", CancellationToken.None))!;
        Assert.Equal(("1.34", 2, 1, true), (shop.Row.Version, shop.Row.Open.High, shop.Row.Outcomes.Pass, shop.Row.KubernetesReachable));
        Assert.Equal(3, shop.Snapshot?.Kubernetes.Namespaces.Value.Count);
        Assert.Equal((2, 2), (collector.Opened, collector.Closed));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Audit_again_of_the_same_facts_neither_doubles_findings_nor_stores_the_snapshot_twice(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (collector, portal) = await StartAsync(database);
        await using var _ = portal;
        collector.Clusters.Add(TestPortal.Cluster("shop"));
        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces("bad-one");
        await portal.AuditAsync();
        Clock(portal).Advance(TimeSpan.FromHours(1));

        var second = await portal.AuditAsync();

        await using var db = database.CreateDbContext();
        var finding = await db.Findings.SingleAsync();
        Assert.Equal((2, Clock(portal).GetUtcNow(), 0), (finding.TimesSeen, finding.LastSeenAt, second.Row.Opened));
        Assert.Equal(1, await db.Snapshots.CountAsync());
        var detail = await portal.Get<IClusterQueries>().FindAsync(TestPortal.Shop, "eu-central-1", "shop", CancellationToken.None);
        Assert.Equal(Clock(portal).GetUtcNow(), detail?.Snapshot?.CollectedAt);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Audit_resolves_what_is_seen_gone_keeps_what_is_not_seen_and_reopens_what_returns(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (collector, portal) = await StartAsync(database);
        await using var _ = portal;
        collector.Clusters.Add(TestPortal.Cluster("shop"));
        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces("bad-one");
        await portal.AuditAsync();

        collector.Facts["shop"] = snapshot => snapshot.WithoutNamespaces();
        var blind = await portal.AuditAsync();
        Assert.Equal((AuditState.Partial, 0), (blind.Row.State, blind.Row.Resolved));
        var open = Assert.Single((await ListAsync(portal)).Items);
        Assert.True((await portal.Get<IFindingQueries>().FindAsync(open.Id, CancellationToken.None))!.LastAssessmentWasUnknown);

        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces("good");
        Assert.Equal(1, (await portal.AuditAsync()).Row.Resolved);
        Assert.Empty((await ListAsync(portal)).Items);

        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces("good", "bad-one");
        Assert.Equal(1, (await portal.AuditAsync()).Row.Reopened);
        var detail = (await portal.Get<IFindingQueries>().FindAsync(open.Id, CancellationToken.None))!;
        Assert.Equal((FindingState.Open, null, false), (detail.Row.State, detail.Row.ResolvedAt, detail.LastAssessmentWasUnknown));
        Assert.Equal(["Reopened", "Resolved", "Opened"], detail.History.Select(item => item.Kind));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Audit_with_a_refused_account_and_a_refused_region_names_both_and_reads_the_rest(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (collector, portal) = await StartAsync(database);
        await using var _ = portal;
        collector.Clusters.Add(TestPortal.Cluster("shop"));
        collector.Refusals[TestPortal.Bank] = new(GapReason.CredentialsRejected, "sts:AssumeRole", "The external id was refused.");
        collector.RegionGaps.Add(new(GapReason.Denied, "eks:ListClusters", "denied", "eks:ListClusters", "us-east-1"));

        var audit = await portal.AuditAsync();

        Assert.Equal(AuditState.Partial, audit.Row.State);
        Assert.Equal([(TestPortal.Shop, "us-east-1"), (TestPortal.Bank, null)], audit.Row.Gaps.Select(gap => (gap.AccountId, gap.Region)));
        var bank = await portal.Get<IAuditQueries>().FindAccountAsync(TestPortal.Bank, CancellationToken.None);
        Assert.Equal("The external id was refused.", bank?.LastRefusal?.Detail);
    }

    [Theory, OnSqlite]
    public async Task Audit_of_nothing_but_a_refused_account_fails(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (collector, portal) = await StartAsync(database);
        await using var _ = portal;
        collector.Refusals[TestPortal.Shop] = collector.Refusals[TestPortal.Bank] = new(GapReason.Denied, "sts:AssumeRole", "no");

        Assert.Equal(AuditState.Failed, (await portal.AuditAsync()).Row.State);
    }

    [Theory, OnSqlite]
    public async Task Audit_in_which_one_cluster_breaks_fails_that_run_and_ends_partial(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (collector, portal) = await StartAsync(database);
        await using var _ = portal;
        collector.Clusters.AddRange([TestPortal.Cluster("shop"), TestPortal.Cluster("till")]);
        collector.Defects["shop"] = new FormatException("secret text of the cluster");

        var audit = await portal.AuditAsync();

        var broken = Assert.Single(audit.Runs, run => run.State == RunState.Failed);
        Assert.Equal((AuditState.Partial, "shop"), (audit.Row.State, broken.ClusterName));
        Assert.Contains("FormatException", broken.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", broken.Error, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task Audit_that_no_longer_finds_a_cluster_marks_it_gone_unless_its_region_was_refused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (collector, portal) = await StartAsync(database);
        await using var _ = portal;
        collector.Clusters.AddRange([TestPortal.Cluster("shop"), TestPortal.Cluster("till", region: "us-east-1")]);
        await portal.AuditAsync();
        collector.Clusters.Clear();
        collector.RegionGaps.Add(new(GapReason.Denied, "eks:ListClusters", "denied", "eks:ListClusters", "us-east-1"));

        await portal.AuditAsync();

        var clusters = await portal.Get<IClusterQueries>().ListAsync(new() { SortBy = ClusterSortBy.Name }, new(0, 10), CancellationToken.None);
        Assert.Equal([("shop", true), ("till", false)], clusters.Items.Select(cluster => (cluster.Name, cluster.IsGone)));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Audit_of_one_cluster_leaves_the_others_alone_and_names_one_that_is_gone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (collector, portal) = await StartAsync(database);
        await using var _ = portal;
        collector.Clusters.AddRange([TestPortal.Cluster("shop"), TestPortal.Cluster("till")]);
        await portal.AuditAsync();
        collector.Clusters.RemoveAt(1);

        var audit = await portal.AuditAsync(new([], [], [TestPortal.Cluster("shop").Arn, TestPortal.Cluster("till").Arn]));

        Assert.Equal("shop", Assert.Single(audit.Runs).ClusterName);
        Assert.Contains(TestPortal.Cluster("till").Arn, Assert.Single(audit.Row.Gaps).Gap.Detail, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task StartAsync_with_a_bad_scope_names_each_value_and_stores_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (_, portal) = await StartAsync(database);
        await using var _ = portal;

        var result = await portal.Get<IAuditService>().StartAsync(new(["999999999999"], ["eu-nowhere-1"], ["arn:aws:eks:x:1:cluster/y"]), "test", CancellationToken.None);

        Assert.Equal(["accountIds", "clusterArns", "regions"], result.Errors.Select(error => error.Field));
        Assert.Contains("eu-central-1", result.Errors[2].Message, StringComparison.Ordinal);
        await using var db = database.CreateDbContext();
        Assert.Equal((0, 0), (await db.Audits.CountAsync(), portal.Jobs.Queued.Count));
    }

    private static async Task<(FakeCollector Collector, TestPortal Portal)> StartAsync(TestDatabase database)
    {
        var clock = TestPortal.Clock();
        var collector = new FakeCollector(clock);
        var portal = new TestPortal(database, clock, collector);
        await portal.StartAsync();
        await portal.AddAccountsAsync(TestPortal.Shop, TestPortal.Bank);
        return (collector, portal);
    }

    private static Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock(TestPortal portal) =>
        (Microsoft.Extensions.Time.Testing.FakeTimeProvider)portal.Get<TimeProvider>();

    private static Task<Page<FindingRow>> ListAsync(TestPortal portal) =>
        portal.Get<IFindingQueries>().ListAsync(new(), new(), new(0, 50), CancellationToken.None);
}
