using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Calls;

namespace EksSecurityPortal.Services.Collection.Aws.Reading;

/// <summary>
/// Reads the parts of one cluster: each under its own deadline, each answered by facts or by the reason why not, each with its progress.
/// Nothing but cancellation by the caller gets out.
/// </summary>
internal sealed class PartReader(TimeSpan deadline, TimeProvider time, IProgress<PartProgress> progress, CancellationToken cancellationToken)
{
    /// <summary>Of the caller, without any deadline.</summary>
    public CancellationToken Cancellation => cancellationToken;

    /// <summary>Reads one part. An expected failure of <paramref name="read"/> makes the part missing; gaps that it notes make it partial.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<Part<T>> ReadAsync<T>(SnapshotPart part, Func<PartReading, Task<T>> read)
        where T : class
    {
        progress.Report(new PartProgress(part, PartState.Reading, 0));
        using var clock = new CancellationTokenSource(deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        var reading = new PartReading(part, progress, both.Token, cancellationToken);
        var trace = new CallTrace();
        trace.Follow();
        Part<T> result;
        try
        {
            result = reading.Complete(await read(reading));
        }
        catch (PartMissingException missing)
        {
            result = Part.Missing<T>(missing.Gap);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException exception) when (clock.IsCancellationRequested)
        {
            var operation = CallOrigin.Of(exception) is { Length: > 0 } marked ? marked : trace.Last;
            result = Part.Missing<T>(new PartGap(GapReason.TimedOut, operation, $"The part was not complete within {deadline.TotalSeconds:0} seconds."));
        }
        catch (Exception exception) when (AwsGaps.IsExpected(exception))
        {
            result = Part.Missing<T>(AwsGaps.Of(exception));
        }

        progress.Report(new PartProgress(part, StateOf(result), reading.Items, result.Gaps.Count > 0 ? result.Gaps[0] : null));
        return result;
    }

    /// <summary>A part that cannot be asked for because an earlier one is missing.</summary>
    public Part<T> Skip<T>(SnapshotPart part, PartGap cause)
        where T : class
    {
        progress.Report(new PartProgress(part, PartState.Missing, 0, cause));
        return Part.Missing<T>(cause);
    }

    private static PartState StateOf<T>(Part<T> part)
        where T : class => (part.IsPresent, part.Gaps.Count) switch
        {
            (false, _) => PartState.Missing,
            (true, 0) => PartState.Complete,
            _ => PartState.Partial,
        };
}
