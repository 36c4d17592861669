using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Networking;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Networking;

public class NodesInPublicSubnetTests
{
    [Fact]
    public void Passes_in_private_subnets() => Passes<NodesInPublicSubnet>(SnapshotBuilder.New().Managed("general", 2));

    [Fact]
    public void Passes_when_the_route_to_the_gateway_does_not_work() =>
        Passes<NodesInPublicSubnet>(In("subnet-public").Add(builder => builder.RouteTables[4] = SnapshotBuilder.Table("rtb-public", ["subnet-public"], new Route("0.0.0.0/0", "igw-1", "blackhole"))));

    [Fact]
    public void Passes_with_an_egress_only_gateway() =>
        Passes<NodesInPublicSubnet>(In("subnet-a").Add(builder => builder.RouteTables[1] = SnapshotBuilder.Table("rtb-a", ["subnet-a"], new Route("::/0", "eigw-1", "active"))));

    [Fact]
    public void Fails_with_one_instance_in_a_public_subnet()
    {
        var builder = SnapshotBuilder.New().Managed("general", 3);
        builder.Instances[2] = builder.Instances[2] with { SubnetId = "subnet-public" };

        var outcome = Fails<NodesInPublicSubnet>(builder, "general");

        Assert.True(outcome.Says("igw-1") && outcome.Says("i-general2"));
        Assert.False(outcome.Says("i-general1"));
    }

    [Fact]
    public void Fails_by_the_main_table_where_the_subnet_has_none_of_its_own() =>
        Fails<NodesInPublicSubnet>(In("subnet-loose").Add(builder =>
        {
            builder.Subnets.Add(SnapshotBuilder.Subnet("subnet-loose", "eu-west-1a"));
            builder.RouteTables[0] = SnapshotBuilder.Table("rtb-main", [], new Route("0.0.0.0/0", "igw-1", "active"));
        }));

    [Fact]
    public void Fails_for_IPv6_and_for_Auto_Mode_too() =>
        Fails<NodesInPublicSubnet>(SnapshotBuilder.New().AutoMode("system", instance: instance => instance with { SubnetId = "subnet-c" })
            .Add(builder => builder.RouteTables[3] = SnapshotBuilder.Table("rtb-c", ["subnet-c"], new Route("::/0", "igw-1", "active"))));

    [Fact]
    public void Fails_for_a_group_without_instances_that_would_start_there() =>
        Fails<NodesInPublicSubnet>(SnapshotBuilder.New().Managed("empty", 0, group => group with { SubnetIds = ["subnet-public"] }, scaling: group => group with { SubnetIds = [] }));

    [Fact]
    public void NotApplicable_to_Fargate_and_hybrid_nodes()
    {
        var builder = SnapshotBuilder.New().Fargate("jobs").Hybrid();

        IsNotApplicable<NodesInPublicSubnet>(builder, "jobs");
        IsNotApplicable<NodesInPublicSubnet>(builder, NodePools.HybridName);
    }

    [Fact]
    public void Unknown_for_a_subnet_that_was_not_read() => IsUnknown<NodesInPublicSubnet>(In("subnet-elsewhere"), "general");

    [Theory]
    [InlineData(SnapshotPart.Instances)]
    [InlineData(SnapshotPart.Subnets)]
    [InlineData(SnapshotPart.RouteTables)]
    public void Unknown_without_a_part(SnapshotPart part) => IsUnknownWithout<NodesInPublicSubnet>(SnapshotBuilder.New().Managed("general"), part);

    private static SnapshotBuilder In(string subnet) => SnapshotBuilder.New().Managed("general", 1, instance: instance => instance with { SubnetId = subnet });
}
