using EksSecurityPortal.Services.Collection.Aws.Calls;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws.Calls;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void TakeAsync_within_the_burst_returns_at_once()
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 5, _time);

        var taken = Enumerable.Range(0, 5).Select(_ => bucket.TakeAsync(default).AsTask()).ToList();

        Assert.All(taken, task => Assert.True(task.IsCompletedSuccessfully));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 15)]
    [InlineData(3, 35)]
    public async Task TakeAsync_by_many_lets_through_burst_and_rate_and_no_more(int seconds, int expected)
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 5, _time);
        var taken = Enumerable.Range(0, 100).Select(_ => bucket.TakeAsync(default).AsTask()).ToList();

        _time.Advance(TimeSpan.FromSeconds(seconds));
        await Task.WhenAll(taken.Take(expected));

        Assert.Equal(expected, taken.Count(task => task.IsCompleted));
    }

    [Fact]
    public async Task TakeAsync_cancelled_gives_its_token_back()
    {
        var bucket = new TokenBucket(perSecond: 1, burst: 1, _time);
        await bucket.TakeAsync(default);
        using var cancelled = new CancellationTokenSource();
        var waiting = bucket.TakeAsync(cancelled.Token).AsTask();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        var next = bucket.TakeAsync(default).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Same(next, await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(10))));
    }

    [Fact]
    public void TakeAsync_after_a_long_pause_has_the_burst_and_no_more()
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 3, _time);
        _time.Advance(TimeSpan.FromHours(1));

        var taken = Enumerable.Range(0, 4).Select(_ => bucket.TakeAsync(default).AsTask()).ToList();

        Assert.Equal(3, taken.Count(task => task.IsCompleted));
    }
}
