using Microsoft.AspNetCore.Components;

namespace EksSecurityPortal.Web.Components.Controls;

/// <summary>Base of components that read: one cancellation for all their queries, and failures that end as a panel with Retry.</summary>
public abstract partial class PortalComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly List<IDisposable> _subscriptions = [];

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<PortalComponent> Logger { get; init; }

    /// <summary>Cancelled when the component goes.</summary>
    protected CancellationToken Closing => _closing.Token;

    /// <summary>Reads into <paramref name="load"/> and renders before and after. Superseded and cancelled readings leave no trace.</summary>
    protected async Task ReadAsync<T>(Load<T> load, Func<CancellationToken, Task<T?>> read)
        where T : class
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        var token = load.Begin(() => ReadAsync(load, read), Closing);
        StateHasChanged();
        try
        {
            var value = await read(token);
            if (token.IsCancellationRequested)
            {
                return;
            }

            load.Succeed(value);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            // the edge of the page: a failed query is a panel with Retry, not the end of the circuit
            LogReadFailed(Logger, GetType().Name, exception);
            load.Fail(new LoadFailure(exception.GetType().Name, Clock.GetUtcNow()));
        }

        StateHasChanged();
    }

    /// <summary>Keeps a subscription until the component goes.</summary>
    protected void Keep(IDisposable subscription) => _subscriptions.Add(subscription);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _subscriptions.ForEach(subscription => subscription.Dispose());
        await _closing.CancelAsync();
        _closing.Dispose();
    }

    [LoggerMessage(EventId = 7001, Level = LogLevel.Error, Message = "A query of {Component} failed")]
    private static partial void LogReadFailed(ILogger logger, string component, Exception exception);
}
