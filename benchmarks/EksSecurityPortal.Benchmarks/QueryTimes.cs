using System.Diagnostics;

namespace EksSecurityPortal.Benchmarks;

/// <summary>Repeats a query and prints the median and the 95th percentile of its times.</summary>
internal sealed class QueryTimes(string estate, int rounds)
{
    public async Task MeasureAsync(string name, Func<Task> query)
    {
        // statements are compiled and caches filled by the first visitor, not by each
        var first = await TimeAsync(query);
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            times.Add(await TimeAsync(query));
        }

        times.Sort();
        Figures.Print($"{estate}: {name}: first", first, "ms");
        Figures.Print($"{estate}: {name}: median", times[times.Count / 2], "ms");
        Figures.Print($"{estate}: {name}: 95th percentile", times[(int)(times.Count * 0.95)], "ms");
    }

    private static async Task<double> TimeAsync(Func<Task> query)
    {
        var watch = Stopwatch.StartNew();
        await query();
        return watch.Elapsed.TotalMilliseconds;
    }
}
