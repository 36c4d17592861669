using System.Globalization;
using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Services.Tests.Persistence;
using Xunit;
using Xunit.Abstractions;

namespace EksSecurityPortal.Services.Tests.Posture;

public sealed class LargeRunTests(ITestOutputHelper output)
{
    /// <summary>Findings of the cluster. PORTAL_LARGE_RUN raises it to measure by hand.</summary>
    private static int Size { get; } = int.Parse(Environment.GetEnvironmentVariable("PORTAL_LARGE_RUN") ?? "5000", CultureInfo.InvariantCulture);

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Run_with_thousands_of_findings_is_stored_changed_and_listed_whole(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var clock = TestPortal.Clock();
        var collector = new FakeCollector(clock);
        collector.Clusters.Add(TestPortal.Cluster("shop"));
        await using var portal = new TestPortal(database, clock, collector);
        await portal.StartAsync();
        await portal.AddAccountsAsync(TestPortal.Shop);

        await TimeAsync("opened", portal, collector, 0);
        await TimeAsync("still open", portal, collector, 0);
        var moved = await TimeAsync("half resolved, half opened", portal, collector, Size / 2);

        Assert.Equal((Size / 2, Size / 2), (moved.Row.Opened, moved.Row.Resolved));
        var queries = portal.Get<IFindingQueries>();
        foreach (var (name, filter, sort) in new (string, FindingFilter, FindingSort)[]
        {
            ("as it opens", new(), new()),
            ("by time", new(), new(FindingSortBy.FirstSeen)),
            ("by resource", new(), new(FindingSortBy.Resource)),
            ("by text", new() { Text = "BAD-00001" }, new()),
            ("opened in audit", new() { OpenedInAudit = moved.Row.Id }, new()),
        })
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            var page = await queries.ListAsync(filter, sort, new(Size / 4, 50), CancellationToken.None);
            output.WriteLine($"list {name}: {System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms, {page.Total} in all");
        }

        Assert.Equal(Size, (await queries.ListAsync(new(), new(), new(0, 1), CancellationToken.None)).Total);
        var facetsBegan = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.Equal(Size, Assert.Single((await queries.GetFacetsAsync(new(), CancellationToken.None)).Clusters).Count);
        output.WriteLine($"facets: {System.Diagnostics.Stopwatch.GetElapsedTime(facetsBegan).TotalMilliseconds:0} ms");
        Assert.Equal(Size, (await portal.Get<IClusterQueries>().ListOutcomesAsync(TestPortal.Cluster("shop").Arn, CheckArea.Networking, CancellationToken.None)).Count);
    }

    private async Task<AuditDetail> TimeAsync(string what, TestPortal portal, FakeCollector collector, int from)
    {
        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces(Enumerable.Range(from, Size).Select(number => $"bad-{number:000000}"));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var audit = await portal.AuditAsync();
        output.WriteLine($"{what}: {System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        Assert.Equal(AuditState.Succeeded, audit.Row.State);
        return audit;
    }
}
