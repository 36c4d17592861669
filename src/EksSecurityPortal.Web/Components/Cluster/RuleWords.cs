using System.Globalization;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Web.Components.Cluster;

/// <summary>Rules of firewalls and policies as sentences.</summary>
public static class RuleWords
{
    /// <summary><c>TCP 443 from anybody on the internet (0.0.0.0/0)</c>.</summary>
    public static string Of(SecurityGroupRule rule, bool isIngress) => $"{Traffic(rule.Protocol, rule.FromPort, rule.ToPort)} {(isIngress ? "from" : "to")} {Peer(rule)}";

    public static string Traffic(string protocol, int? from, int? to)
    {
        var name = protocol switch
        {
            "-1" => "All traffic",
            "tcp" or "6" => "TCP",
            "udp" or "17" => "UDP",
            "icmp" or "1" => "ICMP",
            "icmpv6" or "58" => "ICMPv6",
            _ => $"Protocol {protocol}",
        };
        return name is not ("TCP" or "UDP") ? name
            : (from, to) switch
            {
                (null or 0, null or 65535) => $"{name}, every port",
                var (first, last) when first == last || last is null => string.Create(CultureInfo.InvariantCulture, $"{name} {first}"),
                var (first, last) => string.Create(CultureInfo.InvariantCulture, $"{name} {first}–{last}"),
            };
    }

    public static string Peers(IReadOnlyList<NetworkPolicyPeer>? peers) => peers is null or { Count: 0 } ? "anywhere"
        : string.Join("; ", peers.Select(Peer));

    public static string Ports(IReadOnlyList<NetworkPolicyPort>? ports) => ports is null or { Count: 0 } ? "every port"
        : string.Join(", ", ports.Select(port => $"{port.Protocol ?? "TCP"} {port.Port ?? "every port"}{(port.EndPort is { } end ? string.Create(CultureInfo.InvariantCulture, $"–{end}") : "")}"));

    public static string Selector(LabelSelector? selector, string everything)
    {
        if (selector is null || selector.MatchLabels.Count + selector.MatchExpressions.Count == 0)
        {
            return everything;
        }

        var labels = selector.MatchLabels.Select(label => $"{label.Key}={label.Value}");
        var expressions = selector.MatchExpressions.Select(part => part.Values.Count > 0 ? $"{part.Key} {part.Operator} ({string.Join(", ", part.Values)})" : $"{part.Key} {part.Operator}");
        return string.Join(", ", labels.Concat(expressions));
    }

    private static string Peer(NetworkPolicyPeer peer)
    {
        if (peer.IpBlockCidr is { } cidr)
        {
            return peer.IpBlockExcept.Count > 0 ? $"{cidr} except {string.Join(", ", peer.IpBlockExcept)}" : cidr;
        }

        var pods = peer.PodSelector is null ? "every pod" : $"pods {Selector(peer.PodSelector, "of any label")}";
        return peer.NamespaceSelector is null ? $"{pods} of this namespace" : $"{pods} in namespaces {Selector(peer.NamespaceSelector, "of any label")}";
    }

    private static string Peer(SecurityGroupRule rule) => rule.Peer switch
    {
        "0.0.0.0/0" => "anybody on the internet (0.0.0.0/0)",
        "::/0" => "anybody on the internet (::/0)",
        _ => rule.PeerKind switch
        {
            SecurityGroupPeerKind.SecurityGroup => $"members of {rule.Peer}",
            SecurityGroupPeerKind.PrefixList => $"prefix list {rule.Peer}",
            _ => rule.Peer,
        },
    };
}
