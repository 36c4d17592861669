using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;

namespace EksSecurityPortal.Core.Tests.Inventory;

public class NodePoolsTests
{
    [Fact]
    public void Of_every_kind_of_compute_gives_one_pool_each()
    {
        var pools = NodePools.Of(Everything().Build());

        Assert.Equal(
            ["Managed/general", "SelfManaged/legacy", "Karpenter/burst", "AutoMode/system", "Fargate/jobs", "Hybrid/hybrid-nodes", "Unknown/unplaced-nodes"],
            pools.Select(pool => pool.Key));
        Assert.All(pools, pool => Assert.Empty(pool.UnreadParts));
        Assert.Equal([2, 1, 1, 1, 1, 1, 1], pools.Select(pool => pool.Members.Count));
    }

    [Fact]
    public void Of_joins_nodes_with_their_instances()
    {
        var pool = Assert.Single(NodePools.Of(SnapshotBuilder.New().Managed("general", 2).Build()));

        Assert.Equal(["ip-general-0", "ip-general-1"], pool.Members.Select(member => member.Name));
        Assert.Equal(["i-general0", "i-general1"], pool.Instances.Select(instance => instance.Id));
        Assert.Equal([new("v1.34.2-eks-1234567", 2)], pool.KubeletVersions);
        Assert.Equal(
            [new NodePoolImage("ami-1", ImageFamily.AmazonLinux2023, "AL2023_x86_64_STANDARD", "1.34", "20261116", new DateOnly(2026, 11, 16), "Amazon Linux 2023.9.20261116", 2)],
            pool.Images);
        Assert.Equal("general", pool.NodeGroup?.Name);
        Assert.Equal("eks-general", pool.AutoScalingGroup?.Name);
    }

    [Theory]
    [InlineData(SnapshotPart.Nodes)]
    [InlineData(SnapshotPart.NodeGroups)]
    [InlineData(SnapshotPart.AutoScalingGroups)]
    [InlineData(SnapshotPart.NodeProvisioning)]
    [InlineData(SnapshotPart.Images)]
    public void Of_keeps_the_keys_of_EC2_pools_when_another_part_is_missing(SnapshotPart part)
    {
        var pools = NodePools.Of(Everything().Missing(part).Build());

        foreach (var key in new[] { "Managed/general", "SelfManaged/legacy", "Karpenter/burst", "AutoMode/system" })
        {
            Assert.Contains(pools, pool => pool.Key == key);
        }

        Assert.Contains(part, pools.SelectMany(pool => pool.UnreadParts));
    }

    [Fact]
    public void Of_without_instances_cannot_place_self_managed_nodes_and_says_so()
    {
        var pools = NodePools.Of(SnapshotBuilder.New().SelfManaged("legacy").Managed("general").Missing(SnapshotPart.Instances).Build());

        var unplaced = Assert.Single(pools, pool => pool.Kind == NodePoolKind.Unknown);
        Assert.Equal(["ip-legacy-0"], unplaced.Members.Select(member => member.Name));
        Assert.Contains(SnapshotPart.Instances, unplaced.UnreadParts);
        Assert.Contains(pools, pool => pool.Key == "Managed/general" && pool.Members.Count == 1);
    }

    [Fact]
    public void Of_nothing_read_is_empty() => Assert.Empty(NodePools.Of(Everything().MissingEverything().Build()));

    [Fact]
    public void Of_groups_without_nodes_are_pools_that_say_what_they_would_start()
    {
        var pools = NodePools.Of(SnapshotBuilder.New().Managed("empty", 0).SelfManaged("idle", 0).Karpenter("later", 0).Build());

        Assert.Equal(["Managed/empty", "SelfManaged/idle", "Karpenter/later"], pools.Select(pool => pool.Key));
        Assert.Equal(("1.34.2-20261116", 0), (pools[0].Images[0].ReleaseVersion, pools[0].Images[0].Count));
    }

    [Fact]
    public void Of_image_that_only_bears_an_AWS_name_is_custom()
    {
        var builder = SnapshotBuilder.New().SelfManaged("legacy");
        builder.Images[0] = builder.Images[0] with { OwnerAlias = null, OwnerId = "111122223333" };

        var image = Assert.Single(Assert.Single(NodePools.Of(builder.Build())).Images);

        Assert.Equal((ImageFamily.Custom, null, null), (image.Family, image.AmiType, image.ReleaseVersion));
    }

    [Fact]
    public void Of_half_rolled_group_shows_both_images()
    {
        var builder = SnapshotBuilder.New().Managed("general", 3);
        builder.Images.Add(builder.Images[0] with { Id = "ami-old", Name = "amazon-eks-node-al2023-x86_64-standard-1.34-v20260901" });
        builder.Instances[2] = builder.Instances[2] with { ImageId = "ami-old" };

        var pool = Assert.Single(NodePools.Of(builder.Build()));

        Assert.Equal([("20261116", 2), ("20260901", 1)], pool.Images.Select(image => (image.ReleaseVersion!, image.Count)));
    }

    [Fact]
    public void Of_instances_that_are_stopped_and_have_no_node_are_no_members() =>
        Assert.Empty(Assert.Single(NodePools.Of(SnapshotBuilder.New().SelfManaged("legacy", 1, instance => instance with { State = "stopped" }).Missing(SnapshotPart.Nodes).Build())).Members);

    [Fact]
    public void Of_self_run_Karpenter_beside_Auto_Mode_is_told_apart_by_tags_alone()
    {
        var pools = NodePools.Of(SnapshotBuilder.New().Karpenter("burst").AutoMode("system").Missing(SnapshotPart.Nodes, SnapshotPart.NodeProvisioning).Build());

        Assert.Equal(["Karpenter/burst", "AutoMode/system"], pools.Select(pool => pool.Key));
    }

    [Fact]
    public void Of_lists_in_another_order_gives_the_same_pools()
    {
        var straight = NodePools.Of(Everything().Build());
        var reversed = NodePools.Of(Everything().Reversed().Build());

        Assert.Equal(Describe(straight), Describe(reversed));
    }

    [Fact]
    public void Of_malformed_spec_of_a_Karpenter_pool_is_still_a_pool()
    {
        var builder = SnapshotBuilder.New().Add(b => b.KarpenterPools.Add(SnapshotBuilder.Custom("karpenter.sh", "NodePool", "broken", "{\"template\":[")));

        Assert.Equal("Karpenter/broken", Assert.Single(NodePools.Of(builder.Build())).Key);
    }

    internal static SnapshotBuilder Everything() => SnapshotBuilder.New()
        .Managed("general", 2).SelfManaged("legacy").Karpenter("burst").AutoMode("system").Fargate("jobs").Hybrid()
        .Add(builder => builder.Nodes.Add(SnapshotBuilder.NewNode("stranger")));

    private static IEnumerable<string> Describe(IEnumerable<NodePool> pools) => pools.Select(pool =>
        $"{pool.Key} {string.Join(',', pool.Members.Select(member => member.Name))} {string.Join(',', pool.Images)} {string.Join(',', pool.KubeletVersions)} {string.Join(',', pool.SubnetIds)}");
}
