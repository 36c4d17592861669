using System.Globalization;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>
/// Gives pods addresses as the VPC CNI does: of their node's subnet, above those of the nodes. When that is used up, of 100.64.0.0/10,
/// as clusters with a secondary range have.
/// </summary>
internal static class PodAddresses
{
    /// <summary>The estate's nodes have the lowest addresses of each subnet.</summary>
    private const int NodeAddresses = 2048;

    /// <summary>Private subnets are /19 and begin here; the public ones below are /20.</summary>
    private const int FirstPrivate = 64;

    /// <param name="number">The pod's number in its cluster.</param>
    public static string Of(Cluster cluster, KubernetesNode node, int number)
    {
        if (cluster.IpFamily == "ipv6")
        {
            return $"2600:1f18:{Stable.Hash(cluster.Arn) & 0xFFFF:x}::{number >> 16:x}:{(number & 0xFFFF) + 1:x}";
        }

        var parts = node.InternalIp.Split('.');
        var third = byte.Parse(parts[2], CultureInfo.InvariantCulture);
        var width = third >= FirstPrivate ? 32 : 16;
        var offset = NodeAddresses + number;
        return offset < width << 8
            ? $"{parts[0]}.{parts[1]}.{(third & ~(width - 1)) + (offset >> 8)}.{offset & 0xFF}"
            : $"100.{64 + (number >> 16)}.{(number >> 8) & 0xFF}.{number & 0xFF}";
    }
}
