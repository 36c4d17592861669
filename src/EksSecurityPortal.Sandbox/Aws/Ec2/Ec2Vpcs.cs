using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Ec2;

/// <summary>VPCs and subnets.</summary>
internal static class Ec2Vpcs
{
    public static Ec2Collection<Vpc> Vpcs(RegionEstate region) => new("vpcSet", "VpcId", "InvalidVpcID.NotFound", vpc => vpc.Id)
    {
        Tags = vpc => vpc.Tags,
        Filter = (vpc, name) => name switch
        {
            "vpc-id" => [vpc.Id],
            "cidr" or "cidr-block" => [vpc.CidrBlocks[0]],
            "is-default" or "isDefault" => [vpc.IsDefault ? "true" : "false"],
            "state" => ["available"],
            "owner-id" => [region.AccountId],
            _ => null,
        },
        Write = (body, vpc) =>
        {
            body.Text("vpcId", vpc.Id).Text("ownerId", region.AccountId).Text("state", "available").Text("cidrBlock", vpc.CidrBlocks[0]);
            body.List("cidrBlockAssociationSet", vpc.CidrBlocks, (item, cidr) => item
                .Text("associationId", "vpc-cidr-assoc-" + vpc.Id[4..]).Text("cidrBlock", cidr).Group("cidrBlockState", state => state.Text("state", "associated")));
            WriteIpv6(body, vpc.Ipv6CidrBlock);
            body.Text("dhcpOptionsId", "dopt-0" + vpc.Id[5..]).Tags("tagSet", vpc.Tags, "key", "value").Text("instanceTenancy", "default").Text("isDefault", vpc.IsDefault);
        },
    };

    public static Ec2Collection<Subnet> Subnets(RegionEstate region) => new("subnetSet", "SubnetId", "InvalidSubnetID.NotFound", subnet => subnet.Id)
    {
        Tags = subnet => subnet.Tags,
        Filter = (subnet, name) => name switch
        {
            "subnet-id" => [subnet.Id],
            "vpc-id" => [subnet.VpcId],
            "availability-zone" or "availabilityZone" => [subnet.ZoneName],
            "availability-zone-id" or "availabilityZoneId" => [subnet.ZoneId],
            "cidr-block" or "cidr" => [subnet.CidrBlock],
            "map-public-ip-on-launch" => [subnet.MapPublicIpOnLaunch ? "true" : "false"],
            "state" => ["available"],
            "owner-id" => [region.AccountId],
            _ => null,
        },
        Write = (body, subnet) =>
        {
            body.Text("subnetId", subnet.Id).Text("subnetArn", $"arn:aws:ec2:{region.Region}:{region.AccountId}:subnet/{subnet.Id}").Text("state", "available")
                .Text("ownerId", region.AccountId).Text("vpcId", subnet.VpcId).Text("cidrBlock", subnet.CidrBlock);
            WriteIpv6(body, subnet.Ipv6CidrBlock);
            body.Text("availableIpAddressCount", subnet.AvailableAddresses).Text("availabilityZone", subnet.ZoneName).Text("availabilityZoneId", subnet.ZoneId)
                .Text("defaultForAz", value: false).Text("mapPublicIpOnLaunch", subnet.MapPublicIpOnLaunch).Text("assignIpv6AddressOnCreation", subnet.AssignIpv6OnCreation)
                .Tags("tagSet", subnet.Tags, "key", "value");
        },
    };

    public static void WriteAttribute(XmlBody body, AwsRequest request)
    {
        var id = request.Find("VpcId");
        var vpc = request.Resources.Vpcs.FirstOrDefault(vpc => vpc.Id == id) ?? throw new AwsException(400, "InvalidVpcID.NotFound", $"The vpc ID '{id}' does not exist");
        body.Text("vpcId", vpc.Id);
        var (element, value) = request.Find("Attribute") switch
        {
            "enableDnsSupport" => ("enableDnsSupport", vpc.DnsSupport),
            "enableDnsHostnames" => ("enableDnsHostnames", vpc.DnsHostnames),
            "enableNetworkAddressUsageMetrics" => ("enableNetworkAddressUsageMetrics", false),
            var other => throw new AwsException(400, "InvalidParameterValue", $"Value ({other}) for parameter attribute is invalid."),
        };
        body.Group(element, item => item.Text("value", value));
    }

    private static void WriteIpv6(XmlBody body, string? cidr) => body.List<string>("ipv6CidrBlockAssociationSet", cidr is null ? [] : [cidr], (item, block) => item
        .Text("associationId", "assoc-0").Text("ipv6CidrBlock", block).Group("ipv6CidrBlockState", state => state.Text("state", "associated")));
}
