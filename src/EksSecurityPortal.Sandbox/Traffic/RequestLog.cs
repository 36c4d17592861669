using System.Collections.Concurrent;

namespace EksSecurityPortal.Sandbox;

/// <summary>One answered request. Account is empty when the caller could not be told; Cluster is empty when the operation has none.</summary>
public sealed record RequestEntry(DateTimeOffset Time, string Account, string Region, string Service, string Operation, string Cluster, int Status);

/// <summary>What the sandbox was asked: counts of everything, and the latest entries. Safe for concurrent use.</summary>
public sealed class RequestLog(int capacity = 100_000)
{
    private readonly ConcurrentQueue<RequestEntry> entries = new();
    private readonly ConcurrentDictionary<(string Service, string Operation), long> counts = new();

    /// <summary>The latest entries, oldest first; at most the capacity.</summary>
    public IReadOnlyList<RequestEntry> Entries => [.. entries];

    /// <summary>Requests so far by "service:operation", e.g. <c>eks:DescribeCluster</c> or <c>kubernetes:list pods</c>.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts.ToDictionary(pair => $"{pair.Key.Service}:{pair.Key.Operation}", pair => pair.Value);

    public long Count(string service, string operation) => counts.GetValueOrDefault((service, operation));

    public void Add(RequestEntry entry)
    {
        counts.AddOrUpdate((entry.Service, entry.Operation), 1, (_, count) => count + 1);
        entries.Enqueue(entry);
        while (entries.Count > capacity)
        {
            entries.TryDequeue(out _);
        }
    }

    public void Clear()
    {
        entries.Clear();
        counts.Clear();
    }
}
