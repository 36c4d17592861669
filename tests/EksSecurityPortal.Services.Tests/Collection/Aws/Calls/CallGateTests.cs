using EksSecurityPortal.Services.Collection.Aws.Calls;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws.Calls;

public sealed class CallGateTests
{
    [Fact]
    public async Task PassAsync_holds_more_calls_than_there_are_slots()
    {
        using var gate = new CallGate(2, new TokenBucket(1000, 1000, new FakeTimeProvider()));
        var answers = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource<int>()).ToList();
        var started = 0;
        var calls = answers.Select(answer => gate.PassAsync(() => { Interlocked.Increment(ref started); return answer.Task; }, default)).ToList();
        Assert.Equal(2, started);

        answers[0].SetResult(1);
        await calls[0];
        answers[1].SetResult(1);
        answers[2].SetResult(1);
        await Task.WhenAll(calls);

        Assert.Equal(3, started);
    }

    [Fact]
    public async Task PassAsync_after_a_failure_frees_its_slot()
    {
        using var gate = new CallGate(1, new TokenBucket(1000, 1000, new FakeTimeProvider()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => gate.PassAsync<int>(() => throw new InvalidOperationException(), default));

        Assert.Equal(7, await gate.PassAsync(() => Task.FromResult(7), default));
    }
}
