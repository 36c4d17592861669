using EksSecurityPortal.Core.Checks.Networking;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Networking;

public class NodesWithPublicAddressTests
{
    [Fact]
    public void Passes_without_public_addresses() => Passes<NodesWithPublicAddress>(SnapshotBuilder.New().Managed("general", 2));

    // a global IPv6 address counts only when routed to the gateway and let in by a group
    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void Passes_or_fails_for_IPv6_by_route_and_group(bool isRouted, bool isOpen, bool fails)
    {
        var builder = SnapshotBuilder.New().Managed("general", 1, instance: instance => instance with { Ipv6Addresses = ["2a05:d018::7"] }).Add(b =>
        {
            b.RouteTables[1] = SnapshotBuilder.Table("rtb-a", ["subnet-a"], new Route("::/0", isRouted ? "igw-1" : "eigw-1", "active"));
            b.SecurityGroups[0] = SnapshotBuilder.Group("sg-cluster", SnapshotBuilder.FromCidr("tcp", 443, 443, isOpen ? "::/0" : "2a05:d018::/32"));
        });

        _ = fails ? Fails<NodesWithPublicAddress>(builder) : Passes<NodesWithPublicAddress>(builder);
    }

    [Fact]
    public void Passes_with_a_unique_local_IPv6_address() => Passes<NodesWithPublicAddress>(SnapshotBuilder.New().Managed("general", 1, instance: instance => instance with { Ipv6Addresses = ["fd00::7"] }));

    [Fact]
    public void Fails_with_a_public_IPv4_address_on_one_of_three() =>
        Assert.True(Fails<NodesWithPublicAddress>(SnapshotBuilder.New().Managed("general", 3).Add(builder => builder.Instances[1] = builder.Instances[1] with { PublicIp = "203.0.113.9" })).Says("1 instance of 3"));

    [Fact]
    public void Fails_with_an_elastic_address_on_a_second_interface() =>
        Assert.True(Fails<NodesWithPublicAddress>(SnapshotBuilder.New().Managed("general").Add(builder => builder.NetworkInterfaces.Add(
            new("eni-2", "subnet-a", "eu-west-1a", null, "interface", "in-use", "i-general0", "10.0.0.8", "203.0.113.8", 1, 0, ["sg-cluster"])))).Says("203.0.113.8"));

    [Fact]
    public void NotApplicable_to_Fargate_and_hybrid_nodes()
    {
        var builder = SnapshotBuilder.New().Fargate("jobs").Hybrid();

        IsNotApplicable<NodesWithPublicAddress>(builder, "jobs");
        IsNotApplicable<NodesWithPublicAddress>(builder, NodePools.HybridName);
    }

    [Fact]
    public void Unknown_without_the_other_interfaces() => IsUnknown<NodesWithPublicAddress>(SnapshotBuilder.New().Managed("general").Missing(SnapshotPart.NetworkInterfaces), "general");

    [Fact]
    public void Unknown_for_IPv6_without_security_groups() =>
        IsUnknown<NodesWithPublicAddress>(SnapshotBuilder.New().Managed("general", 1, instance: instance => instance with { Ipv6Addresses = ["2a05:d018::7"] })
            .Add(b => b.RouteTables[1] = SnapshotBuilder.Table("rtb-a", ["subnet-a"], new Route("::/0", "igw-1", "active"))).Missing(SnapshotPart.SecurityGroups), "general");

    [Fact]
    public void Unknown_for_a_node_whose_instance_was_not_read() => IsUnknown<NodesWithPublicAddress>(SnapshotBuilder.New().Managed("general").Add(builder => builder.Instances.Clear()), "general");

    [Fact]
    public void Unknown_without_instances() => IsUnknownWithout<NodesWithPublicAddress>(SnapshotBuilder.New().Managed("general"), SnapshotPart.Instances);
}
