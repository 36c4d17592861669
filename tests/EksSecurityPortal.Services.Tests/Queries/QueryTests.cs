using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Services.Tests.Persistence;
using EksSecurityPortal.Services.Tests.Posture;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Queries;

public sealed class QueryTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Findings_are_filtered_by_each_member_of_the_filter(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);

        Assert.Equal(4, await CountAsync(estate, new()));
        Assert.Equal(3, await CountAsync(estate, new() { AccountIds = [TestPortal.Shop] }));
        Assert.Equal(1, await CountAsync(estate, new() { Regions = ["us-east-1"] }));
        Assert.Equal(2, await CountAsync(estate, new() { ClusterArns = [TestPortal.Cluster("shop").Arn] }));
        Assert.Equal(4, await CountAsync(estate, new() { CheckIds = [BadNamespaceCheck.CheckId], Areas = [CheckArea.Networking], Severities = [Severity.High, Severity.Low] }));
        Assert.Equal(0, await CountAsync(estate, new() { Severities = [Severity.Critical] }));
        Assert.Equal(0, await CountAsync(estate, new() { States = [FindingState.Resolved] }));
        Assert.Equal(4, await CountAsync(estate, new() { States = [FindingState.Resolved, FindingState.Open] }));
        Assert.Equal(2, await CountAsync(estate, new() { Namespace = "bad-one" }));
        Assert.Equal(4, await CountAsync(estate, new() { OpenedInAudit = estate.AuditId }));
        Assert.Equal(0, await CountAsync(estate, new() { ResolvedInAudit = estate.AuditId }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Findings_are_searched_without_regard_to_case_and_taking_wildcards_literally(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);

        Assert.Equal(2, await CountAsync(estate, new() { Text = " BAD-One " }));
        Assert.Equal(1, await CountAsync(estate, new() { Text = "till" }));
        Assert.Equal(4, await CountAsync(estate, new() { Text = "a NAMESPACE is" }));
        Assert.Equal(1, await CountAsync(estate, new() { Text = "50%_\\o" }));
        Assert.Equal(1, await CountAsync(estate, new() { Text = "%" }));
        Assert.Equal(0, await CountAsync(estate, new() { Text = "ba_-one" }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Pages_of_every_order_join_up_without_overlap(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        var queries = estate.Portal.Get<IFindingQueries>();
        foreach (var by in Enum.GetValues<FindingSortBy>())
        {
            foreach (var descending in new[] { false, true })
            {
                var ids = new List<string>();
                for (var skip = 0; skip < 4; skip++)
                {
                    ids.AddRange((await queries.ListAsync(new(), new(by, descending), new(skip, 1), CancellationToken.None)).Items.Select(row => row.Id));
                }

                Assert.Equal(4, ids.Distinct().Count());
            }
        }

        var byCluster = await queries.ListAsync(new(), new(FindingSortBy.Cluster, false), new(0, 10), CancellationToken.None);
        Assert.Equal(["bank", "shop", "shop", "till"], byCluster.Items.Select(row => row.ClusterName));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Facets_are_counted_with_the_other_filters_applied(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);

        var facets = await estate.Portal.Get<IFindingQueries>().GetFacetsAsync(new() { AccountIds = [TestPortal.Bank] }, CancellationToken.None);

        Assert.Equal([(TestPortal.Shop, 3), (TestPortal.Bank, 1)], facets.Accounts.Select(facet => (facet.Value, facet.Count)));
        Assert.Equal([(TestPortal.Cluster("bank", TestPortal.Bank).Arn, "bank", 1)], facets.Clusters.Select(facet => (facet.Value, facet.Label, facet.Count)));
        Assert.Equal(("High", 1), (Assert.Single(facets.Severities).Value, facets.Severities[0].Count));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Overview_sums_up_the_fleet(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);

        var overview = await estate.Portal.Get<IClusterQueries>().GetOverviewAsync(CancellationToken.None);

        Assert.Equal((2, 4, 4, 0), (overview.AccountCount, overview.ClusterCount, overview.NodeCount, overview.PodCount));
        Assert.Equal((4, 4, 1, 1), (overview.Open.High, overview.Outcomes.Fail, overview.Outcomes.Pass, overview.Outcomes.Unknown));
        Assert.Equal(4, overview.Areas.Count);
        Assert.Equal(4, overview.Areas.Single(area => area.Area == CheckArea.Networking).Open.High);
        Assert.Equal((BadNamespaceCheck.CheckId, 4, 3), (overview.TopChecks[0].CheckId, overview.TopChecks[0].Findings, overview.TopChecks[0].Clusters));
        Assert.Equal(("1.34", "STANDARD_SUPPORT", 4), (overview.Versions[0].Version, overview.Versions[0].Status, overview.Versions[0].Clusters));
        Assert.Equal((4, 4), (overview.LastChange?.Opened, overview.LastChange?.NewestOpened.Count));
        Assert.Equal((1, 0, null), (overview.ScoreHistory.Count, overview.ClustersNeverCollected, overview.RunningAudit));
        Assert.Equal(estate.AuditId, overview.LastAudit?.Id);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Overview_of_an_empty_portal_is_empty(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var portal = new TestPortal(database, TestPortal.Clock(), new(TestPortal.Clock()));

        var overview = await portal.Get<IClusterQueries>().GetOverviewAsync(CancellationToken.None);

        Assert.Equal((0, null, null, null), (overview.ClusterCount, overview.Score, overview.LastChange, overview.OldestData));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Clusters_are_filtered_and_sorted_with_unknown_values_last(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        var queries = estate.Portal.Get<IClusterQueries>();

        foreach (var by in Enum.GetValues<ClusterSortBy>())
        {
            Assert.Equal(4, (await queries.ListAsync(new() { SortBy = by, Descending = true }, new(0, 10), CancellationToken.None)).Items.Count);
        }

        var byScore = await queries.ListAsync(new() { SortBy = ClusterSortBy.Score }, new(0, 10), CancellationToken.None);
        Assert.Equal("blind", byScore.Items[^1].Name);
        Assert.Equal(["shop"], (await queries.ListAsync(new() { Text = "SHO", Versions = ["1.34"], Regions = ["eu-central-1"], AccountIds = [TestPortal.Shop] }, new(0, 10), CancellationToken.None)).Items.Select(row => row.Name));
        Assert.Equal("Account 1111", byScore.Items.First(row => row.Name == "shop").AccountName);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Outcomes_list_every_status_worst_first_with_the_finding_of_a_failure(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        var queries = estate.Portal.Get<IClusterQueries>();

        var outcomes = await queries.ListOutcomesAsync(TestPortal.Cluster("shop").Arn, null, CancellationToken.None);

        Assert.Equal([CheckStatus.Fail, CheckStatus.Fail, CheckStatus.Pass], outcomes.Select(outcome => outcome.Status));
        Assert.NotNull(await estate.Portal.Get<IFindingQueries>().FindAsync(outcomes[0].FindingId!, CancellationToken.None));
        Assert.Empty(await queries.ListOutcomesAsync(TestPortal.Cluster("shop").Arn, CheckArea.Identity, CancellationToken.None));
        Assert.Empty(await queries.ListOutcomesAsync("arn:none", null, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Coverage_names_gaps_the_checks_they_leave_unknown_and_the_grant(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);

        var report = await estate.Portal.Get<IAuditQueries>().GetCoverageAsync(new() { Reasons = [GapReason.Denied] }, new(0, 50), CancellationToken.None);

        var gap = Assert.Single(report.Gaps.Items);
        Assert.Equal(("blind", SnapshotPart.Namespaces, "get,list namespaces", null), (gap.ClusterName, gap.Part, gap.Gap.Grant, gap.LastReadAt));
        Assert.Equal([BadNamespaceCheck.CheckId], gap.UnknownCheckIds);
        Assert.Equal(("get,list namespaces", true, 1), (report.Grants[0].Grant, report.Grants[0].IsKubernetes, report.Grants[0].Clusters));
        Assert.Equal((1, 4, 4), (report.ChecksUnknown, report.ChecksTotal, report.Clusters.Count));
        Assert.Equal("blind", report.Clusters[0].ClusterName);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Audits_runs_events_and_accounts_are_paged(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        var queries = estate.Portal.Get<IAuditQueries>();

        Assert.Equal((1, estate.AuditId), ((await queries.ListAsync(new(0, 10), CancellationToken.None)).Total, (await queries.ListAsync(new(0, 10), CancellationToken.None)).Items[0].Id));
        var runs = await queries.ListRunsAsync(estate.AuditId, new(1, 2), CancellationToken.None);
        Assert.Equal((4, 2), (runs.Total, runs.Items.Count));
        Assert.Equal(3, (await queries.FindAccountAsync(TestPortal.Shop, CancellationToken.None))!.Open.High);
        Assert.Equal(["AuditEnded", "AuditStarted"], (await queries.ListEventsAsync(new(0, 2), CancellationToken.None)).Items.Select(item => item.Kind));
        Assert.Null(await queries.FindAsync(Guid.NewGuid(), CancellationToken.None));
        Assert.Null(await queries.FindAccountAsync("0", CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Hostile_text_is_stored_and_found_on_both_databases(DatabaseProvider provider)
    {
        await using var estate = await EstateAsync(provider);
        estate.Collector.Facts["till"] = snapshot => snapshot.WithNamespaces("bad\0nul", "bad\ud800lone", "bad'); DROP TABLE \"Findings\";--", "bad" + new string('x', 200_000));
        await estate.Portal.AuditAsync(new([], [], [TestPortal.Cluster("till", region: "us-east-1").Arn]));

        var found = await estate.Portal.Get<IFindingQueries>().ListAsync(new() { Regions = ["us-east-1"] }, new(FindingSortBy.Resource), new(0, 10), CancellationToken.None);

        Assert.Equal(4, found.Total);
        Assert.Contains(found.Items, row => row.ResourceName == "bad\ufffdnul");
        Assert.All(found.Items, row => Assert.InRange(row.ResourceName.Length, 1, 500));
        Assert.All(found.Items, row => Assert.InRange(row.Summary.Length, 1, 1000));
    }

    private static async Task<int> CountAsync(Estate estate, FindingFilter filter) =>
        (await estate.Portal.Get<IFindingQueries>().ListAsync(filter, new(), new(0, 50), CancellationToken.None)).Total;

    /// <summary>Four findings in three of four clusters; the fourth cannot be seen into.</summary>
    private static async Task<Estate> EstateAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var clock = TestPortal.Clock();
        var collector = new FakeCollector(clock);
        collector.Clusters.AddRange([TestPortal.Cluster("shop"), TestPortal.Cluster("till", region: "us-east-1"), TestPortal.Cluster("bank", TestPortal.Bank), TestPortal.Cluster("blind")]);
        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces("bad-one", "bad-two", "good");
        collector.Facts["till"] = snapshot => snapshot.WithNamespaces("bad 50%_\\off");
        collector.Facts["bank"] = snapshot => snapshot.WithNamespaces("bad-one");
        collector.Facts["blind"] = snapshot => snapshot.WithoutNamespaces();
        var portal = new TestPortal(database, clock, collector);
        await portal.StartAsync();
        await portal.AddAccountsAsync(TestPortal.Shop, TestPortal.Bank);
        return new(database, collector, portal, (await portal.AuditAsync()).Row.Id);
    }

    private sealed record Estate(TestDatabase Database, FakeCollector Collector, TestPortal Portal, Guid AuditId) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Portal.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
