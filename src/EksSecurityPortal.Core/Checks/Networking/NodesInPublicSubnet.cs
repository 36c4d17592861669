using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Networking;

namespace EksSecurityPortal.Core.Checks.Networking;

/// <summary>Fails when an instance of a pool stands in a subnet whose effective route table leads to an internet gateway; a pool without instances is judged by its configured subnets.</summary>
public sealed class NodesInPublicSubnet : NodePoolCheck
{
    public override string Id => "NET-001";

    public override string Title => "Nodes run in a public subnet";

    public override CheckArea Area => CheckArea.Networking;

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "A node in a public subnet is one public address or one security group rule away from being reached from the internet, with the kubelet and every "
        + "NodePort on it. In a private subnet that mistake stays without effect.";

    public override Remediation Remediation => new(
        "Make a node pool in private subnets, which reach out through NAT gateways or VPC endpoints, and drain the old one. The subnets of a node group cannot be changed.",
        "# managed node group\naws eks create-nodegroup --region {region} --cluster-name {cluster} --nodegroup-name <new-name> --subnets <private-subnet-ids> --node-role <node-role-arn>\n"
        + "aws eks delete-nodegroup --region {region} --cluster-name {cluster} --nodegroup-name {resource}\n"
        + "# Karpenter and Auto Mode: point spec.subnetSelectorTerms of the node class at private subnets; nodes drift over by themselves");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/best-practices/protecting-the-infrastructure.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.Instances, SnapshotPart.Subnets, SnapshotPart.RouteTables];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.NodeGroups];

    public override IReadOnlyList<string> Mappings => ["CIS-EKS-1.8.0:5.4.3"];

    private protected override Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot)
    {
        var routing = new SubnetRouting(snapshot.Network.Subnets.Value, snapshot.Network.RouteTables.Value);
        return (pool, resource) => pool.Kind switch
        {
            NodePoolKind.Fargate => NotApplicable(resource, "EKS takes only private subnets for Fargate profiles."),
            NodePoolKind.Hybrid => NotApplicable(resource, "Hybrid nodes stand outside the VPC."),
            _ => Judge(pool, resource, routing),
        };
    }

    private CheckOutcome Judge(NodePool pool, ResourceRef resource, SubnetRouting routing)
    {
        var placed = pool.Instances.Where(instance => instance.SubnetId is not null).GroupBy(instance => instance.SubnetId!, StringComparer.Ordinal) // filtered just before
            .ToDictionary(group => group.Key, group => group.Select(instance => instance.Id).ToList(), StringComparer.Ordinal);
        var used = placed.Count > 0 ? placed.Keys.Order(StringComparer.Ordinal).ToList() : [.. pool.SubnetIds];
        if (used.Count == 0)
        {
            return pool.Members.Count == 0 ? NotApplicable(resource, "The pool has no nodes.") : Unknown(resource, "The subnets of the pool's nodes are not known.");
        }

        var unread = used.Where(id => routing.FindTable(id) is null).ToList();
        var open = used.Select(id => (Id: id, Table: routing.FindTable(id))).Where(item => item.Table is not null && SubnetRouting.InternetRoute(item.Table) is not null).ToList();
        List<Evidence> evidence =
        [
            .. open.Select(item => (item.Id, item.Table, Route: SubnetRouting.InternetRoute(item.Table!)!)) // both tested just before
                .Select(item => new Evidence($"{item.Id}: route of {item.Table!.Id}", $"{item.Route.Destination} to {item.Route.Target}{Nodes(placed.GetValueOrDefault(item.Id))}")),
            .. used.Except(open.Select(item => item.Id)).Except(unread).Select(id => new Evidence($"{id}: route table", $"{routing.FindTable(id)!.Id} has no route to an internet gateway")), // not among the unread
        ];
        if (open.Count > 0)
        {
            var count = open.Sum(item => placed.GetValueOrDefault(item.Id)?.Count ?? 0);
            return Fail(resource, $"{(placed.Count > 0 ? OutcomeText.Count(count, "instance") + " in" : "New nodes go to")} {OutcomeText.Count(open.Count, "public subnet")}.", evidence);
        }

        return unread.Count > 0
            ? Unknown(resource, $"The route table of {OutcomeText.List(unread)} was not read.", evidence)
            : Pass(resource, $"{OutcomeText.Count(used.Count, "subnet")} without a route to an internet gateway.", evidence);
    }

    private static string Nodes(List<string>? instances) => instances is null ? "" : $"; {OutcomeText.Count(instances.Count, "instance")}: {OutcomeText.List(instances)}";
}
