using System.Collections.Concurrent;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

/// <summary>A clock on which pauses are over at once and deadlines (a minute and more) never come. It remembers the pauses.</summary>
internal sealed class QuickClock : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(59);

    internal ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= LongestPause && dueTime >= TimeSpan.Zero)
        {
            Pauses.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new StoppedTimer();
    }

    private sealed class StoppedTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
