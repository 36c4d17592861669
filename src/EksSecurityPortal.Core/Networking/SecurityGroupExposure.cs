using System.Globalization;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Networking;

/// <summary>Ports that a security group opens to the internet: protocol, ports and address family are judged together, over the union of all rules.</summary>
/// <param name="Openings">Ordered by protocol, family and port.</param>
/// <param name="UnreadPrefixLists">Prefix lists among the peers: their CIDRs were not read, so they may hold anything.</param>
public sealed record SecurityGroupExposure(IReadOnlyList<PortOpening> Openings, IReadOnlyList<string> UnreadPrefixLists)
{
    private static readonly string[] WithPorts = ["tcp", "udp"];

    /// <summary>Everything that the group's ingress opens to the internet in either family. ICMP has no ports and is left out.</summary>
    public static SecurityGroupExposure Of(SecurityGroup group) => Merge(group, [false, true]);

    /// <summary>The same for one family.</summary>
    public static SecurityGroupExposure Of(SecurityGroup group, bool isIpv6) => Merge(group, [isIpv6]);

    private static SecurityGroupExposure Merge(SecurityGroup group, IReadOnlyList<bool> families) => new(
        [.. families.SelectMany(isIpv6 => Find(group, isIpv6)).OrderBy(opening => opening.Protocol, StringComparer.Ordinal).ThenBy(opening => opening.IsIpv6).ThenBy(opening => opening.FromPort)],
        [.. group.Ingress.Where(rule => rule.PeerKind == SecurityGroupPeerKind.PrefixList).Select(rule => rule.Peer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private static IEnumerable<PortOpening> Find(SecurityGroup group, bool isIpv6)
    {
        var rules = group.Ingress
            .Where(rule => rule.PeerKind == (isIpv6 ? SecurityGroupPeerKind.Ipv6 : SecurityGroupPeerKind.Ipv4))
            .Select(rule => new Rule(ProtocolName(rule.Protocol), rule.FromPort ?? 0, rule.ToPort ?? 65535, Cidr.Parse(rule.Peer)))
            .Where(rule => rule.Source is not null).ToList();
        foreach (var protocol in rules.Select(rule => rule.Protocol).Concat(rules.Exists(rule => rule.Protocol == "all") ? WithPorts : []).Distinct().Where(name => name is not ("all" or "icmp" or "icmpv6")))
        {
            var mine = rules.Where(rule => rule.Protocol == protocol || rule.Protocol == "all").Select(rule => rule.Protocol == "all" || !WithPorts.Contains(protocol) ? rule with { From = 0, To = 65535 } : rule).ToList();
            foreach (var (from, to) in OpenPorts(mine))
            {
                yield return new(protocol, isIpv6, from, to);
            }
        }
    }

    /// <summary>Between two borders of rules the same rules hold: each such stretch of ports is judged once, and open neighbours are joined.</summary>
    private static List<(int From, int To)> OpenPorts(List<Rule> rules)
    {
        var borders = rules.SelectMany(rule => new[] { rule.From, rule.To + 1 }).Distinct().Order().ToList();
        var open = new List<(int From, int To)>();
        for (var index = 0; index + 1 < borders.Count; index++)
        {
            var (from, to) = (borders[index], borders[index + 1] - 1);
            if (!InternetBreadth.CoversInternet(rules.Where(rule => rule.From <= from && to <= rule.To).Select(rule => rule.Source!.Value))) // filtered where they are made
            {
                continue;
            }

            if (open.Count > 0 && open[^1].To + 1 == from)
            {
                open[^1] = (open[^1].From, to);
            }
            else
            {
                open.Add((from, to));
            }
        }

        return open;
    }

    private static string ProtocolName(string protocol) => protocol switch
    {
        "-1" => "all",
        "6" => "tcp",
        "17" => "udp",
        "1" => "icmp",
        "58" => "icmpv6",
        _ => protocol.ToLowerInvariant(),
    };

    private sealed record Rule(string Protocol, int From, int To, Cidr? Source);
}

/// <summary>A run of ports that the internet reaches.</summary>
public sealed record PortOpening(string Protocol, bool IsIpv6, int FromPort, int ToPort)
{
    public bool Includes(string protocol, int port) => Protocol == protocol && FromPort <= port && port <= ToPort;

    /// <summary><c>tcp 22 from the IPv4 internet</c>, <c>udp 0-65535 from …</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Protocol} {(FromPort == ToPort ? $"{FromPort}" : $"{FromPort}-{ToPort}")} from the {(IsIpv6 ? "IPv6" : "IPv4")} internet");
}
