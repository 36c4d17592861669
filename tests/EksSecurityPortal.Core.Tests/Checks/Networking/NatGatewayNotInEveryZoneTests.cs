using EksSecurityPortal.Core.Checks.Networking;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Networking;

public class NatGatewayNotInEveryZoneTests
{
    [Fact]
    public void Passes_with_a_gateway_in_each_zone() => Passes<NatGatewayNotInEveryZone>(Nodes());

    [Fact]
    public void Passes_with_a_regional_gateway() => Passes<NatGatewayNotInEveryZone>(Nodes().Add(builder =>
    {
        builder.NatGateways[1] = builder.NatGateways[1] with { SubnetId = null };
        builder.RouteTables[1] = SnapshotBuilder.Table("rtb-a", ["subnet-a"], new Route("0.0.0.0/0", "nat-b", "active"));
    }));

    [Fact]
    public void Fails_when_two_zones_share_one_gateway() => Assert.True(Fails<NatGatewayNotInEveryZone>(Nodes()
        .Add(builder => builder.RouteTables[2] = SnapshotBuilder.Table("rtb-b", ["subnet-b"], new Route("0.0.0.0/0", "nat-a", "active")))).Says("eu-west-1b"));

    [Fact]
    public void Fails_when_a_gateway_does_not_work()
    {
        Fails<NatGatewayNotInEveryZone>(Nodes().Add(builder => builder.NatGateways[1] = builder.NatGateways[1] with { State = "failed" }));
        Fails<NatGatewayNotInEveryZone>(Nodes().Add(builder => builder.RouteTables[2] = SnapshotBuilder.Table("rtb-b", ["subnet-b"], new Route("0.0.0.0/0", "nat-b", "blackhole"))));
    }

    [Fact]
    public void NotApplicable_without_gateways_on_the_way() => IsNotApplicable<NatGatewayNotInEveryZone>(SnapshotBuilder.New().Managed("general", 1, group => group with { SubnetIds = ["subnet-public"] },
        instance => instance with { SubnetId = "subnet-public" }, scaling: group => group with { SubnetIds = [] }));

    [Fact]
    public void Unknown_for_a_gateway_of_another_account() => IsUnknown<NatGatewayNotInEveryZone>(Nodes().Add(builder => builder.NatGateways.RemoveAt(1)));

    [Theory]
    [InlineData(SnapshotPart.NatGateways)]
    [InlineData(SnapshotPart.RouteTables)]
    public void Unknown_without_a_part(SnapshotPart part) => IsUnknownWithout<NatGatewayNotInEveryZone>(Nodes(), part);

    private static SnapshotBuilder Nodes() => SnapshotBuilder.New().Managed("general", 1, group => group with { SubnetIds = ["subnet-a", "subnet-b"] });
}
