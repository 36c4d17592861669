using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Architecture;

/// <summary>Fails when the subnets that were given to the control plane are all in one Availability Zone. Two zones pass; three are better, and the outcome says so.</summary>
public sealed class ControlPlaneSubnetsInOneZone : ControlPlaneCheck
{
    public override string Id => "ARC-015";

    public override string Title => "The control plane's subnets are in one Availability Zone";

    public override CheckArea Area => CheckArea.Architecture;

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "The network interfaces through which nodes reach the API server stand in these subnets. If their only zone fails or runs out of addresses, nodes lose the "
        + "API server and the control plane cannot be upgraded.";

    public override Remediation Remediation => new(
        "Give the control plane subnets in at least two zones, better three.",
        "aws eks update-cluster-config --region {region} --name {cluster} --resources-vpc-config subnetIds=<subnet-zone-a>,<subnet-zone-b>,<subnet-zone-c>");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/subnets.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.ControlPlane, SnapshotPart.Subnets];

    protected override CheckOutcome Judge(ControlPlane cluster, ResourceRef resource, ClusterSnapshot snapshot)
    {
        if (cluster.IsOutpost)
        {
            return NotApplicable(resource, "A local cluster on an Outpost stands in one place by nature.");
        }

        var ids = cluster.SubnetIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var read = snapshot.Network.Subnets.Value.Where(subnet => ids.Contains(subnet.Id, StringComparer.Ordinal)).OrderBy(subnet => subnet.Id, StringComparer.Ordinal).ToList();
        // zone names differ from account to account; the id is the place
        var zones = read.Select(subnet => subnet.AvailabilityZoneId ?? subnet.AvailabilityZone).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Evidence[] evidence =
        [
            new("cluster.resourcesVpcConfig.subnetIds", OutcomeText.List(ids)),
            new("subnet.availabilityZoneId", OutcomeText.List(read.Select(subnet => $"{subnet.Id}: {subnet.AvailabilityZoneId ?? subnet.AvailabilityZone}"))),
        ];
        if (zones.Count >= 2)
        {
            return Pass(resource, $"The control plane's subnets are in {OutcomeText.Count(zones.Count, "zone")}{(zones.Count == 2 ? "; three would outlive a zone with room to spare" : "")}.", evidence);
        }

        return ids.Count == 0 ? Unknown(resource, "The API did not name the control plane's subnets.", evidence)
            : read.Count < ids.Count ? Unknown(resource, $"Subnets were not read: {OutcomeText.List(ids.Except(read.Select(subnet => subnet.Id)))}.", evidence)
            : Fail(resource, $"All {OutcomeText.Count(ids.Count, "subnet")} of the control plane are in zone {zones[0]}.", evidence);
    }
}
