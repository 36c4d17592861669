using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Ec2;

/// <summary>Route tables and the gateways they point to.</summary>
internal static class Ec2Routes
{
    public static readonly Ec2Collection<NatGateway> NatGateways = new("natGatewaySet", "NatGatewayId", "NatGatewayNotFound", gateway => gateway.Id)
    {
        Tags = gateway => gateway.Tags,
        Filter = (gateway, name) => name switch
        {
            "nat-gateway-id" => [gateway.Id],
            "vpc-id" => [gateway.VpcId],
            "subnet-id" => [gateway.SubnetId],
            "state" => ["available"],
            _ => null,
        },
        Write = (body, gateway) =>
        {
            body.Text("natGatewayId", gateway.Id).Text("subnetId", gateway.SubnetId).Text("vpcId", gateway.VpcId).Text("state", "available").Text("createTime", gateway.Created)
                .Text("connectivityType", gateway.IsPublic ? "public" : "private");
            body.List("natGatewayAddressSet", [gateway], (item, address) => item
                .Text("allocationId", address.IsPublic ? "eipalloc-" + address.Id[4..] : null).Text("networkInterfaceId", "eni-" + address.Id[4..])
                .Text("privateIp", "10.0.0.10").Text("publicIp", address.IsPublic ? address.PublicIp : null).Text("isPrimary", value: true).Text("status", "succeeded"));
            body.Tags("tagSet", gateway.Tags, "key", "value");
        },
    };

    public static Ec2Collection<InternetGateway> InternetGateways(RegionEstate region) => new("internetGatewaySet", "InternetGatewayId", "InvalidInternetGatewayID.NotFound", gateway => gateway.Id)
    {
        Tags = _ => Empty.Tags,
        Filter = (gateway, name) => name switch
        {
            "internet-gateway-id" => [gateway.Id],
            "attachment.vpc-id" => [gateway.VpcId],
            "attachment.state" => ["available"],
            "owner-id" => [region.AccountId],
            _ => null,
        },
        Write = (body, gateway) => body.Text("internetGatewayId", gateway.Id).Text("ownerId", region.AccountId)
            .List("attachmentSet", [gateway], (item, attached) => item.Text("vpcId", attached.VpcId).Text("state", "available"))
            .List("tagSet", Array.Empty<string>()),
    };

    public static Ec2Collection<RouteTable> Tables(RegionEstate region) => new("routeTableSet", "RouteTableId", "InvalidRouteTableID.NotFound", table => table.Id)
    {
        Tags = table => table.Tags,
        Filter = (table, name) => name switch
        {
            "route-table-id" => [table.Id],
            "vpc-id" => [table.VpcId],
            "association.subnet-id" => table.SubnetIds,
            "association.main" => [table.IsMain ? "true" : "false"],
            "owner-id" => [region.AccountId],
            _ => null,
        },
        Write = (body, table) =>
        {
            body.Text("routeTableId", table.Id).Text("vpcId", table.VpcId).Text("ownerId", region.AccountId).List("routeSet", table.Routes, WriteRoute);
            body.Open("associationSet");
            if (table.IsMain)
            {
                WriteAssociation(body, table, null);
            }

            foreach (var subnet in table.SubnetIds)
            {
                WriteAssociation(body, table, subnet);
            }

            body.Close("associationSet").List("propagatingVgwSet", Array.Empty<string>()).Tags("tagSet", table.Tags, "key", "value");
        },
    };

    private static void WriteAssociation(XmlBody body, RouteTable table, string? subnet) => body.Group("item", item => item
        .Text("routeTableAssociationId", $"rtbassoc-{(subnet ?? table.Id)[^8..]}").Text("routeTableId", table.Id).Text("subnetId", subnet)
        .Text("main", subnet is null).Group("associationState", state => state.Text("state", "associated")));

    private static void WriteRoute(XmlBody body, Route route)
    {
        var destination = route.Destination switch
        {
            ['p', 'l', '-', ..] => "destinationPrefixListId",
            var cidr when cidr.Contains(':', StringComparison.Ordinal) => "destinationIpv6CidrBlock",
            _ => "destinationCidrBlock",
        };
        var target = route.Target.Split('-')[0] switch
        {
            "nat" => "natGatewayId",
            "tgw" => "transitGatewayId",
            "eni" => "networkInterfaceId",
            "pcx" => "vpcPeeringConnectionId",
            "eigw" => "egressOnlyInternetGatewayId",
            _ => "gatewayId",
        };
        body.Text(destination, route.Destination).Text(target, route.Target).Text("state", route.State).Text("origin", route.Target == "local" ? "CreateRouteTable" : "CreateRoute");
    }
}
