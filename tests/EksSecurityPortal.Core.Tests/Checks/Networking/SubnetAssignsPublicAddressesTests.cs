using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Networking;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Networking;

public class SubnetAssignsPublicAddressesTests
{
    [Fact]
    public void Passes_without_the_setting() => Passes<SubnetAssignsPublicAddresses>(SnapshotBuilder.New(), "subnet-a");

    [Theory]
    [InlineData("eigw-1", CheckStatus.Pass)]
    [InlineData("igw-1", CheckStatus.Fail)]
    public void Passes_or_fails_for_IPv6_by_its_route(string target, CheckStatus status) => Assert.Equal(status, Outcome<SubnetAssignsPublicAddresses>(
        Subnet(subnet => subnet with { AssignIpv6OnCreation = true }).Add(builder => builder.RouteTables[1] = SnapshotBuilder.Table("rtb-a", ["subnet-a"], new Route("::/0", target, "active"))), "subnet-a").Status);

    [Fact]
    public void Fails_for_a_subnet_that_gives_public_IPv4() => Assert.True(Fails<SubnetAssignsPublicAddresses>(Subnet(subnet => subnet with { MapPublicIpOnLaunch = true }), "subnet-a").Says("control plane"));

    [Fact]
    public void Fails_for_a_subnet_that_only_nodes_use()
    {
        var builder = SnapshotBuilder.New().Managed("general", 1, group => group with { SubnetIds = ["subnet-public"] }).Add(b => b.Subnets[3] = b.Subnets[3] with { MapPublicIpOnLaunch = true });

        Assert.True(Fails<SubnetAssignsPublicAddresses>(builder, "subnet-public").Says("Managed/general"));
    }

    [Fact]
    public void NotApplicable_when_no_subnet_is_used() => IsNotApplicable<SubnetAssignsPublicAddresses>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { SubnetIds = [] }));

    [Fact]
    public void Unknown_when_the_api_did_not_say() => IsUnknown<SubnetAssignsPublicAddresses>(Subnet(subnet => subnet with { MapPublicIpOnLaunch = null }), "subnet-a");

    [Fact]
    public void Unknown_for_a_subnet_that_was_not_read() => IsUnknown<SubnetAssignsPublicAddresses>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { SubnetIds = ["subnet-x"] }), "subnet-x");

    [Fact]
    public void Unknown_for_IPv6_without_route_tables() => IsUnknown<SubnetAssignsPublicAddresses>(Subnet(subnet => subnet with { AssignIpv6OnCreation = true }).Missing(SnapshotPart.RouteTables), "subnet-a");

    private static SnapshotBuilder Subnet(Func<Subnet, Subnet> change) => SnapshotBuilder.New().Add(builder => builder.Subnets[0] = change(builder.Subnets[0]));
}
