using EksSecurityPortal.Core.Checks.Networking;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Networking;

public class RemoteLoginOpenToInternetTests
{
    // a UDP rule is no open SSH; a range includes its ports; families are judged apart
    [Theory]
    [InlineData("udp 22-22 0.0.0.0/0")]
    [InlineData("tcp 443-443 0.0.0.0/0")]
    [InlineData("tcp 23-3388 0.0.0.0/0")]
    [InlineData("tcp 22-22 203.0.113.0/24")]
    [InlineData("tcp 22-22 3.0.0.0/8|udp 22-22 4.0.0.0/8")]
    public void Passes_when_login_ports_are_closed(string rules) => Passes<RemoteLoginOpenToInternet>(SecurityGroupOpenToInternetTests.Rules(SecurityGroupOpenToInternetTests.Parse(rules)), "sg-nodes");

    [Theory]
    [InlineData("tcp 22-22 0.0.0.0/0", "SSH")]
    [InlineData("tcp 22-22 ::/0", "SSH")]
    [InlineData("tcp 20-30 0.0.0.0/0", "SSH")]
    [InlineData("-1 - 0.0.0.0/0", "SSH")]
    [InlineData("tcp 3389-3389 0.0.0.0/0", "RDP")]
    [InlineData("udp 3389-3389 0.0.0.0/0", "RDP")]
    [InlineData("tcp 22-22 3.0.0.0/8|tcp 0-65535 4.0.0.0/8", "SSH")]
    public void Fails_when_a_login_port_is_open(string rules, string name) =>
        Assert.True(Fails<RemoteLoginOpenToInternet>(SecurityGroupOpenToInternetTests.Rules(SecurityGroupOpenToInternetTests.Parse(rules)), "sg-nodes").Says(name));

    [Fact]
    public void NotApplicable_to_a_group_on_Auto_Mode_nodes_only() => IsNotApplicable<RemoteLoginOpenToInternet>(
        SnapshotBuilder.New().AutoMode("system").Add(builder => builder.SecurityGroups[0] = SnapshotBuilder.Group("sg-cluster", SnapshotBuilder.FromCidr("tcp", 22, 22, "0.0.0.0/0"))), "sg-cluster");

    [Fact]
    public void NotApplicable_without_nodes() => IsNotApplicable<RemoteLoginOpenToInternet>(SnapshotBuilder.New());

    [Fact]
    public void Unknown_for_a_prefix_list() => IsUnknown<RemoteLoginOpenToInternet>(SecurityGroupOpenToInternetTests.Rules(new SecurityGroupRule("tcp", 22, 22, SecurityGroupPeerKind.PrefixList, "pl-1", null)), "sg-nodes");

    [Fact]
    public void Unknown_without_instances() => IsUnknownWithout<RemoteLoginOpenToInternet>(SnapshotBuilder.New().Managed("general"), SnapshotPart.Instances);
}
