using System.Collections.Concurrent;
using EksSecurityPortal.Services.Queries;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Services.Posture;

/// <summary>The bus of this process. What other processes do arrives through <see cref="ProgressRelay"/>. Thread-safe singleton.</summary>
internal sealed partial class ProgressFeed(ILogger<ProgressFeed> logger) : IProgressFeed
{
    private readonly ConcurrentDictionary<Guid, Action<RunProgress>> onProgress = new();
    private readonly ConcurrentDictionary<Guid, Action<Guid>> onPostureChanged = new();
    private readonly ConcurrentDictionary<Guid, RunProgress> current = new();

    public IReadOnlyList<RunProgress> Current => [.. current.Values.OrderBy(progress => progress.ClusterArn, StringComparer.Ordinal)];

    /// <summary>What this process itself did, for the relay to tell the others.</summary>
    internal event Action<RunProgress>? ProgressHere;

    internal event Action<Guid>? PostureChangedHere;

    public IDisposable OnProgress(Action<RunProgress> callback) => Subscription.Add(onProgress, callback);

    public IDisposable OnPostureChanged(Action<Guid> callback) => Subscription.Add(onPostureChanged, callback);

    internal void Progress(RunProgress progress)
    {
        ProgressElsewhere(progress);
        ProgressHere?.Invoke(progress);
    }

    internal void PostureChanged(Guid auditId)
    {
        PostureChangedElsewhere(auditId);
        PostureChangedHere?.Invoke(auditId);
    }

    internal void ProgressElsewhere(RunProgress progress)
    {
        if (progress.State == RunState.Running)
        {
            current[progress.RunId] = progress;
        }
        else
        {
            current.TryRemove(progress.RunId, out _);
        }

        Tell(onProgress, progress);
    }

    internal void PostureChangedElsewhere(Guid auditId) => Tell(onPostureChanged, auditId);

    /// <summary>After a lost connection: what was under way elsewhere may have ended unheard.</summary>
    internal void Forget(Func<Guid, bool> isElsewhere)
    {
        foreach (var run in current.Keys.Where(isElsewhere))
        {
            current.TryRemove(run, out _);
        }

        Tell(onPostureChanged, Guid.Empty);
    }

    private void Tell<T>(ConcurrentDictionary<Guid, Action<T>> subscribers, T message)
    {
        foreach (var callback in subscribers.Values)
        {
            try
            {
                callback(message);
            }
            catch (Exception exception)
            {
                // a page's fault must not end the collection that reports to it
                SubscriberFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(EventId = 2111, Level = LogLevel.Warning, Message = "A subscriber of the progress feed failed")]
    private static partial void SubscriberFailed(ILogger logger, Exception exception);

    private sealed class Subscription(Action onDispose) : IDisposable
    {
        public void Dispose() => onDispose();

        internal static Subscription Add<T>(ConcurrentDictionary<Guid, Action<T>> subscribers, Action<T> callback)
        {
            var key = Guid.NewGuid();
            subscribers[key] = callback;
            return new(() => subscribers.TryRemove(key, out _));
        }
    }
}
