using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Architecture;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Architecture;

public class ControlPlaneSubnetsInOneZoneTests
{
    [Theory]
    [InlineData("subnet-a subnet-b")]
    [InlineData("subnet-a subnet-b subnet-c")]
    [InlineData("subnet-a subnet-b subnet-unread")]
    public void Passes_in_two_zones_or_more(string subnets) => Passes<ControlPlaneSubnetsInOneZone>(Subnets(subnets));

    [Theory]
    [InlineData("subnet-a")]
    [InlineData("subnet-a subnet-public")]
    public void Fails_in_one_zone(string subnets) => Assert.True(Fails<ControlPlaneSubnetsInOneZone>(Subnets(subnets)).Says("eu-west-1a"));

    [Theory]
    [InlineData("subnet-a subnet-unread")]
    [InlineData("")]
    public void Unknown_when_subnets_were_not_read(string subnets) => IsUnknown<ControlPlaneSubnetsInOneZone>(Subnets(subnets));

    [Fact]
    public void Unknown_without_subnets() => IsUnknownWithout<ControlPlaneSubnetsInOneZone>(SnapshotBuilder.New(), SnapshotPart.Subnets);

    [Fact]
    public void NotApplicable_to_an_outpost() => IsNotApplicable<ControlPlaneSubnetsInOneZone>(Subnets("subnet-a").ControlPlane(cluster => cluster with { IsOutpost = true }));

    private static SnapshotBuilder Subnets(string ids) => SnapshotBuilder.New().ControlPlane(cluster => cluster with { SubnetIds = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries) });

    [Fact]
    public void NotApplicable_to_a_connected_cluster() => IsNotApplicable<ControlPlaneSubnetsInOneZone>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { IsConnectedExternalCluster = true }));
}
