using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Queries;

namespace EksSecurityPortal.Services.Posture;

/// <summary>
/// Gathers the parts' progress of one run and passes it on at most four times a second, the last state always. Thread-safe; dispose at the
/// run's end.
/// </summary>
internal sealed class RunProgressReporter : IProgress<PartProgress>, IDisposable
{
    internal static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly Dictionary<SnapshotPart, PartProgress> parts = [];
    private readonly ProgressFeed feed;
    private readonly ClaimedRun run;
    private readonly ITimer timer;
    private string? activity;
    private bool isDirty;

    internal RunProgressReporter(ProgressFeed feed, ClaimedRun run, TimeProvider clock)
    {
        this.feed = feed;
        this.run = run;
        timer = clock.CreateTimer(_ => PublishIfDirty(), null, Interval, Interval);
    }

    internal static int PartsTotal { get; } = Enum.GetValues<SnapshotPart>().Length;

    internal int PartsDone
    {
        get
        {
            lock (gate)
            {
                return parts.Values.Count(part => part.State != PartState.Reading);
            }
        }
    }

    public void Report(PartProgress value)
    {
        lock (gate)
        {
            parts[value.Part] = value;
            isDirty = true;
        }
    }

    /// <summary>Something other than a part: "running checks". Passed on at once.</summary>
    internal void Say(string what)
    {
        lock (gate)
        {
            activity = what;
            isDirty = true;
        }

        PublishIfDirty();
    }

    /// <summary>The run ended.</summary>
    internal void End(RunState state) => feed.Progress(Snapshot(state));

    public void Dispose() => timer.Dispose();

    private void PublishIfDirty()
    {
        lock (gate)
        {
            if (!isDirty)
            {
                return;
            }

            isDirty = false;
        }

        feed.Progress(Snapshot(RunState.Running));
    }

    private RunProgress Snapshot(RunState state)
    {
        lock (gate)
        {
            var done = parts.Values.Count(part => part.State != PartState.Reading);
            return new(run.AuditId, run.RunId, run.Cluster.Arn, state, new Dictionary<SnapshotPart, PartProgress>(parts), done, PartsTotal, activity);
        }
    }
}
