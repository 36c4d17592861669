namespace EksSecurityPortal.Services.Collection.Aws.Calls;

/// <summary>Bounds the calls of one (account, region, service): how many are under way, and how many start per second. Thread-safe.</summary>
internal sealed class CallGate(int concurrency, TokenBucket bucket) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(concurrency, concurrency);

    /// <summary>Runs one attempt of a call when there is room for it. Retries pass anew, so that they count against the rate.</summary>
    public async Task<T> PassAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            await bucket.TakeAsync(cancellationToken);
            return await attempt();
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();
}
