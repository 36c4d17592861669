using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Networking;

/// <summary>Which route table serves a subnet, and what it leads to: the subnet's own, or else the VPC's main table.</summary>
public sealed class SubnetRouting
{
    private readonly Dictionary<string, RouteTable> bySubnet = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RouteTable> mainByVpc = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subnet> subnets = new(StringComparer.Ordinal);

    public SubnetRouting(IReadOnlyList<Subnet> subnets, IReadOnlyList<RouteTable> routeTables)
    {
        foreach (var subnet in subnets)
        {
            this.subnets[subnet.Id] = subnet;
        }

        foreach (var table in routeTables)
        {
            if (table.IsMain)
            {
                mainByVpc[table.VpcId] = table;
            }

            foreach (var id in table.SubnetIds)
            {
                bySubnet[id] = table;
            }
        }
    }

    /// <summary>Null when the subnet was not read.</summary>
    public Subnet? FindSubnet(string subnetId) => subnets.GetValueOrDefault(subnetId);

    /// <summary>The effective table; null when it was not read.</summary>
    public RouteTable? FindTable(string subnetId) =>
        bySubnet.GetValueOrDefault(subnetId) ?? (subnets.TryGetValue(subnetId, out var subnet) ? mainByVpc.GetValueOrDefault(subnet.VpcId) : null);

    /// <summary>The first working route, by destination, to an internet gateway: the subnet is public. Null when there is none.</summary>
    public static Route? InternetRoute(RouteTable table) => table.Routes
        .Where(route => IsActive(route) && route.Target?.StartsWith("igw-", StringComparison.Ordinal) == true)
        .OrderBy(route => route.Destination, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The working IPv6 default route, when it leads to an internet gateway; null otherwise.</summary>
    public static Route? Ipv6InternetRoute(RouteTable table) =>
        table.Routes.FirstOrDefault(route => IsActive(route) && route.Destination == "::/0" && route.Target?.StartsWith("igw-", StringComparison.Ordinal) == true);

    public static bool IsActive(Route route) => !string.Equals(route.State, "blackhole", StringComparison.OrdinalIgnoreCase);
}
