using Amazon.EC2.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using InternetGateway = EksSecurityPortal.Core.Inventory.InternetGateway;
using NatGateway = EksSecurityPortal.Core.Inventory.NatGateway;
using Route = EksSecurityPortal.Core.Inventory.Route;
using RouteTable = EksSecurityPortal.Core.Inventory.RouteTable;
using VpcEndpoint = EksSecurityPortal.Core.Inventory.VpcEndpoint;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Network;

/// <summary>Ways in and out of the VPC: route tables, internet and NAT gateways, endpoints.</summary>
internal static class GatewayReader
{
    public static Task<Part<IReadOnlyList<RouteTable>>> ReadRouteTablesAsync(VpcScope scope) =>
        scope.ReadAsync(SnapshotPart.RouteTables, async (vpcId, cancellationToken) =>
        {
            var request = new DescribeRouteTablesRequest { Filters = Ec2Filter.By("vpc-id", vpcId), MaxResults = 100 };
            var tables = await scope.Cluster.Clients.Ec2.Paginators.DescribeRouteTables(request).RouteTables.ToListAsync(cancellationToken);
            return (IReadOnlyList<RouteTable>)[.. tables.Select(table => FactOf(vpcId, table)).OrderBy(table => table.Id, StringComparer.Ordinal)];
        });

    public static Task<Part<IReadOnlyList<InternetGateway>>> ReadInternetGatewaysAsync(VpcScope scope) =>
        scope.ReadAsync(SnapshotPart.InternetGateways, async (vpcId, cancellationToken) =>
        {
            var request = new DescribeInternetGatewaysRequest { Filters = Ec2Filter.By("attachment.vpc-id", vpcId), MaxResults = 1000 };
            var gateways = await scope.Cluster.Clients.Ec2.Paginators.DescribeInternetGateways(request).InternetGateways.ToListAsync(cancellationToken);
            return (IReadOnlyList<InternetGateway>)
            [
                .. gateways.Select(gateway => new InternetGateway(
                    Required(TextOf(gateway.InternetGatewayId), "ec2:DescribeInternetGateways", "id"), ListOf(gateway.Attachments?.Select(attachment => attachment.VpcId)))),
            ];
        });

    public static Task<Part<IReadOnlyList<NatGateway>>> ReadNatGatewaysAsync(VpcScope scope) =>
        scope.ReadAsync(SnapshotPart.NatGateways, async (vpcId, cancellationToken) =>
        {
            var request = new DescribeNatGatewaysRequest { Filter = Ec2Filter.By("vpc-id", vpcId), MaxResults = 1000 };
            var gateways = await scope.Cluster.Clients.Ec2.Paginators.DescribeNatGateways(request).NatGateways.ToListAsync(cancellationToken);
            return (IReadOnlyList<NatGateway>)[.. gateways.Select(FactOf).OrderBy(gateway => gateway.Id, StringComparer.Ordinal)];
        });

    public static Task<Part<IReadOnlyList<VpcEndpoint>>> ReadEndpointsAsync(VpcScope scope) =>
        scope.ReadAsync(SnapshotPart.VpcEndpoints, async (vpcId, cancellationToken) =>
        {
            var request = new DescribeVpcEndpointsRequest { Filters = Ec2Filter.By("vpc-id", vpcId), MaxResults = 1000 };
            var endpoints = await scope.Cluster.Clients.Ec2.Paginators.DescribeVpcEndpoints(request).VpcEndpoints.ToListAsync(cancellationToken);
            return (IReadOnlyList<VpcEndpoint>)[.. endpoints.Select(FactOf).OrderBy(endpoint => endpoint.Id, StringComparer.Ordinal)];
        });

    private static RouteTable FactOf(string vpcId, Amazon.EC2.Model.RouteTable table)
    {
        var associations = table.Associations ?? [];
        return new RouteTable(
            Required(TextOf(table.RouteTableId), "ec2:DescribeRouteTables", "id"),
            vpcId,
            associations.Any(association => association.Main == true),
            ListOf(associations.Select(association => association.SubnetId)),
            [.. (table.Routes ?? []).Select(FactOf)]);
    }

    private static Route FactOf(Amazon.EC2.Model.Route route)
    {
        const string operation = "ec2:DescribeRouteTables";
        var target = route.GatewayId ?? route.NatGatewayId ?? route.EgressOnlyInternetGatewayId ?? route.TransitGatewayId ?? route.VpcPeeringConnectionId
            ?? route.NetworkInterfaceId ?? route.CarrierGatewayId ?? route.LocalGatewayId ?? route.CoreNetworkArn ?? route.InstanceId;
        return new Route(
            Required(TextOf(route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId), operation, "destination of a route"),
            TextOf(target),
            Required(TextOf(route.State), operation, "state of a route"));
    }

    private static NatGateway FactOf(Amazon.EC2.Model.NatGateway gateway)
    {
        const string operation = "ec2:DescribeNatGateways";
        return new NatGateway(
            Required(TextOf(gateway.NatGatewayId), operation, "id"),
            TextOf(gateway.SubnetId),
            Required(TextOf(gateway.State), operation, "state"),
            TextOf(gateway.ConnectivityType),
            ListOf(gateway.NatGatewayAddresses?.Select(address => address.PublicIp)));
    }

    private static VpcEndpoint FactOf(Amazon.EC2.Model.VpcEndpoint endpoint)
    {
        const string operation = "ec2:DescribeVpcEndpoints";
        return new VpcEndpoint(
            Required(TextOf(endpoint.VpcEndpointId), operation, "id"),
            Required(TextOf(endpoint.ServiceName), operation, "service name"),
            Required(TextOf(endpoint.VpcEndpointType), operation, "type"),
            Required(TextOf(endpoint.State), operation, "state"),
            ListOf(endpoint.SubnetIds),
            ListOf(endpoint.RouteTableIds),
            ListOf(endpoint.Groups?.Select(group => group.GroupId)),
            endpoint.PrivateDnsEnabled,
            endpoint.PolicyDocument);
    }
}
