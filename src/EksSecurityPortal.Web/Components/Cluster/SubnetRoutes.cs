using EksSecurityPortal.Core.Inventory;
using Route = EksSecurityPortal.Core.Inventory.Route;

namespace EksSecurityPortal.Web.Components.Cluster;

/// <summary>Where a subnet's default route leads, as its route table says; unknown when the tables were not read.</summary>
public static class SubnetRoutes
{
    public static RouteTable? TableOf(Subnet subnet, NetworkFacts network) => network.RouteTables.Facts is not { } tables ? null
        : tables.FirstOrDefault(table => table.SubnetIds.Contains(subnet.Id, StringComparer.Ordinal))
        ?? tables.FirstOrDefault(table => table.IsMain && table.VpcId == subnet.VpcId);

    /// <summary>True when a default route leads to an internet gateway; null when no table was read that serves the subnet.</summary>
    public static bool? IsPublic(Subnet subnet, NetworkFacts network) => TableOf(subnet, network) is not { } table ? null
        : DefaultRoutes(table).Any(route => Starts(route, "igw-"));

    /// <summary>The way out in words.</summary>
    public static string WayOut(Subnet subnet, NetworkFacts network)
    {
        if (TableOf(subnet, network) is not { } table)
        {
            return "unknown: route tables were not read";
        }

        var routes = DefaultRoutes(table).ToList();
        return routes.Count == 0 ? "no default route"
            : string.Join(", ", routes.Select(route => Gateway(route.Target) + (route.State == "blackhole" ? " (broken)" : "")).Distinct(StringComparer.Ordinal));
    }

    private static IEnumerable<Route> DefaultRoutes(RouteTable table) => table.Routes.Where(route => route.Destination is "0.0.0.0/0" or "::/0");

    private static bool Starts(Route route, string prefix) => route.State != "blackhole" && route.Target?.StartsWith(prefix, StringComparison.Ordinal) == true;

    private static string Gateway(string? target) => target switch
    {
        null => "unnamed target",
        _ when target.StartsWith("igw-", StringComparison.Ordinal) => "internet gateway",
        _ when target.StartsWith("nat-", StringComparison.Ordinal) => "NAT gateway",
        _ when target.StartsWith("eigw-", StringComparison.Ordinal) => "egress-only gateway",
        _ when target.StartsWith("tgw-", StringComparison.Ordinal) => "transit gateway",
        _ => target,
    };
}
