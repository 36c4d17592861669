using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Networking;
using Route = EksSecurityPortal.Core.Inventory.Route;

namespace EksSecurityPortal.Web.Components.Cluster;

/// <summary>Where a subnet leads, in words; the rule itself is <see cref="SubnetRouting"/>'s. Unknown when the tables were not read.</summary>
public static class SubnetRoutes
{
    /// <summary>True when a route leads to an internet gateway; null when no table was read that serves the subnet.</summary>
    public static bool? IsPublic(Subnet subnet, NetworkFacts network) =>
        FindTable(subnet, network) is { } table ? SubnetRouting.InternetRoute(table) is not null : null;

    /// <summary>The way out in words.</summary>
    public static string WayOut(Subnet subnet, NetworkFacts network)
    {
        if (FindTable(subnet, network) is not { } table)
        {
            return "unknown: route tables were not read";
        }

        var routes = table.Routes.Where(route => route.Destination is "0.0.0.0/0" or "::/0").ToList();
        return routes.Count == 0 ? "no default route" : string.Join(", ", routes.Select(Words).Distinct(StringComparer.Ordinal));
    }

    private static RouteTable? FindTable(Subnet subnet, NetworkFacts network) => network.RouteTables.Facts is { } tables
        ? new SubnetRouting(network.Subnets.Facts ?? [], tables).FindTable(subnet.Id)
        : null;

    private static string Words(Route route)
    {
        var gateway = route.Target switch
        {
            null => "unnamed target",
            var target when target.StartsWith("igw-", StringComparison.Ordinal) => "internet gateway",
            var target when target.StartsWith("nat-", StringComparison.Ordinal) => "NAT gateway",
            var target when target.StartsWith("eigw-", StringComparison.Ordinal) => "egress-only gateway",
            var target when target.StartsWith("tgw-", StringComparison.Ordinal) => "transit gateway",
            var target => target,
        };
        return SubnetRouting.IsActive(route) ? gateway : $"{gateway} (broken)";
    }
}
