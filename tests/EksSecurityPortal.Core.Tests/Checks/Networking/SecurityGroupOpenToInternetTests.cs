using EksSecurityPortal.Core.Checks.Networking;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Networking;

public class SecurityGroupOpenToInternetTests
{
    [Fact]
    public void Passes_with_rules_from_groups_and_limited_ranges() =>
        Passes<SecurityGroupOpenToInternet>(Rules(SnapshotBuilder.FromCidr("tcp", 443, 443, "10.0.0.0/8"), SnapshotBuilder.FromCidr("tcp", 443, 443, "104.16.0.0/13")), "sg-nodes");

    // protocol, port and family together: halves of different ports or families make no whole
    [Theory]
    [InlineData("icmp 8-0 0.0.0.0/0")]
    [InlineData("icmpv6 -1--1 ::/0")]
    [InlineData("tcp 80-80 3.0.0.0/8|tcp 81-81 4.0.0.0/8")]
    [InlineData("tcp 80-80 3.0.0.0/8|udp 80-80 4.0.0.0/8")]
    public void Passes_when_no_port_is_open_to_all(string rules) => Passes<SecurityGroupOpenToInternet>(Rules(Parse(rules)), "sg-nodes");

    [Fact]
    public void Passes_over_an_open_group_that_is_attached_to_nothing() =>
        Passes<SecurityGroupOpenToInternet>(SnapshotBuilder.New().Add(builder => builder.SecurityGroups.Add(SnapshotBuilder.Group("sg-idle", SnapshotBuilder.FromCidr("-1", null, null, "0.0.0.0/0")))));

    [Theory]
    [InlineData("tcp 443-443 0.0.0.0/0", "tcp 443 from the IPv4 internet")]
    [InlineData("tcp 443-443 ::/0", "tcp 443 from the IPv6 internet")]
    [InlineData("udp 53-53 0.0.0.0/0", "udp 53 from the IPv4 internet")]
    [InlineData("6 8080-8090 0.0.0.0/0", "tcp 8080-8090 from the IPv4 internet")]
    [InlineData("-1 - 0.0.0.0/0", "tcp 0-65535 from the IPv4 internet")]
    [InlineData("tcp 80-80 3.0.0.0/8|tcp 80-80 4.0.0.0/8", "tcp 80 from the IPv4 internet")]
    [InlineData("tcp 0-100 3.0.0.0/8|tcp 90-200 4.0.0.0/8", "tcp 90-100 from the IPv4 internet")]
    [InlineData("-1 - 3.0.0.0/8|tcp 22-22 4.0.0.0/8", "tcp 22 from the IPv4 internet")]
    [InlineData("50 - 0.0.0.0/0", "50 0-65535 from the IPv4 internet")]
    public void Fails_for_any_port_of_any_protocol_and_family(string rules, string opening) => Assert.True(Fails<SecurityGroupOpenToInternet>(Rules(Parse(rules)), "sg-nodes").Says(opening));

    [Fact]
    public void Fails_for_the_control_planes_group_and_for_one_on_a_second_interface()
    {
        var open = SnapshotBuilder.FromCidr("tcp", 10250, 10250, "0.0.0.0/0");
        var builder = SnapshotBuilder.New().Managed("general").Add(b =>
        {
            b.SecurityGroups[0] = SnapshotBuilder.Group("sg-cluster", open);
            b.SecurityGroups.Add(SnapshotBuilder.Group("sg-pods", open));
            b.NetworkInterfaces.Add(new("eni-2", "subnet-a", null, null, null, null, "i-general0", null, null, 1, 0, ["sg-pods"]));
        });

        Assert.True(Fails<SecurityGroupOpenToInternet>(builder, "sg-cluster").Says("control plane"));
        Assert.True(Fails<SecurityGroupOpenToInternet>(builder, "sg-pods").Says("Managed/general"));
    }

    [Fact]
    public void NotApplicable_when_nothing_is_attached() => IsNotApplicable<SecurityGroupOpenToInternet>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { ClusterSecurityGroupId = null }));

    [Fact]
    public void Unknown_for_a_prefix_list() => IsUnknown<SecurityGroupOpenToInternet>(Rules(new SecurityGroupRule("tcp", 443, 443, SecurityGroupPeerKind.PrefixList, "pl-1", null)), "sg-nodes");

    [Fact]
    public void Unknown_for_an_attached_group_that_was_not_read() =>
        IsUnknown<SecurityGroupOpenToInternet>(SnapshotBuilder.New().Managed("general", 1, instance: instance => instance with { SecurityGroupIds = ["sg-lost"] }), "sg-lost");

    [Fact]
    public void Unknown_without_security_groups() => IsUnknownWithout<SecurityGroupOpenToInternet>(SnapshotBuilder.New(), SnapshotPart.SecurityGroups);

    internal static SnapshotBuilder Rules(params SecurityGroupRule[] rules) => SnapshotBuilder.New()
        .Managed("general", 1, instance: instance => instance with { SecurityGroupIds = ["sg-nodes"] }).Add(builder => builder.SecurityGroups.Add(SnapshotBuilder.Group("sg-nodes", rules)));

    internal static SecurityGroupRule[] Parse(string rules) => [.. rules.Split('|').Select(rule => rule.Split(' ')).Select(words =>
        SnapshotBuilder.FromCidr(words[0], words[1] == "-" ? null : Port(words[1], first: true), words[1] == "-" ? null : Port(words[1], first: false), words[2]))];

    private static int Port(string range, bool first)
    {
        var middle = range.IndexOf('-', 1);
        return int.Parse(first ? range[..middle] : range[(middle + 1)..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
