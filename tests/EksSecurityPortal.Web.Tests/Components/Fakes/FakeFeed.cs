using EksSecurityPortal.Services.Posture;

namespace EksSecurityPortal.Web.Tests.Components.Fakes;

/// <summary>A feed that a test plays by hand.</summary>
internal sealed class FakeFeed : IProgressFeed
{
    private readonly List<Action<RunProgress>> _progress = [];
    private readonly List<Action<Guid>> _posture = [];

    public IReadOnlyList<RunProgress> Current { get; internal set; } = [];

    internal int Subscribers => _progress.Count + _posture.Count;

    public IDisposable OnProgress(Action<RunProgress> callback) => Subscribe(_progress, callback);

    public IDisposable OnPostureChanged(Action<Guid> callback) => Subscribe(_posture, callback);

    internal void Play(RunProgress progress)
    {
        Current = [.. Current.Where(run => run.RunId != progress.RunId), progress];
        _progress.ToList().ForEach(callback => callback(progress));
    }

    internal void PlayChange(Guid auditId) => _posture.ToList().ForEach(callback => callback(auditId));

    private static Subscription Subscribe<T>(List<T> list, T callback)
    {
        list.Add(callback);
        return new(() => list.Remove(callback));
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
