using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Networking;

namespace EksSecurityPortal.Core.Checks.Networking;

/// <summary>
/// Fails when an instance of a pool has a public IPv4 address on any interface, or a global IPv6 address that the internet gateway routes while an
/// attached security group admits the IPv6 internet.
/// </summary>
public sealed class NodesWithPublicAddress : NodePoolCheck
{
    private static readonly Cidr GlobalUnicast = Cidr.Parse("2000::/3")!.Value; // a constant

    public override string Id => "NET-002";

    public override string Title => "Nodes have public addresses";

    public override CheckArea Area => CheckArea.Networking;

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "Only security groups then stand between the internet and the kubelet, NodePorts and host network pods of the node. Scanners find a public address within minutes.";

    public override Remediation Remediation => new(
        "Replace the nodes by nodes in private subnets, and let nothing in template or subnet ask for a public address.",
        "aws ec2 describe-instances --region {region} --filters Name=tag:kubernetes.io/cluster/{cluster},Values=owned \\\n  --query 'Reservations[].Instances[?PublicIpAddress].[InstanceId,PublicIpAddress,SubnetId]'\n"
        + "aws ec2 modify-subnet-attribute --region {region} --subnet-id <subnet-id> --no-map-public-ip-on-launch\n"
        + "# Karpenter: spec.associatePublicIPAddress: false in the EC2NodeClass");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/best-practices/protecting-the-infrastructure.html",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.Instances];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.NetworkInterfaces, SnapshotPart.SecurityGroups, SnapshotPart.RouteTables, SnapshotPart.Subnets];

    public override IReadOnlyList<string> Mappings => ["FSBP:EC2.9", "CIS-EKS-1.8.0:5.4.3"];

    private protected override Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot)
    {
        var view = new View(snapshot);
        return (pool, resource) => pool.Kind switch
        {
            NodePoolKind.Fargate => NotApplicable(resource, "Fargate pods get no public addresses."),
            NodePoolKind.Hybrid => NotApplicable(resource, "Hybrid nodes have no addresses in AWS."),
            _ when !pool.Instances.Any() && pool.Members.Count == 0 => NotApplicable(resource, "The pool has no nodes."),
            _ => Judge(pool, resource, view),
        };
    }

    private CheckOutcome Judge(NodePool pool, ResourceRef resource, View view)
    {
        var instances = pool.Instances.ToList();
        var ipv4 = instances.Select(instance => (instance.Id, Addresses: view.PublicIpv4(instance))).Where(item => item.Addresses.Count > 0).ToList();
        var ipv6 = instances.Select(instance => (Instance: instance, Verdict: view.Ipv6(instance, GlobalUnicast))).ToList();
        var open = ipv6.Where(item => item.Verdict is true).Select(item => item.Instance.Id).ToList();
        List<Evidence> evidence = [];
        if (ipv4.Count > 0)
        {
            evidence.Add(NodePoolResources.Members("instance.publicIpAddress", [.. ipv4.Select(item => $"{item.Id}: {OutcomeText.List(item.Addresses)}")], instances.Count));
        }

        if (open.Count > 0)
        {
            evidence.Add(NodePoolResources.Members("instance.ipv6Addresses reachable through an open security group", open, instances.Count));
        }

        if (evidence.Count > 0)
        {
            var count = ipv4.Select(item => item.Id).Union(open).Count();
            return Fail(resource, $"{OutcomeText.Count(count, "instance")} of {instances.Count} can be addressed from the internet.", evidence);
        }

        var unseen = pool.Members.Where(member => member.Instance is null).Select(member => member.Name).ToList();
        return unseen.Count > 0 ? Unknown(resource, $"The instance was not read of {NodePoolResources.Counted(unseen, pool.Members.Count)}.")
            : !view.HasInterfaces ? Unknown(resource, "The primary interfaces have no public address; the others were not read.")
            : ipv6.Exists(item => item.Verdict is null) ? Unknown(resource, "Nodes have IPv6 addresses, and the security groups or routes that decide who reaches them were not read.")
            : Pass(resource, $"None of {OutcomeText.Count(instances.Count, "instance")} has an address that the internet reaches.", new Evidence("instance.publicIpAddress", "none"));
    }

    /// <summary>What of the network decides it.</summary>
    private sealed class View(ClusterSnapshot snapshot)
    {
        private readonly ILookup<string, string> publicIps = (snapshot.Network.NetworkInterfaces.Facts ?? [])
            .Where(item => item is { InstanceId: not null, PublicIp.Length: > 0 }).ToLookup(item => item.InstanceId!, item => item.PublicIp!, StringComparer.Ordinal); // filtered just before

        private readonly Dictionary<string, bool> opensIpv6 = (snapshot.Network.SecurityGroups.Facts ?? []).GroupBy(group => group.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => SecurityGroupExposure.Of(group.First(), isIpv6: true).Openings.Count > 0, StringComparer.Ordinal);

        private readonly SubnetRouting? routing = snapshot.Network is { Subnets.Facts: { } subnets, RouteTables.Facts: { } tables } ? new(subnets, tables) : null;

        internal bool HasInterfaces => snapshot.Network.NetworkInterfaces.IsPresent;

        internal IReadOnlyList<string> PublicIpv4(Instance instance) =>
            [.. publicIps[instance.Id].Concat(instance.PublicIp is { Length: > 0 } own ? [own] : []).Distinct(StringComparer.Ordinal)];

        /// <summary>Whether the IPv6 internet reaches the instance; null when it was not read what decides it.</summary>
        internal bool? Ipv6(Instance instance, Cidr global)
        {
            if (!instance.Ipv6Addresses.Any(text => Cidr.Parse(text) is not { } address || global.Contains(address)))
            {
                return false;
            }

            bool? isOpen = instance.SecurityGroupIds.Any(id => opensIpv6.GetValueOrDefault(id)) ? true : instance.SecurityGroupIds.All(opensIpv6.ContainsKey) ? false : null;
            var table = instance.SubnetId is { } subnet ? routing?.FindTable(subnet) : null;
            bool? isRouted = table is null ? null : SubnetRouting.Ipv6InternetRoute(table) is not null;
            return isOpen == false || isRouted == false ? false : isOpen is null || isRouted is null ? null : true;
        }
    }
}
