using System.Globalization;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Networking;

namespace EksSecurityPortal.Core.Checks.Networking;

/// <summary>What outcomes about security groups show.</summary>
internal static class SecurityGroupEvidence
{
    internal static IReadOnlyList<Evidence> Attachments(AttachedSecurityGroup attached)
    {
        var evidence = new List<Evidence>();
        if (attached.IsOnControlPlane)
        {
            evidence.Add(new("attached to", "control plane interfaces"));
        }

        if (attached.Pools.Count > 0)
        {
            evidence.Add(new("attached to", $"{OutcomeText.List(attached.Pools.Select(pool => pool.Key))}: {OutcomeText.List(attached.Interfaces)}"));
        }

        return evidence;
    }

    /// <summary>Rules with a wide source by themselves; parts of a union are shown by the openings.</summary>
    internal static IEnumerable<Evidence> InternetRules(SecurityGroup group) => group.Ingress
        .Where(rule => rule.PeerKind is SecurityGroupPeerKind.Ipv4 or SecurityGroupPeerKind.Ipv6 && Cidr.Parse(rule.Peer) is { } block && InternetBreadth.CoversInternet([block]))
        .Select(rule => new Evidence("securityGroup.ipPermissions", string.Create(
            CultureInfo.InvariantCulture, $"{rule.Protocol} {rule.FromPort}-{rule.ToPort} from {rule.Peer}{(rule.Description is { Length: > 0 } text ? $" ({text})" : "")}")))
        .Distinct().OrderBy(item => item.Value, StringComparer.Ordinal);
}
