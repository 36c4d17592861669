using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Networking;

namespace EksSecurityPortal.Core.Checks.Networking;

/// <summary>Fails per subnet that the cluster uses when it gives new interfaces a public IPv4 address, or an IPv6 address with a default route to an internet gateway.</summary>
public sealed class SubnetAssignsPublicAddresses : Check
{
    public override string Id => "NET-003";

    public override string Title => "A subnet of the cluster gives out public addresses";

    public override CheckArea Area => CheckArea.Networking;

    public override Severity Severity => Severity.Medium;

    public override string Risk => "Every node that starts in such a subnet gets a public address without anybody asking for it. The next security group mistake is then reachable from the internet.";

    public override Remediation Remediation => new(
        "Turn the setting off; addresses that are given already stay until the nodes are replaced.",
        "aws ec2 modify-subnet-attribute --region {region} --subnet-id {resource} --no-map-public-ip-on-launch");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.ControlPlane, SnapshotPart.Subnets];

    public override IReadOnlyList<SnapshotPart> Consults => [.. NodeSubnets.Sources, SnapshotPart.RouteTables];

    public override IReadOnlyList<string> Mappings => ["FSBP:EC2.15"];

    protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot)
    {
        var uses = NodeSubnets.ByPool(snapshot);
        var controlPlane = snapshot.Eks.ControlPlane.Value.SubnetIds;
        var routing = new SubnetRouting(snapshot.Network.Subnets.Value, snapshot.Network.RouteTables.Facts ?? []);
        foreach (var id in uses.Keys.Concat(controlPlane).Distinct(StringComparer.Ordinal))
        {
            IEnumerable<string> users = [.. uses.GetValueOrDefault(id) ?? [], .. controlPlane.Contains(id, StringComparer.Ordinal) ? ["control plane"] : Array.Empty<string>()];
            yield return Judge(id, ResourceRef.Named("Subnet", id), routing, new Evidence("used by", OutcomeText.List(users)));
        }
    }

    private CheckOutcome Judge(string id, ResourceRef resource, SubnetRouting routing, Evidence users)
    {
        if (routing.FindSubnet(id) is not { } subnet)
        {
            return Unknown(resource, "The subnet was not read.", users);
        }

        Evidence[] evidence =
        [
            new("subnet.mapPublicIpOnLaunch", EvidenceValue.Of(subnet.MapPublicIpOnLaunch)),
            new("subnet.assignIpv6AddressOnCreation", EvidenceValue.Of(subnet.AssignIpv6OnCreation)),
            users,
        ];
        if (subnet.MapPublicIpOnLaunch == true)
        {
            return Fail(resource, "The subnet gives every new interface a public IPv4 address.", evidence);
        }

        if (subnet.AssignIpv6OnCreation == true)
        {
            var table = routing.FindTable(id);
            if (table is null)
            {
                return Unknown(resource, "The subnet gives out IPv6 addresses, and its route table was not read.", evidence);
            }

            if (SubnetRouting.Ipv6InternetRoute(table) is { } route)
            {
                return Fail(resource, "The subnet gives every new interface an IPv6 address that the internet gateway routes.", [.. evidence, new($"route of {table.Id}", $"{route.Destination} to {route.Target}")]);
            }
        }

        return subnet.MapPublicIpOnLaunch is null ? Unknown(resource, "The API did not say whether the subnet gives out public addresses.", evidence)
            : Pass(resource, "The subnet gives out no public addresses.", evidence);
    }
}
