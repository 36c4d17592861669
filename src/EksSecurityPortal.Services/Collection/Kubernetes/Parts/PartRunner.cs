using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Connection;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>Runs the readings of parts: deadline, progress, and the part that comes of facts and gaps.</summary>
internal sealed class PartRunner(KubernetesApi api, CollectionOptions options, TimeProvider clock, IProgress<PartProgress> progress, CancellationToken cancellationToken)
{
    /// <summary>A part whose reading answers null is missing; its gaps say why.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal async Task<Part<T>> RunAsync<T>(SnapshotPart part, Func<PartRead, Task<T?>> read)
        where T : class
    {
        progress.Report(new(part, PartState.Reading, 0));
        using var deadline = new CancellationTokenSource(options.PartDeadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var reading = new PartRead(api, options.KubernetesPageSize, items => progress.Report(new(part, PartState.Reading, items)), either.Token, cancellationToken);
        var facts = await ReadAsync(reading, read);
        cancellationToken.ThrowIfCancellationRequested();
        var result = new Part<T>(facts, reading.Gaps);
        var state = facts is null ? PartState.Missing : result.Gaps.Count > 0 ? PartState.Partial : PartState.Complete;
        progress.Report(new(part, state, reading.Items, result.Gaps.Count > 0 ? result.Gaps[0] : null));
        return result;
    }

    private async Task<T?> ReadAsync<T>(PartRead reading, Func<PartRead, Task<T?>> read)
        where T : class
    {
        try
        {
            return await read(reading);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // a defect of one reading must not cost the other parts, and must not look like an empty list
            reading.Add([new(GapReason.Failed, "", $"The reading itself failed ({exception.GetType().Name}); please report it.")]);
            return null;
        }
    }
}
