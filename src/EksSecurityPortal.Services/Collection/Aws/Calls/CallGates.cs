using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Services.Collection.Aws.Calls;

/// <summary>What a gate bounds: AWS counts calls per account, region and service.</summary>
internal readonly record struct GateKey(string Account, string Region, string Service);

/// <summary>The gates of the process, one per key for as long as it runs: two audits of one account share its rate. Thread-safe.</summary>
internal sealed class CallGates(IOptions<CollectionOptions> options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<GateKey, Lazy<CallGate>> _gates = new();

    public CallGate For(GateKey key) => _gates.GetOrAdd(key, _ => new Lazy<CallGate>(Create)).Value;

    public void Dispose()
    {
        foreach (var gate in _gates.Values.Where(gate => gate.IsValueCreated))
        {
            gate.Value.Dispose();
        }
    }

    private CallGate Create()
    {
        var bounds = options.Value;
        return new CallGate(bounds.ConcurrentCallsPerService, new TokenBucket(bounds.CallsPerSecond, bounds.CallBurst, time));
    }
}
