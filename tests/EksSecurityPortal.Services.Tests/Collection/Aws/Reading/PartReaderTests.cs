using Amazon.EKS;
using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws.Reading;

public sealed class PartReaderTests
{
    private static readonly AmazonEKSException Denied = new("no", null, ErrorType.Unknown, "AccessDeniedException", "id", System.Net.HttpStatusCode.Forbidden);

    private readonly FakeTimeProvider _time = new();
    private readonly SandboxCollection.Progress _progress = new();

    [Fact]
    public async Task ReadAsync_past_its_deadline_is_missing_as_timed_out()
    {
        var reading = Reader().ReadAsync(SnapshotPart.Addons, async part =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, part.Cancellation);
            return (IReadOnlyList<string>)Names("never");
        });
        _time.Advance(TimeSpan.FromMinutes(6));

        var part = await reading;

        Assert.False(part.IsPresent);
        Assert.Equal(GapReason.TimedOut, Assert.Single(part.Gaps).Reason);
        Assert.Equal(PartState.Missing, _progress.Reports[^1].State);
    }

    [Fact]
    public async Task ReadAsync_cancelled_by_the_caller_throws()
    {
        using var caller = new CancellationTokenSource();
        var reading = Reader(caller.Token).ReadAsync(SnapshotPart.Addons, async part =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, part.Cancellation);
            return (IReadOnlyList<string>)Names("never");
        });
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task ReadAsync_of_a_defect_throws_it() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Reader().ReadAsync<IReadOnlyList<string>>(SnapshotPart.Addons, _ => throw new InvalidOperationException("a bug")));

    [Fact]
    public async Task DescribeAsync_with_some_refused_keeps_the_others_in_order()
    {
        var part = await Reader().ReadAsync(SnapshotPart.Addons, reading => reading.DescribeAsync(Names("a", "b", "c"), name => name, (name, _) => name == "b" ? throw Denied : Task.FromResult<string?>(name)));

        Assert.Equal(["a", "c"], part.Value);
        Assert.Equal("b", Assert.Single(part.Gaps).Subject);
        Assert.Equal(PartState.Partial, _progress.Reports[^1].State);
    }

    [Fact]
    public async Task DescribeAsync_with_all_refused_is_missing_and_never_an_empty_list()
    {
        var part = await Reader().ReadAsync(SnapshotPart.Addons, reading => reading.DescribeAsync<string, string>(Names("a", "b"), name => name, (_, _) => throw Denied));

        Assert.False(part.IsPresent);
        Assert.Equal((GapReason.Denied, null), (Assert.Single(part.Gaps).Reason, part.Gaps[0].Subject));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task DescribeAsync_of_a_member_that_is_gone_is_a_gap_only_when_it_was_not_listed(bool wereListed, int gaps)
    {
        var gone = new AmazonEKSException("gone", null, ErrorType.Unknown, "ResourceNotFoundException", "id", System.Net.HttpStatusCode.NotFound);

        var part = await Reader().ReadAsync(
            SnapshotPart.Addons, reading => reading.DescribeAsync(Names("a", "b"), name => name, (name, _) => name == "b" ? throw gone : Task.FromResult<string?>(name), wereListed));

        Assert.Equal(["a"], part.Value);
        Assert.Equal(gaps, part.Gaps.Count);
    }

    [Fact]
    public async Task DescribeAsync_past_the_deadline_keeps_what_was_read()
    {
        var (fast, slow) = (new TaskCompletionSource(), new TaskCompletionSource());
        var reading = Reader().ReadAsync(SnapshotPart.Addons, part => part.DescribeAsync(Names("fast", "slow"), name => name, async (name, token) =>
        {
            if (name == "fast")
            {
                fast.SetResult();
                return (string?)name;
            }

            slow.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
            return name;
        }));
        await Task.WhenAll(fast.Task, slow.Task);
        _time.Advance(TimeSpan.FromMinutes(6));

        var part = await reading;

        Assert.Equal(["fast"], part.Value);
        Assert.Equal(("slow", GapReason.TimedOut), (Assert.Single(part.Gaps).Subject, part.Gaps[0].Reason));
    }

    private static List<string> Names(params string[] names) => [.. names];

    private PartReader Reader(CancellationToken cancellationToken = default) => new(TimeSpan.FromMinutes(5), _time, _progress, cancellationToken);
}
