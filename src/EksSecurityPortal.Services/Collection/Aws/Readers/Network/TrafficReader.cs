using Amazon.EC2.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using FlowLog = EksSecurityPortal.Core.Inventory.FlowLog;
using Instance = EksSecurityPortal.Core.Inventory.Instance;
using NetworkInterface = EksSecurityPortal.Core.Inventory.NetworkInterface;
using Subnet = EksSecurityPortal.Core.Inventory.Subnet;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Network;

/// <summary>Flow logs, and the network interfaces of the control plane and the nodes.</summary>
internal static class TrafficReader
{
    /// <summary>Logs of the VPC and of its subnets; those of single interfaces say nothing about the cluster.</summary>
    public static async Task<Part<IReadOnlyList<FlowLog>>> ReadFlowLogsAsync(VpcScope scope, Task<Part<IReadOnlyList<Subnet>>> subnets)
    {
        var members = await subnets;
        var subnetIds = (members.Facts ?? []).Select(subnet => subnet.Id).ToList();
        return await scope.ReadAsync(
            SnapshotPart.FlowLogs,
            async (vpcId, cancellationToken) =>
            {
                var ec2 = scope.Cluster.Clients.Ec2;
                var logs = await Ec2Filter.ReadAsync(
                    [vpcId, .. subnetIds],
                    ids => ec2.Paginators.DescribeFlowLogs(new DescribeFlowLogsRequest { Filter = Ec2Filter.By("resource-id", ids), MaxResults = 1000 }).FlowLogs,
                    cancellationToken);
                return (IReadOnlyList<FlowLog>)[.. logs.Select(FactOf).OrderBy(log => log.Id, StringComparer.Ordinal)];
            },
            members.IsPresent ? null : Dependency.Of(SnapshotPart.Subnets, members));
    }

    public static async Task<Part<IReadOnlyList<NetworkInterface>>> ReadInterfacesAsync(VpcScope scope, Task<Part<IReadOnlyList<Instance>>> instances)
    {
        const SnapshotPart part = SnapshotPart.NetworkInterfaces;
        var (vpcId, gap) = await scope.FindVpcAsync();
        var nodes = await instances;
        var cluster = scope.Cluster;
        return vpcId is null ? cluster.Parts.Skip<IReadOnlyList<NetworkInterface>>(part, gap) : await cluster.Parts.ReadAsync(part, async reading =>
        {
            // without the instances the nodes' interfaces cannot be told from others of the VPC
            if (nodes.Facts is null)
            {
                reading.Note(Dependency.Of(SnapshotPart.Instances, nodes));
            }

            var ofControlPlane = await FindAsync(scope, vpcId, "description", [$"Amazon EKS {cluster.Name}"], reading.Cancellation);
            var ofNodes = await FindAsync(scope, vpcId, "attachment.instance-id", (nodes.Facts ?? []).Select(node => node.Id), reading.Cancellation);
            return (IReadOnlyList<NetworkInterface>)[.. ofControlPlane.Concat(ofNodes).DistinctBy(face => face.Id).OrderBy(face => face.Id, StringComparer.Ordinal)];
        });
    }

    private static async Task<IEnumerable<NetworkInterface>> FindAsync(
        VpcScope scope, string vpcId, string filter, IEnumerable<string> values, CancellationToken cancellationToken)
    {
        var found = await Ec2Filter.ReadAsync(
            values,
            some => scope.Cluster.Clients.Ec2.Paginators.DescribeNetworkInterfaces(
                new DescribeNetworkInterfacesRequest { Filters = [.. Ec2Filter.By("vpc-id", vpcId), .. Ec2Filter.By(filter, some)], MaxResults = 1000 }).NetworkInterfaces,
            cancellationToken);
        return found.Select(FactOf);
    }

    private static FlowLog FactOf(Amazon.EC2.Model.FlowLog log) => new(
        Required(TextOf(log.FlowLogId), "ec2:DescribeFlowLogs", "id"),
        TextOf(log.ResourceId),
        TextOf(log.FlowLogStatus),
        TextOf(log.TrafficType),
        TextOf(log.LogDestinationType),
        TextOf(log.LogDestination ?? log.LogGroupName));

    private static NetworkInterface FactOf(Amazon.EC2.Model.NetworkInterface face) => new(
        Required(TextOf(face.NetworkInterfaceId), "ec2:DescribeNetworkInterfaces", "id"),
        TextOf(face.SubnetId),
        TextOf(face.AvailabilityZone),
        TextOf(face.Description),
        TextOf(face.InterfaceType),
        TextOf(face.Status),
        TextOf(face.Attachment?.InstanceId),
        TextOf(face.PrivateIpAddress),
        TextOf(face.Association?.PublicIp),
        face.PrivateIpAddresses?.Count ?? 0,
        face.Ipv4Prefixes?.Count ?? 0,
        ListOf(face.Groups?.Select(group => group.GroupId)));
}
