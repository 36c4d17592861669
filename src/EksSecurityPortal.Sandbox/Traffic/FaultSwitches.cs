using System.Collections.Concurrent;

namespace EksSecurityPortal.Sandbox;

/// <summary>What goes wrong. Each kind applies to AWS and Kubernetes alike unless it says otherwise.</summary>
public enum FaultKind
{
    /// <summary>The answer comes <see cref="Fault.Delay"/> later.</summary>
    Latency,

    /// <summary>429 (Kubernetes, EKS), or the service's own throttling error.</summary>
    Throttling,

    /// <summary>500 in the service's own shape.</summary>
    ServerError,

    /// <summary>Headers and half of the body, then the connection is reset.</summary>
    CutConnection,

    /// <summary>The caller's token or session is answered as expired.</summary>
    ExpiredToken,

    /// <summary>403 in the service's own shape.</summary>
    Denied,

    /// <summary>Kubernetes only: 410 Gone for a request with a continue token.</summary>
    ExpiredContinueToken,

    /// <summary>200 with a body that is neither JSON nor XML to its end.</summary>
    MalformedBody,

    /// <summary>Kubernetes only: 200 with an empty list of another kind.</summary>
    WrongKind,

    /// <summary>502 with an HTML page, as a proxy answers.</summary>
    HtmlErrorPage,

    /// <summary>Headers at once, the body only after <see cref="Fault.Delay"/>.</summary>
    SlowBody,

    /// <summary>The connection is held without an answer until the client gives up.</summary>
    Unreachable,
}

/// <summary>One switch. Null members match everything; Service is the signing name (eks, iam, …) or <c>kubernetes</c>.</summary>
public sealed record Fault(FaultKind Kind, string? Service = null, string? Operation = null, string? Cluster = null)
{
    public string? Account { get; init; }

    public string? Region { get; init; }

    /// <summary>How many matching requests it strikes; null is every one.</summary>
    public int? Times { get; init; }

    /// <summary>Used by Latency and SlowBody.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(5);

    internal bool Matches(FaultTarget target) => Is(Service, target.Service) && Is(Operation, target.Operation)
        && Is(Cluster, target.Cluster) && Is(Account, target.Account) && Is(Region, target.Region);

    private static bool Is(string? wanted, string actual) => wanted is null || string.Equals(wanted, actual, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The request a fault may strike. For Kubernetes, Operation is "verb resource", e.g. <c>list pods</c>.</summary>
public readonly record struct FaultTarget(string Service, string Operation, string Cluster, string Account, string Region);

/// <summary>The switches that are on. May be changed while the sandbox runs; safe for concurrent use.</summary>
public sealed class FaultSwitches
{
    private readonly ConcurrentDictionary<Fault, Counter> active = new(ReferenceEqualityComparer.Instance);

    /// <summary>Switches a fault on; dispose the result, or call <see cref="Clear"/>, to switch it off.</summary>
    public IDisposable Add(Fault fault)
    {
        active[fault] = new Counter();
        return new Switch(this, fault);
    }

    public void Clear() => active.Clear();

    /// <summary>Faults that are still on; a count-limited one leaves when it is used up.</summary>
    public IReadOnlyList<Fault> Active => [.. active.Keys];

    /// <summary>The faults that strike this request. Counts down those that are limited.</summary>
    public IReadOnlyList<Fault> Strike(FaultTarget target, Func<Fault, bool>? applies = null)
    {
        if (active.IsEmpty)
        {
            return [];
        }

        var struck = new List<Fault>();
        foreach (var (fault, counter) in active)
        {
            if (fault.Matches(target) && (applies is null || applies(fault)) && Take(fault, counter))
            {
                struck.Add(fault);
            }
        }

        return struck;
    }

    private bool Take(Fault fault, Counter counter)
    {
        if (fault.Times is not { } times)
        {
            return true;
        }

        var use = counter.Next();
        if (use >= times)
        {
            active.TryRemove(fault, out _);
        }

        return use <= times;
    }

    private sealed class Counter
    {
        private int uses;

        public int Next() => Interlocked.Increment(ref uses);
    }

    private sealed class Switch(FaultSwitches owner, Fault fault) : IDisposable
    {
        public void Dispose() => owner.active.TryRemove(fault, out _);
    }
}
