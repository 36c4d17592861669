using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Ec2;

/// <summary>One peer of one permission, as DescribeSecurityGroupRules tells it.</summary>
internal sealed record FlatRule(string Id, SecurityGroup Group, bool IsEgress, SecurityGroupRule Rule, string Element, string Peer);

/// <summary>Security groups, whole and as single rules.</summary>
internal static class Ec2SecurityGroups
{
    public static Ec2Collection<SecurityGroup> Groups(RegionEstate region) => new("securityGroupInfo", "GroupId", "InvalidGroup.NotFound", group => group.Id)
    {
        Tags = group => group.Tags,
        Filter = (group, name) => name switch
        {
            "group-id" => [group.Id],
            "group-name" => [group.Name],
            "vpc-id" => [group.VpcId],
            "description" => [group.Description],
            "owner-id" => [region.AccountId],
            "ip-permission.cidr" => group.Ingress.SelectMany(rule => rule.Cidrs),
            "ip-permission.ipv6-cidr" => group.Ingress.SelectMany(rule => rule.Ipv6Cidrs),
            _ => null,
        },
        Write = (body, group) => body
            .Text("ownerId", region.AccountId).Text("groupId", group.Id).Text("groupName", group.Name).Text("groupDescription", group.Description).Text("vpcId", group.VpcId)
            .List("ipPermissions", group.Ingress, (item, rule) => WriteRule(item, rule, region.AccountId))
            .List("ipPermissionsEgress", group.Egress, (item, rule) => WriteRule(item, rule, region.AccountId))
            .Tags("tagSet", group.Tags, "key", "value"),
    };

    public static Ec2Collection<FlatRule> Rules(RegionEstate region) => new("securityGroupRuleSet", "SecurityGroupRuleId", "InvalidSecurityGroupRuleId.NotFound", rule => rule.Id)
    {
        Tags = _ => Empty.Tags,
        Filter = (rule, name) => name switch
        {
            "group-id" => [rule.Group.Id],
            "security-group-rule-id" => [rule.Id],
            _ => null,
        },
        Write = (body, flat) =>
        {
            body.Text("securityGroupRuleId", flat.Id).Text("groupId", flat.Group.Id).Text("groupOwnerId", region.AccountId).Text("isEgress", flat.IsEgress)
                .Text("ipProtocol", flat.Rule.Protocol).Text("fromPort", flat.Rule.FromPort ?? -1).Text("toPort", flat.Rule.ToPort ?? -1);
            _ = flat.Element == "referencedGroupInfo"
                ? body.Group(flat.Element, item => item.Text("groupId", flat.Peer).Text("userId", region.AccountId))
                : body.Text(flat.Element, flat.Peer);
            body.Text("description", flat.Rule.Description).List("tagSet", Array.Empty<string>());
        },
    };

    public static IReadOnlyList<FlatRule> RulesOf(IReadOnlyList<SecurityGroup> groups) => [.. groups.SelectMany(group =>
        group.Ingress.Select(rule => (rule, isEgress: false)).Concat(group.Egress.Select(rule => (rule, isEgress: true)))
            .SelectMany(pair => Peers(pair.rule), (pair, peer) => (pair.rule, pair.isEgress, peer))
            .Select((item, index) => new FlatRule($"sgr-{group.Id[3..]}{index:x2}", group, item.isEgress, item.rule, item.peer.Element, item.peer.Value)))];

    private static IEnumerable<(string Element, string Value)> Peers(SecurityGroupRule rule) =>
        rule.Cidrs.Select(cidr => ("cidrIpv4", cidr))
            .Concat(rule.Ipv6Cidrs.Select(cidr => ("cidrIpv6", cidr)))
            .Concat(rule.PrefixLists.Select(list => ("prefixListId", list)))
            .Concat(rule.Groups.Select(group => ("referencedGroupInfo", group)));

    private static void WriteRule(XmlBody body, SecurityGroupRule rule, string accountId) => body
        .Text("ipProtocol", rule.Protocol).Text("fromPort", rule.FromPort).Text("toPort", rule.ToPort)
        .List("groups", rule.Groups, (item, group) => item.Text("userId", accountId).Text("groupId", group).Text("description", rule.Description))
        .List("ipRanges", rule.Cidrs, (item, cidr) => item.Text("cidrIp", cidr).Text("description", rule.Description))
        .List("ipv6Ranges", rule.Ipv6Cidrs, (item, cidr) => item.Text("cidrIpv6", cidr).Text("description", rule.Description))
        .List("prefixListIds", rule.PrefixLists, (item, list) => item.Text("prefixListId", list).Text("description", rule.Description));
}
