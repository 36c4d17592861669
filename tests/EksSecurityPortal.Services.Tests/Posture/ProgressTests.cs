using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Posture;

public sealed class ProgressTests
{
    private static readonly ClaimedRun Run = new(
        Guid.NewGuid(), Guid.NewGuid(), 1, TestPortal.Cluster("shop"), new AccountEntity { Id = TestPortal.Shop, Name = "Shop" }, 1);

    [Fact]
    public void Report_of_a_burst_is_passed_on_four_times_a_second_with_the_last_state()
    {
        var clock = TestPortal.Clock();
        var feed = new ProgressFeed(NullLogger<ProgressFeed>.Instance);
        var heard = new List<RunProgress>();
        using var subscription = feed.OnProgress(heard.Add);
        using var reporter = new RunProgressReporter(feed, Run, clock);

        for (var items = 1; items <= 1000; items++)
        {
            reporter.Report(new(SnapshotPart.Workloads, PartState.Reading, items));
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(4, heard.Count);
        Assert.Equal(1000, heard[^1].Parts[SnapshotPart.Workloads].Items);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(4, heard.Count);
    }

    [Fact]
    public void Current_holds_a_run_until_it_ends()
    {
        var feed = new ProgressFeed(NullLogger<ProgressFeed>.Instance);
        using var reporter = new RunProgressReporter(feed, Run, TestPortal.Clock());

        reporter.Say("Entering");
        Assert.Equal("Entering", Assert.Single(feed.Current).Activity);
        reporter.End(RunState.Succeeded);
        Assert.Empty(feed.Current);
    }

    [Fact]
    public void Progress_with_a_subscriber_that_fails_still_reaches_the_others()
    {
        var feed = new ProgressFeed(NullLogger<ProgressFeed>.Instance);
        var heard = 0;
        using var first = feed.OnPostureChanged(_ => throw new InvalidOperationException("a page's fault"));
        using var second = feed.OnPostureChanged(_ => heard++);

        feed.PostureChanged(Guid.NewGuid());

        Assert.Equal(1, heard);
    }

    [Fact]
    public void Relay_message_of_the_largest_progress_fits_into_a_notification_and_reads_back()
    {
        var parts = Enum.GetValues<SnapshotPart>().ToDictionary(
            part => part, part => new PartProgress(part, PartState.Partial, int.MaxValue, new(GapReason.Denied, "operation", new string('x', 500), "grant", new string('y', 500))));
        var progress = new RunProgress(Run.AuditId, Run.RunId, Run.Cluster.Arn + new string('c', 100), RunState.Running, parts, 54, 54, "Entering the account");

        var payload = RelayMessage.Write("me", progress);
        var again = RelayMessage.Read(payload).Progress!;

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(payload), 1, 7999);
        Assert.Equal((progress.RunId, progress.ClusterArn, progress.State, progress.Parts.Count), (again.RunId, again.ClusterArn, again.State, again.PartsDone));
        Assert.Equal(new PartProgress(SnapshotPart.Nodes, PartState.Partial, int.MaxValue), again.Parts[SnapshotPart.Nodes]);
    }
}
