namespace EksSecurityPortal.Web.Components.Controls;

/// <summary>
/// One thing that a component shows and must read first: being read, read, or failed. A new reading supersedes the one before, whose
/// answer is dropped; the last good value stays visible meanwhile.
/// </summary>
public sealed class Load<T>
    where T : class
{
    private CancellationTokenSource? _current;

    /// <summary>The last good answer; null before the first, and when the answer was "there is none".</summary>
    public T? Value { get; private set; }

    public LoadFailure? Failure { get; private set; }

    public bool IsLoading { get; private set; } = true;

    /// <summary>Reads again what was read last.</summary>
    public Func<Task> RetryAsync { get; private set; } = () => Task.CompletedTask;

    internal CancellationToken Begin(Func<Task> retryAsync, CancellationToken closing)
    {
        _current?.Cancel();
        _current?.Dispose();
        _current = CancellationTokenSource.CreateLinkedTokenSource(closing);
        RetryAsync = retryAsync;
        IsLoading = true;
        return _current.Token;
    }

    internal void Succeed(T? value)
    {
        Value = value;
        Failure = null;
        IsLoading = false;
    }

    internal void Fail(LoadFailure failure)
    {
        Failure = failure;
        IsLoading = false;
    }
}

/// <param name="Cause">Kind of error; the details are in the log.</param>
public sealed record LoadFailure(string Cause, DateTimeOffset At);
