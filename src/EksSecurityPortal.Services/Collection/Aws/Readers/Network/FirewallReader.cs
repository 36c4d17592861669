using Amazon.EC2.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using NetworkAcl = EksSecurityPortal.Core.Inventory.NetworkAcl;
using NetworkAclEntry = EksSecurityPortal.Core.Inventory.NetworkAclEntry;
using SecurityGroup = EksSecurityPortal.Core.Inventory.SecurityGroup;
using SecurityGroupRule = EksSecurityPortal.Core.Inventory.SecurityGroupRule;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Network;

/// <summary>Security groups and network ACLs of the VPC.</summary>
internal static class FirewallReader
{
    public static Task<Part<IReadOnlyList<SecurityGroup>>> ReadSecurityGroupsAsync(VpcScope scope) =>
        scope.ReadAsync(SnapshotPart.SecurityGroups, async (vpcId, cancellationToken) =>
        {
            var request = new DescribeSecurityGroupsRequest { Filters = Ec2Filter.By("vpc-id", vpcId), MaxResults = 1000 };
            var groups = await scope.Cluster.Clients.Ec2.Paginators.DescribeSecurityGroups(request).SecurityGroups.ToListAsync(cancellationToken);
            return (IReadOnlyList<SecurityGroup>)[.. groups.Select(FactOf).OrderBy(group => group.Id, StringComparer.Ordinal)];
        });

    public static Task<Part<IReadOnlyList<NetworkAcl>>> ReadNetworkAclsAsync(VpcScope scope) =>
        scope.ReadAsync(SnapshotPart.NetworkAcls, async (vpcId, cancellationToken) =>
        {
            var request = new DescribeNetworkAclsRequest { Filters = Ec2Filter.By("vpc-id", vpcId), MaxResults = 1000 };
            var acls = await scope.Cluster.Clients.Ec2.Paginators.DescribeNetworkAcls(request).NetworkAcls.ToListAsync(cancellationToken);
            return (IReadOnlyList<NetworkAcl>)[.. acls.Select(FactOf).OrderBy(acl => acl.Id, StringComparer.Ordinal)];
        });

    private static SecurityGroup FactOf(Amazon.EC2.Model.SecurityGroup group) => new(
        Required(TextOf(group.GroupId), "ec2:DescribeSecurityGroups", "id"),
        TextOf(group.GroupName) ?? "",
        TextOf(group.Description),
        TextOf(group.VpcId),
        [.. (group.IpPermissions ?? []).SelectMany(RulesOf)],
        [.. (group.IpPermissionsEgress ?? []).SelectMany(RulesOf)],
        TagsOf(group.Tags, tag => tag.Key, tag => tag.Value));

    /// <summary>One rule per peer: a permission names several.</summary>
    private static IEnumerable<SecurityGroupRule> RulesOf(IpPermission permission)
    {
        SecurityGroupRule Rule(SecurityGroupPeerKind kind, string? peer, string? description)
        {
            const string operation = "ec2:DescribeSecurityGroups";
            var protocol = ProtocolOf(Required(TextOf(permission.IpProtocol), operation, "protocol of a rule"));
            var (from, to) = protocol == "-1" ? (null, null) : (permission.FromPort, permission.ToPort);
            return new SecurityGroupRule(protocol, from, to, kind, Required(TextOf(peer), operation, "peer of a rule"), TextOf(description));
        }

        return
        [
            .. (permission.Ipv4Ranges ?? []).Select(range => Rule(SecurityGroupPeerKind.Ipv4, range.CidrIp, range.Description)),
            .. (permission.Ipv6Ranges ?? []).Select(range => Rule(SecurityGroupPeerKind.Ipv6, range.CidrIpv6, range.Description)),
            .. (permission.UserIdGroupPairs ?? []).Select(pair => Rule(SecurityGroupPeerKind.SecurityGroup, pair.GroupId, pair.Description)),
            .. (permission.PrefixListIds ?? []).Select(list => Rule(SecurityGroupPeerKind.PrefixList, list.Id, list.Description)),
        ];
    }

    private static NetworkAcl FactOf(Amazon.EC2.Model.NetworkAcl acl) => new(
        Required(TextOf(acl.NetworkAclId), "ec2:DescribeNetworkAcls", "id"),
        acl.IsDefault == true,
        ListOf(acl.Associations?.Select(association => association.SubnetId)),
        [.. (acl.Entries ?? []).Select(FactOf).OrderBy(entry => entry.IsEgress).ThenBy(entry => entry.RuleNumber).ThenBy(entry => entry.Cidr, StringComparer.Ordinal)]);

    private static NetworkAclEntry FactOf(Amazon.EC2.Model.NetworkAclEntry entry)
    {
        const string operation = "ec2:DescribeNetworkAcls";
        return new NetworkAclEntry(
            Required(entry.RuleNumber, operation, "rule number"),
            Required(entry.Egress, operation, "direction of a rule"),
            Required(TextOf(entry.RuleAction), operation, "action of a rule"),
            ProtocolOf(Required(TextOf(entry.Protocol), operation, "protocol of a rule")),
            TextOf(entry.CidrBlock ?? entry.Ipv6CidrBlock),
            entry.PortRange?.From,
            entry.PortRange?.To);
    }

    /// <summary>EC2 takes protocols by name and by number and answers what it was given.</summary>
    private static string ProtocolOf(string protocol) => protocol switch
    {
        "1" => "icmp",
        "6" => "tcp",
        "17" => "udp",
        "58" => "icmpv6",
        _ => protocol,
    };
}
