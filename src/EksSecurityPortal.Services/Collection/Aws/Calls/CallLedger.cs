using System.Collections.Concurrent;

namespace EksSecurityPortal.Services.Collection.Aws.Calls;

/// <summary>
/// Counts the requests that were sent to AWS, retries included, since the process started. For measurements, and for holding what the
/// portal does against what it publishes. Thread-safe.
/// </summary>
public sealed class CallLedger
{
    private readonly ConcurrentDictionary<CallKey, long> _counts = new();

    /// <summary>Requests so far; ordered by account, region and operation.</summary>
    public IReadOnlyList<CallCount> Counts =>
    [
        .. _counts.Select(pair => new CallCount(pair.Key.Account, pair.Key.Region, pair.Key.Operation, pair.Value))
            .OrderBy(count => count.Account, StringComparer.Ordinal)
            .ThenBy(count => count.Region, StringComparer.Ordinal)
            .ThenBy(count => count.Operation, StringComparer.Ordinal),
    ];

    internal void Add(string account, string region, string operation) =>
        _counts.AddOrUpdate(new CallKey(account, region, operation), 1, (_, count) => count + 1);

    private readonly record struct CallKey(string Account, string Region, string Operation);
}

/// <summary>How often one operation was sent.</summary>
/// <param name="Account">The account that was entered; <c>hub</c> for calls with the portal's own credentials.</param>
/// <param name="Region">The client's region.</param>
/// <param name="Operation">Signing name and operation, which is how IAM names the action: <c>eks:DescribeCluster</c>.</param>
public sealed record CallCount(string Account, string Region, string Operation, long Requests);
