using System.Collections.Concurrent;

namespace EksSecurityPortal.Services.Posture;

/// <summary>What this process is collecting or planning, so that cancelling an audit ends it at once. Thread-safe.</summary>
internal sealed class RunCancellations
{
    private readonly ConcurrentDictionary<(Guid Audit, Guid Work), CancellationTokenSource> underWay = new();

    /// <param name="work">The run, or the audit itself while it is planned.</param>
    internal IDisposable Register(Guid auditId, Guid work, CancellationTokenSource source)
    {
        underWay[(auditId, work)] = source;
        return new Registration(this, (auditId, work));
    }

    internal void Cancel(Guid auditId)
    {
        foreach (var (key, source) in underWay)
        {
            if (key.Audit == auditId && underWay.TryRemove(key, out _))
            {
                source.Cancel();
            }
        }
    }

    private sealed class Registration(RunCancellations owner, (Guid Audit, Guid Work) key) : IDisposable
    {
        public void Dispose() => owner.underWay.TryRemove(key, out _);
    }
}
