using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Networking;

namespace EksSecurityPortal.Core.Checks.Networking;

/// <summary>Fails when a zone's node subnets go out through a NAT gateway in another zone, or through one that does not work. Regional NAT gateways serve every zone.</summary>
public sealed class NatGatewayNotInEveryZone : Check
{
    public override string Id => "NET-048";

    public override string Title => "Nodes of a zone depend on a NAT gateway in another zone";

    public override CheckArea Area => CheckArea.Networking;

    public override Severity Severity => Severity.Medium;

    public override string Risk =>
        "When the one zone with the gateway fails, nodes in all zones lose the way to registries, AWS APIs and update servers: pods cannot start where the cluster should recover. Traffic between zones also costs.";

    public override Remediation Remediation => new(
        "Make a NAT gateway in each zone that has node subnets, with a route table per zone; or use a regional NAT gateway.",
        "aws ec2 create-nat-gateway --region {region} --subnet-id <public-subnet-of-the-zone> --allocation-id <eip-allocation-id>\n"
        + "aws ec2 replace-route --region {region} --route-table-id <route-table-of-the-zone> --destination-cidr-block 0.0.0.0/0 --nat-gateway-id <nat-gateway-id>");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/best-practices/subnets.html",
        "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.NatGateways, SnapshotPart.RouteTables, SnapshotPart.Subnets];

    public override IReadOnlyList<SnapshotPart> Consults => NodeSubnets.Sources;

    protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot)
    {
        var routing = new SubnetRouting(snapshot.Network.Subnets.Value, snapshot.Network.RouteTables.Value);
        var used = NodeSubnets.ByPool(snapshot).Keys.Order(StringComparer.Ordinal).Select(id => (Id: id, Subnet: routing.FindSubnet(id), Table: routing.FindTable(id))).ToList();
        foreach (var vpc in used.GroupBy(item => item.Subnet?.VpcId))
        {
            if (vpc.Key is null)
            {
                yield return Unknown(ResourceRef.Cluster(snapshot.Cluster.Name), $"Node subnets were not read: {OutcomeText.List(vpc.Select(item => item.Id))}.");
                continue;
            }

            yield return Judge(ResourceRef.Named("Vpc", vpc.Key), [.. vpc.Select(item => (item.Subnet!, item.Table))], routing, snapshot.Network.NatGateways.Value); // grouped by its VPC
        }
    }

    private CheckOutcome Judge(ResourceRef resource, List<(Subnet Subnet, RouteTable? Table)> subnets, SubnetRouting routing, IReadOnlyList<NatGateway> gateways)
    {
        var byId = gateways.GroupBy(gateway => gateway.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var unrouted = subnets.Where(item => item.Table is null).Select(item => item.Subnet.Id).ToList();
        var paths = subnets.Select(item => (item.Subnet, Route: item.Table?.Routes.FirstOrDefault(route => route.Destination == "0.0.0.0/0" && route.Target?.StartsWith("nat-", StringComparison.Ordinal) == true)))
            .Where(item => item.Route is not null)
            .Select(item => Path(item.Subnet, item.Route!, byId, routing)).ToList(); // filtered just before
        List<Evidence> evidence = [.. paths.Select(path => new Evidence($"{path.Subnet.Id} in {path.Subnet.AvailabilityZone}", path.Text))];
        var bad = paths.Where(path => path.IsGood == false).ToList();
        if (bad.Count > 0)
        {
            return Fail(resource, $"{OutcomeText.Count(bad.Select(path => path.Subnet.AvailabilityZone).Distinct().Count(), "zone")} without a working NAT gateway of its own: {OutcomeText.List(bad.Select(path => path.Subnet.AvailabilityZone))}.", evidence);
        }

        return unrouted.Count > 0 ? Unknown(resource, $"Route tables were not read of {OutcomeText.List(unrouted)}.", evidence)
            : paths.Exists(path => path.IsGood is null) ? Unknown(resource, "A NAT gateway that routes lead to was not read; it may belong to another account.", evidence)
            : paths.Count == 0 ? NotApplicable(resource, "No node subnet goes out through a NAT gateway.")
            : Pass(resource, $"Node subnets in {OutcomeText.Count(paths.Select(path => path.Subnet.AvailabilityZone).Distinct().Count(), "zone")} go out through a NAT gateway of their own zone.", evidence);
    }

    private static (Subnet Subnet, bool? IsGood, string Text) Path(Subnet subnet, Route route, Dictionary<string, NatGateway> gateways, SubnetRouting routing)
    {
        var id = route.Target!; // chosen by its target
        if (!SubnetRouting.IsActive(route))
        {
            return (subnet, false, $"{id}: the route is a blackhole");
        }

        if (!gateways.TryGetValue(id, out var gateway))
        {
            return (subnet, null, $"{id}: not read");
        }

        if (gateway.State != "available")
        {
            return (subnet, false, $"{id} is {gateway.State}");
        }

        if (gateway.SubnetId is null)
        {
            return (subnet, true, $"{id} is regional");
        }

        var zone = routing.FindSubnet(gateway.SubnetId)?.AvailabilityZone;
        return (subnet, zone is null ? null : zone == subnet.AvailabilityZone, $"{id} in {zone ?? "an unread subnet"}");
    }
}
