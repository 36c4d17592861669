using System.Globalization;
using EksSecurityPortal.Sandbox;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Aws.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace EksSecurityPortal.Benchmarks;

/// <summary>An audit of many clusters behind some latency: how long, how many calls, and whether the rate of each account is held.</summary>
internal static class Fleet
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var given = new Arguments(arguments);
        var clusters = given.Number("clusters", 50);
        var size = new GeneratorOptions { Clusters = clusters, Nodes = given.Number("nodes", 20), Pods = given.Number("pods", 500) };
        var latency = TimeSpan.FromMilliseconds(double.Parse(given.Text("latency", "30ms").Replace("ms", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        await using var sandbox = await SandboxServer.StartAsync(
            EstateGenerator.Generate(size, TimeProvider.System.GetUtcNow()), new SandboxOptions(Latency: latency), CancellationToken.None);
        await using var portal = await PortalUnderTest.StartAsync(SandboxAccount.PortalSettings(sandbox));
        Figures.Print("load of the machine", Figures.Load(), "");
        var before = Figures.ProcessorTime();
        var (audit, time) = await portal.AuditAsync();
        Figures.Print($"audit of {clusters} clusters: time ({audit.Row.State})", time.TotalSeconds, "s");
        Figures.Print("processor time of portal and sandbox together", Figures.ProcessorTime() - before, "s");
        Figures.Print("clusters that failed", audit.Row.ClustersFailed, "");
        PrintCalls(portal.Services.GetRequiredService<CallLedger>(), sandbox.Requests, clusters);
        return PrintRates(sandbox.Requests, new CollectionOptions()) ? 0 : 1;
    }

    private static void PrintCalls(CallLedger ledger, RequestLog requests, int clusters)
    {
        var calls = ledger.Counts.GroupBy(count => count.Operation, StringComparer.Ordinal)
            .Select(operation => (Operation: operation.Key, Requests: operation.Sum(count => count.Requests)))
            .OrderByDescending(operation => operation.Requests)
            .ToList();
        var kubernetes = requests.Counts.Where(count => count.Key.StartsWith("kubernetes:", StringComparison.Ordinal)).Sum(count => count.Value);
        Figures.Print("calls of AWS", calls.Sum(call => call.Requests), "");
        Figures.Print("calls of AWS per cluster", (double)calls.Sum(call => call.Requests) / clusters, "");
        Figures.Print("requests of Kubernetes per cluster", (double)kubernetes / clusters, "");
        foreach (var (operation, count) in calls)
        {
            Figures.Print($"  per cluster: {operation}", (double)count / clusters, "");
        }
    }

    /// <summary>
    /// What the servers saw, not what the portal believes: the most calls of any account, region and service within one second. The bucket lets
    /// at most its burst and one second's rate through in a second.
    /// </summary>
    private static bool PrintRates(RequestLog requests, CollectionOptions options)
    {
        var bound = options.CallBurst + options.CallsPerSecond;
        var busiest = requests.Entries
            .Where(entry => entry.Service != "kubernetes")
            .GroupBy(entry => (entry.Account, entry.Region, entry.Service))
            .Select(group => (group.Key, Calls: group.Count(), Most: MostWithin([.. group.Select(entry => entry.Time).Order()], Window), Span: group.Max(entry => entry.Time) - group.Min(entry => entry.Time)))
            .OrderByDescending(group => group.Calls)
            .ToList();
        foreach (var (key, calls, most, span) in busiest.Take(8))
        {
            var allowed = options.CallBurst + (options.CallsPerSecond * span.TotalSeconds);
            Figures.Print($"  {key.Account} {key.Region} {key.Service}: {calls} calls in {span.TotalSeconds:N1} s of {allowed:N0} allowed; most within 1 s", most, "");
        }

        var worst = busiest.Max(group => group.Most);
        Figures.Print("most calls of one account, region and service within 1 s", worst, "");
        Figures.Print("allowed: burst and one second's rate", bound, "");
        return worst <= bound;
    }

    private static int MostWithin(IReadOnlyList<DateTimeOffset> times, TimeSpan window)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= window)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
