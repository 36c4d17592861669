using System.Collections;
using System.Collections.Concurrent;
using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Aws.Reading;

/// <summary>Ends the reading of a part with a gap that the reader itself words.</summary>
internal sealed class PartMissingException(PartGap gap) : Exception(gap.Detail)
{
    public PartGap Gap => gap;
}

/// <summary>One part while it is read: its deadline, the gaps noted so far, its progress. Thread-safe.</summary>
/// <param name="cancellationToken">Ends with the caller's token or with the part's deadline.</param>
/// <param name="caller">Ends with the caller's token only.</param>
internal sealed class PartReading(SnapshotPart part, IProgress<PartProgress> progress, CancellationToken cancellationToken, CancellationToken caller)
{
    /// <summary>Members described side by side; the call gate is what really bounds them.</summary>
    private const int MembersAtOnce = 8;

    private readonly ConcurrentQueue<PartGap> _gaps = new();
    private int _items;

    /// <summary>Ends with the caller's token or with the part's deadline.</summary>
    public CancellationToken Cancellation => cancellationToken;

    public int Items => _items;

    /// <summary>The first gap that was noted.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public PartGap FirstGap => _gaps.First();

    public void Note(PartGap gap) => _gaps.Enqueue(gap);

    public void Note(IEnumerable<PartGap> gaps)
    {
        foreach (var gap in gaps)
        {
            Note(gap);
        }
    }

    /// <summary>Says how far the part is.</summary>
    public void Count(int more = 1) => progress.Report(new PartProgress(part, PartState.Reading, Interlocked.Add(ref _items, more)));

    /// <summary>
    /// Describes each member of a list that was read. A member that fails becomes a gap with its name; when every one fails, the part is
    /// missing. The order of the names is kept.
    /// </summary>
    /// <param name="describe">Returns null for a member that does not belong to the facts.</param>
    /// <param name="wereListed">True when the service just listed them: one that is gone since is left out, not a gap.</param>
    public async Task<IReadOnlyList<TFact>> DescribeAsync<TMember, TFact>(
        IReadOnlyList<TMember> members, Func<TMember, string> nameOf, Func<TMember, CancellationToken, Task<TFact?>> describe, bool wereListed = true)
        where TFact : class
    {
        var facts = new TFact?[members.Count];
        var failures = new PartGap?[members.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, members.Count),
            new ParallelOptions { MaxDegreeOfParallelism = MembersAtOnce, CancellationToken = CancellationToken.None },
            async (index, _) =>
            {
                (facts[index], failures[index]) = await TryAsync(nameOf(members[index]), token => describe(members[index], token), wereListed);
                Count();
            });

        var gaps = failures.OfType<PartGap>().ToList();
        if (gaps.Count > 0 && gaps.Count == members.Count)
        {
            throw new PartMissingException(gaps[0] with { Subject = null, Detail = AwsGaps.Text($"None of {members.Count} could be read. {gaps[0].Detail}") });
        }

        Note(gaps);
        return [.. facts.OfType<TFact>()];
    }

    /// <summary>Tries one call among several of the part: its failure is noted and the others go on.</summary>
    public async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> call, string? subject = null)
        where T : class
    {
        var (fact, gap) = await TryAsync(subject, async token => (T?)await call(token), wasListed: false);
        if (gap is not null)
        {
            Note(gap);
        }

        return fact;
    }

    /// <summary>The part as far as it was read.</summary>
    public Part<T> Complete<T>(T facts)
        where T : class
    {
        _items = Math.Max(_items, facts is ICollection list ? list.Count : 1);
        return Part.Of(facts, [.. _gaps]);
    }

    private async Task<(T? Fact, PartGap? Gap)> TryAsync<T>(string? subject, Func<CancellationToken, Task<T?>> call, bool wasListed)
        where T : class
    {
        try
        {
            return (await call(cancellationToken), null);
        }
        catch (Exception exception) when (AwsGaps.IsExpected(exception) && !caller.IsCancellationRequested)
        {
            // a deadline leaves the remaining members as gaps; only the caller's own cancellation ends the part
            var isGone = wasListed && exception is AmazonServiceException service && ErrorCodes.IsAbsent(service.ErrorCode);
            return (null, isGone ? null : AwsGaps.Of(exception, subject));
        }
    }
}
