using System.Collections.Concurrent;
using EksSecurityPortal.Services.Collection.Aws.Calls;

namespace EksSecurityPortal.Services.Collection.Aws.Reading;

/// <summary>
/// Answers that several clusters of one account need and that are read once: by the first who asks, under a deadline of its own, so that a
/// caller who gives up does not spoil it for the others. A failure is shared as well; asking again would be refused again. Thread-safe.
/// </summary>
internal sealed class SharedAnswers(TimeSpan deadline, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Shared>> _answers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();

    /// <param name="key">Names the answer and all that it depends on, such as region and VPC.</param>
    /// <param name="read">Its token ends with the deadline or the session.</param>
    /// <param name="cancellationToken">Ends the waiting, not the reading.</param>
    public async Task<T> GetAsync<T>(string key, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var answer = _answers.GetOrAdd(key, _ => new Lazy<Shared>(() => Start(read))).Value;
        try
        {
            return await ((Task<T>)answer.Reading).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException exception) when (CallOrigin.Mark(exception, answer.Trace.Last))
        {
            throw;
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private Shared Start<T>(Func<CancellationToken, Task<T>> read)
    {
        var trace = new CallTrace();
        return new Shared(ReadAsync(read, trace), trace);
    }

    private async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CallTrace trace)
    {
        trace.Follow();
        using var clock = new CancellationTokenSource(deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, clock.Token);
        return await read(both.Token);
    }

    /// <param name="Trace">Of the reading, which every caller who gives up waiting names.</param>
    private sealed record Shared(Task Reading, CallTrace Trace);
}
