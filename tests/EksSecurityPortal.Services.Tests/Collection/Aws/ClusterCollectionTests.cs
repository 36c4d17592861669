using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Sandbox.Model;
using EksSecurityPortal.Services.Collection;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws;

public sealed class ClusterCollectionTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly SnapshotPart[] AwsParts = [.. Enum.GetValues<SnapshotPart>().Where(part => part < SnapshotPart.KubernetesVersion)];

    [Fact]
    public async Task FindClustersAsync_finds_every_cluster_of_every_account()
    {
        var found = new List<string>();
        foreach (var account in shared.Bench.Sandbox.Estate.Accounts)
        {
            await using var session = await shared.Bench.OpenAsync(account);
            found.AddRange((await session.FindClustersAsync(CancellationToken.None)).Clusters.Select(cluster => cluster.Name));
        }

        Assert.Equal(shared.Bench.Sandbox.Estate.Clusters.Select(cluster => cluster.Name).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task FindClustersAsync_without_chosen_regions_looks_into_every_enabled_one()
    {
        var account = shared.Bench.Sandbox.Estate.Accounts[0];
        var entry = await shared.Bench.Collector.OpenAsync(SandboxCollection.ConnectionOf(account) with { Regions = [] }, CancellationToken.None);
        await using var session = entry.Session!;

        var found = await session.FindClustersAsync(CancellationToken.None);

        var enabled = shared.Bench.Sandbox.Estate.Regions.Where(region => region.IsEnabled).Select(region => region.Name);
        Assert.Equal(enabled.Order(StringComparer.Ordinal), found.Regions);
        Assert.Empty(found.Gaps);
        Assert.Equal(account.Regions.Sum(region => region.Clusters.Count), found.Clusters.Count);
    }

    [Fact]
    public async Task FindClustersAsync_in_a_region_of_another_partition_names_it()
    {
        var account = shared.Bench.Sandbox.Estate.Accounts[0];
        var entry = await shared.Bench.Collector.OpenAsync(SandboxCollection.ConnectionOf(account, "cn-north-1", "us-east-1"), CancellationToken.None);
        await using var session = entry.Session!;

        var found = await session.FindClustersAsync(CancellationToken.None);

        Assert.Equal("cn-north-1", Assert.Single(found.Gaps).Subject);
        Assert.Equal(["us-east-1"], found.Regions);
    }

    [Theory]
    [InlineData("storefront-prod")]
    [InlineData("edge-private")]
    [InlineData("billing-windows")]
    public async Task CollectAsync_of_a_cluster_with_all_grants_has_every_aws_part_complete(string name)
    {
        var snapshot = await shared.Bench.CollectAsync(name);

        Assert.All(AwsParts, part => Assert.True(snapshot[part].IsPresent && snapshot[part].Gaps.Count == 0, $"{part}: {string.Join("; ", snapshot[part].Gaps)}"));
    }

    [Fact]
    public async Task CollectAsync_reads_what_the_estate_holds()
    {
        var model = shared.Bench.Sandbox.Estate.Clusters.Single(cluster => cluster.Name == "storefront-prod");
        var region = RegionOf(model);

        var snapshot = await shared.Bench.CollectAsync(model.Name);

        Assert.Equal(model.Version, snapshot.Eks.ControlPlane.Value.Version);
        Assert.Equal(region.Subnets.Count(subnet => subnet.VpcId == snapshot.Eks.ControlPlane.Value.VpcId), snapshot.Network.Subnets.Value.Count);
        Assert.Equal(model.Nodegroups.Select(group => group.NodegroupName).Order(StringComparer.Ordinal), snapshot.Eks.NodeGroups.Value.Select(group => group.Name));
        Assert.Equal(
            region.Instances.Where(instance => instance.Tags.ContainsKey($"kubernetes.io/cluster/{model.Name}")).Select(instance => instance.Id).Order(StringComparer.Ordinal),
            snapshot.Compute.Instances.Value.Select(instance => instance.Id));
        Assert.All(snapshot.Compute.Instances.Value, instance => Assert.NotNull(instance.MetadataOptions?.HttpTokens));
        Assert.All(snapshot.Identity.Roles.Value, role => Assert.StartsWith("{", role.TrustPolicy, StringComparison.Ordinal));
        Assert.All(snapshot.Compute.LatestImages.Value, image => Assert.NotNull(image.ImageId));
        Assert.All(snapshot.Network.SecurityGroups.Value.SelectMany(group => group.Ingress), rule => Assert.NotEmpty(rule.Peer));
    }

    [Fact]
    public async Task CollectAsync_of_a_denied_account_names_every_grant_and_hides_nothing_else()
    {
        var account = shared.Bench.Sandbox.Estate.Accounts.Single(candidate => candidate.DeniedActions.Count > 0);
        var cluster = account.Regions.SelectMany(region => region.Clusters).First();

        var snapshot = await shared.Bench.CollectAsync(cluster.Name);

        var denied = AwsParts.SelectMany(part => snapshot[part].Gaps).Where(gap => gap.Reason == GapReason.Denied).ToList();
        Assert.NotEmpty(denied);
        Assert.All(denied, gap => Assert.Contains(gap.Grant!, account.DeniedActions));
        Assert.All(denied, gap => Assert.Equal(gap.Operation, gap.Grant));
        Assert.True(snapshot.Eks.ControlPlane.IsPresent);
        Assert.True(snapshot.Compute.Instances.IsPresent);
        Assert.False(snapshot.Eks.AccessEntries.IsPresent);
    }

    [Fact]
    public async Task CollectAsync_in_access_mode_config_map_has_no_entries_and_no_gap()
    {
        var model = shared.Bench.Sandbox.Estate.Clusters.First(cluster => cluster.AuthenticationMode == "CONFIG_MAP");

        var snapshot = await shared.Bench.CollectAsync(model.Name);

        Assert.Empty(snapshot.Eks.AccessEntries.Value);
        Assert.Empty(snapshot.Eks.AccessEntries.Gaps);
    }

    [Fact]
    public async Task CollectAsync_twice_gives_the_same_facts()
    {
        var (first, second) = (await shared.Bench.CollectAsync("billing-windows"), await shared.Bench.CollectAsync("billing-windows"));

        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(first with { CollectedAt = default }), System.Text.Json.JsonSerializer.Serialize(second with { CollectedAt = default }));
    }

    [Fact]
    public async Task CollectAsync_tells_each_part_from_reading_to_its_end()
    {
        var progress = new SandboxCollection.Progress();

        var snapshot = await shared.Bench.CollectAsync("edge-private", progress);

        Assert.All(AwsParts, part =>
        {
            var reports = progress.Reports.Where(report => report.Part == part).ToList();
            Assert.Equal(PartState.Reading, reports[0].State);
            Assert.Equal(PartState.Complete, reports[^1].State);
            Assert.Single(reports, report => report.State != PartState.Reading);
        });
        Assert.Equal(snapshot.Network.Subnets.Value.Count, progress.Reports.Last(report => report.Part == SnapshotPart.Subnets).Items);
    }

    [Fact]
    public async Task CollectAsync_cancelled_throws_and_answers_nothing()
    {
        var account = shared.Bench.Sandbox.Estate.Accounts[0];
        await using var session = await shared.Bench.OpenAsync(account);
        var found = await session.FindClustersAsync(CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.CollectAsync(found.Clusters[0], new SandboxCollection.Progress(), cancelled.Token));
    }

    private RegionEstate RegionOf(Cluster cluster) => shared.Bench.Sandbox.Estate.Accounts.SelectMany(account => account.Regions).Single(region => region.Clusters.Contains(cluster));
}
