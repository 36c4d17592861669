using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Sandbox;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws;

/// <summary>Each way in which AWS can fail, on one service or operation: its parts have a gap of that kind, and all others are complete.</summary>
public sealed class FaultTests
{
    private const string Cluster = "storefront-prod";

    [Theory]
    [InlineData(FaultKind.Throttling, GapReason.Throttled)]
    [InlineData(FaultKind.ServerError, GapReason.Failed)]
    [InlineData(FaultKind.CutConnection, GapReason.Unreachable)]
    [InlineData(FaultKind.ExpiredToken, GapReason.CredentialsRejected)]
    [InlineData(FaultKind.Denied, GapReason.Denied)]
    [InlineData(FaultKind.MalformedBody, GapReason.Malformed)]
    [InlineData(FaultKind.HtmlErrorPage, GapReason.Failed)]
    [InlineData(FaultKind.SlowBody, GapReason.TimedOut)]
    [InlineData(FaultKind.Latency, GapReason.TimedOut)]
    [InlineData(FaultKind.Unreachable, GapReason.TimedOut)]
    public async Task CollectAsync_with_a_fault_on_one_operation_has_its_gap_there_only(FaultKind kind, GapReason reason)
    {
        await using var bench = await SandboxCollection.StartAsync(("Collection:CallTimeout", "00:00:01"), ("Aws:Attempts", "2"));
        bench.Sandbox.Faults.Add(new Fault(kind, "eks", "ListNodegroups"));
        bench.Sandbox.Faults.Add(new Fault(kind, "ec2", "DescribeNatGateways"));
        bench.Sandbox.Faults.Add(new Fault(kind, "iam", "ListOpenIDConnectProviders"));
        bench.Sandbox.Faults.Add(new Fault(kind, "ssm", "GetParameters"));

        var snapshot = await bench.CollectAsync(Cluster);

        SnapshotPart[] struck = [SnapshotPart.NodeGroups, SnapshotPart.NatGateways, SnapshotPart.OidcProviders];
        Assert.All(struck, part =>
        {
            Assert.False(snapshot[part].IsPresent, part.ToString());
            Assert.Equal(reason, snapshot[part].Gaps[0].Reason);
            Assert.NotEmpty(snapshot[part].Gaps[0].Operation);
        });
        Assert.True(snapshot.Network.Subnets is { IsPresent: true, Gaps.Count: 0 });
        Assert.True(snapshot.Eks.ControlPlane is { IsPresent: true, Gaps.Count: 0 });
        Assert.True(snapshot.Eks.AccessEntries is { IsPresent: true, Gaps.Count: 0 });
    }

    [Theory]
    [InlineData(FaultKind.Throttling)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.CutConnection)]
    public async Task CollectAsync_with_a_passing_fault_is_complete(FaultKind kind)
    {
        await using var bench = await SandboxCollection.StartAsync();
        bench.Sandbox.Faults.Add(new Fault(kind, "eks", "ListNodegroups") { Times = 1 });

        var snapshot = await bench.CollectAsync(Cluster);

        Assert.True(snapshot.Eks.NodeGroups is { IsPresent: true, Gaps.Count: 0 });
    }

    [Fact]
    public async Task CollectAsync_with_one_member_refused_keeps_the_others()
    {
        await using var bench = await SandboxCollection.StartAsync(("Aws:Attempts", "1"));
        bench.Sandbox.Faults.Add(new Fault(FaultKind.Denied, "eks", "DescribeNodegroup") { Times = 1 });

        var snapshot = await bench.CollectAsync(Cluster);

        var gap = Assert.Single(snapshot.Eks.NodeGroups.Gaps);
        Assert.Equal((GapReason.Denied, "eks:DescribeNodegroup"), (gap.Reason, gap.Operation));
        Assert.NotNull(gap.Subject);
        Assert.DoesNotContain(snapshot.Eks.NodeGroups.Value, group => group.Name == gap.Subject);
        Assert.NotEmpty(snapshot.Eks.NodeGroups.Value);
    }

    [Fact]
    public async Task CollectAsync_without_the_calendar_uses_the_dated_table_and_says_so()
    {
        await using var bench = await SandboxCollection.StartAsync();
        bench.Sandbox.Faults.Add(new Fault(FaultKind.Denied, "eks", "DescribeClusterVersions"));

        var snapshot = await bench.CollectAsync(Cluster);

        Assert.All(snapshot.Eks.VersionCalendar.Value, version => Assert.Equal(CalendarSource.FallbackTable, version.Source));
        Assert.Equal("eks:DescribeClusterVersions", Assert.Single(snapshot.Eks.VersionCalendar.Gaps).Grant);
    }

    [Fact]
    public async Task CollectAsync_without_the_control_plane_says_what_the_other_parts_need()
    {
        await using var bench = await SandboxCollection.StartAsync();
        bench.Sandbox.Faults.Add(new Fault(FaultKind.Denied, "eks", "DescribeCluster"));

        var snapshot = await bench.CollectAsync(Cluster);

        Assert.False(snapshot.Network.Subnets.IsPresent);
        Assert.Equal("eks:DescribeCluster", snapshot.Network.Subnets.Gaps[0].Grant);
        Assert.False(snapshot.Kubernetes.Nodes.IsPresent);
        Assert.True(snapshot.Eks.NodeGroups.IsPresent);
    }

    [Fact]
    public async Task FindClustersAsync_with_one_region_refused_finds_the_others()
    {
        await using var bench = await SandboxCollection.StartAsync();
        var account = bench.Sandbox.Estate.Accounts.First(candidate => candidate.Regions.Count(region => region.Clusters.Count > 0) > 1);
        bench.Sandbox.Faults.Add(new Fault(FaultKind.Denied, "eks", "ListClusters") { Region = "us-east-1" });
        await using var session = await bench.OpenAsync(account);

        var found = await session.FindClustersAsync(CancellationToken.None);

        var gap = Assert.Single(found.Gaps);
        Assert.Equal(("us-east-1", "eks:ListClusters"), (gap.Subject, gap.Grant));
        Assert.NotEmpty(found.Clusters);
    }

    [Fact]
    public async Task CollectAsync_past_the_deadline_of_a_part_is_timed_out()
    {
        await using var bench = await SandboxCollection.StartAsync(("Collection:PartDeadline", "00:00:00.500"));
        bench.Sandbox.Faults.Add(new Fault(FaultKind.Unreachable, "eks", "ListAddons"));

        var snapshot = await bench.CollectAsync(Cluster);

        Assert.Equal((GapReason.TimedOut, "eks:ListAddons"), (snapshot.Eks.Addons.Gaps[0].Reason, snapshot.Eks.Addons.Gaps[0].Operation));
    }
}
