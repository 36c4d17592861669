using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Sandbox;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EksSecurityPortal.Benchmarks;

/// <summary>Server time of the queries behind every page, on the demo estate and on a fleet of many findings.</summary>
internal static class Pages
{
    private static readonly PageRequest FirstPage = new(0, 50);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var given = new Arguments(arguments);
        await using var sandbox = await SandboxServer.StartAsync(DemoEstate.Create(TimeProvider.System.GetUtcNow()), new SandboxOptions(), CancellationToken.None);
        await using var portal = await PortalUnderTest.StartAsync(SandboxAccount.PortalSettings(sandbox));
        await portal.AuditAsync();
        var rounds = given.Number("rounds", 40);
        Figures.Print("load of the machine", Figures.Load(), "");
        await MeasureAsync(portal.Services, "demo", rounds);
        var (clusters, findings) = await ManyFindings.AddAsync(portal.Services, given.Number("findings", 100_000));
        Figures.Print("findings stored", findings, "");
        Figures.Print("clusters stored", clusters, "");
        await MeasureAsync(portal.Services, "many", rounds);
        Figures.Print("load of the machine", Figures.Load(), "");
        return 0;
    }

    private static async Task MeasureAsync(IServiceProvider services, string estate, int rounds)
    {
        var times = new QueryTimes(estate, rounds);
        await using var scope = services.CreateAsyncScope();
        await MeasureClustersAsync(scope.ServiceProvider, times);
        await MeasureFindingsAsync(scope.ServiceProvider, times);
        await MeasureAuditsAsync(scope.ServiceProvider, times);
    }

    private static async Task MeasureClustersAsync(IServiceProvider services, QueryTimes times)
    {
        var queries = services.GetRequiredService<IClusterQueries>();
        var largest = (await queries.ListAsync(new() { SortBy = ClusterSortBy.OpenFindings, Descending = true }, FirstPage, default)).Items[0];
        await times.MeasureAsync("overview", () => queries.GetOverviewAsync(default));
        await times.MeasureAsync("clusters, worst first", () => queries.ListAsync(new(), FirstPage, default));
        await times.MeasureAsync("clusters, text and version", () => queries.ListAsync(new() { Text = "o", Versions = ["1.33"] }, FirstPage, default));
        await times.MeasureAsync("one cluster with its snapshot", () => queries.FindAsync(largest.AccountId, largest.Region, largest.Name, default));
        await times.MeasureAsync("outcomes of one cluster, all areas", () => queries.ListOutcomesAsync(largest.Arn, null, default));
        await times.MeasureAsync("outcomes of one cluster, networking", () => queries.ListOutcomesAsync(largest.Arn, CheckArea.Networking, default));
    }

    private static async Task MeasureFindingsAsync(IServiceProvider services, QueryTimes times)
    {
        var queries = services.GetRequiredService<IFindingQueries>();
        var sort = new FindingSort();
        var all = await queries.ListAsync(new(), sort, FirstPage, default);
        var (one, last) = (all.Items[0], new PageRequest(Math.Max(0, all.Total - 50), 50));
        await times.MeasureAsync("findings, worst first", () => queries.ListAsync(new(), sort, FirstPage, default));
        await times.MeasureAsync("findings, last page", () => queries.ListAsync(new(), sort, last, default));
        foreach (var by in Enum.GetValues<FindingSortBy>().Where(by => by != FindingSortBy.Severity))
        {
            await times.MeasureAsync($"findings, by {by}", () => queries.ListAsync(new(), new(by), FirstPage, default));
        }

        var narrow = new FindingFilter { Severities = [Severity.High, Severity.Critical], Areas = [CheckArea.Identity], States = [FindingState.Open, FindingState.Resolved] };
        await times.MeasureAsync("findings, severity, area and state", () => queries.ListAsync(narrow, sort, FirstPage, default));
        await times.MeasureAsync("findings of one account", () => queries.ListAsync(new() { AccountIds = [one.AccountId] }, sort, FirstPage, default));
        await times.MeasureAsync("findings, text", () => queries.ListAsync(new() { Text = "service" }, sort, FirstPage, default));
        await times.MeasureAsync("findings, text without a match", () => queries.ListAsync(new() { Text = "no-such-thing" }, sort, FirstPage, default));
        await times.MeasureAsync("facets", () => queries.GetFacetsAsync(new(), default));
        await times.MeasureAsync("facets, severity, area and state", () => queries.GetFacetsAsync(narrow, default));
        await times.MeasureAsync("facets, text", () => queries.GetFacetsAsync(new() { Text = "service" }, default));
        await times.MeasureAsync("one finding", () => queries.FindAsync(one.Id, default));
    }

    private static async Task MeasureAuditsAsync(IServiceProvider services, QueryTimes times)
    {
        var queries = services.GetRequiredService<IAuditQueries>();
        var audits = await queries.ListAsync(FirstPage, default);
        var largest = audits.Items.MaxBy(audit => audit.ClustersTotal) ?? throw new InvalidOperationException("There is no audit.");
        var accounts = await queries.ListAccountsAsync(default);
        await times.MeasureAsync("audits", () => queries.ListAsync(FirstPage, default));
        await times.MeasureAsync("one audit with its runs", () => queries.FindAsync(largest.Id, default));
        await times.MeasureAsync("runs of one audit", () => queries.ListRunsAsync(largest.Id, FirstPage, default));
        await times.MeasureAsync("schedules", () => queries.ListSchedulesAsync(default));
        await times.MeasureAsync("accounts", () => queries.ListAccountsAsync(default));
        await times.MeasureAsync("one account", () => queries.FindAccountAsync(accounts[0].AccountId, default));
        await times.MeasureAsync("coverage", () => queries.GetCoverageAsync(new(), FirstPage, default));
        await times.MeasureAsync("events", () => queries.ListEventsAsync(FirstPage, default));
    }
}
