using Amazon.EC2;
using Amazon.EC2.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Network;

/// <summary>The cluster's VPC itself, and its subnets.</summary>
internal static class VpcReader
{
    public static async Task<Part<Core.Inventory.Vpc>> ReadAsync(VpcScope scope)
    {
        var (vpcId, gap) = await scope.FindVpcAsync();
        var cluster = scope.Cluster;
        return vpcId is null ? cluster.Parts.Skip<Core.Inventory.Vpc>(SnapshotPart.Vpc, gap) : await cluster.Parts.ReadAsync(SnapshotPart.Vpc, async reading =>
        {
            var ec2 = cluster.Clients.Ec2;
            var answer = await ec2.DescribeVpcsAsync(new DescribeVpcsRequest { Filters = Ec2Filter.By("vpc-id", vpcId) }, reading.Cancellation);
            var vpc = Required(answer.Vpcs?.FirstOrDefault(), "ec2:DescribeVpcs", $"VPC {vpcId}");
            var hostnames = await reading.TryAsync(token => AttributeAsync(ec2, vpcId, VpcAttributeName.EnableDnsHostnames, token), "enableDnsHostnames");
            var support = await reading.TryAsync(token => AttributeAsync(ec2, vpcId, VpcAttributeName.EnableDnsSupport, token), "enableDnsSupport");
            return FactOf(vpcId, vpc, hostnames?.EnableDnsHostnames, support?.EnableDnsSupport);
        });
    }

    public static Task<Part<IReadOnlyList<Core.Inventory.Subnet>>> ReadSubnetsAsync(VpcScope scope) =>
        scope.ReadAsync(SnapshotPart.Subnets, async (vpcId, cancellationToken) =>
        {
            var request = new DescribeSubnetsRequest { Filters = Ec2Filter.By("vpc-id", vpcId), MaxResults = 1000 };
            var subnets = await scope.Cluster.Clients.Ec2.Paginators.DescribeSubnets(request).Subnets.ToListAsync(cancellationToken);
            return (IReadOnlyList<Core.Inventory.Subnet>)[.. subnets.Select(FactOf).OrderBy(subnet => subnet.Id, StringComparer.Ordinal)];
        });

    private static Task<DescribeVpcAttributeResponse> AttributeAsync(IAmazonEC2 ec2, string vpcId, VpcAttributeName attribute, CancellationToken cancellationToken) =>
        ec2.DescribeVpcAttributeAsync(new DescribeVpcAttributeRequest { VpcId = vpcId, Attribute = attribute }, cancellationToken);

    private static Core.Inventory.Vpc FactOf(string vpcId, Amazon.EC2.Model.Vpc vpc, bool? hostnames, bool? support)
    {
        var tags = TagsOf(vpc.Tags, tag => tag.Key, tag => tag.Value);
        var blocks = ListOf(vpc.CidrBlockAssociationSet?.Where(block => block.CidrBlockState?.State?.Value is null or "associated").Select(block => block.CidrBlock));
        return new Core.Inventory.Vpc(
            vpcId,
            blocks.Count > 0 ? blocks : ListOf([vpc.CidrBlock]),
            ListOf(vpc.Ipv6CidrBlockAssociationSet?.Where(block => block.Ipv6CidrBlockState?.State?.Value is null or "associated").Select(block => block.Ipv6CidrBlock)),
            vpc.IsDefault == true,
            hostnames,
            support,
            TextOf(vpc.OwnerId),
            tags.GetValueOrDefault("Name"));
    }

    private static Core.Inventory.Subnet FactOf(Amazon.EC2.Model.Subnet subnet)
    {
        const string operation = "ec2:DescribeSubnets";
        var tags = TagsOf(subnet.Tags, tag => tag.Key, tag => tag.Value);
        return new Core.Inventory.Subnet(
            Required(TextOf(subnet.SubnetId), operation, "subnet id"),
            Required(TextOf(subnet.VpcId), operation, "VPC id"),
            Required(TextOf(subnet.AvailabilityZone), operation, "availability zone"),
            TextOf(subnet.AvailabilityZoneId),
            TextOf(subnet.CidrBlock),
            ListOf(subnet.Ipv6CidrBlockAssociationSet?.Where(block => block.Ipv6CidrBlockState?.State?.Value is null or "associated").Select(block => block.Ipv6CidrBlock)),
            subnet.AvailableIpAddressCount,
            subnet.MapPublicIpOnLaunch,
            subnet.AssignIpv6AddressOnCreation,
            TextOf(subnet.OwnerId),
            tags.GetValueOrDefault("Name"),
            tags);
    }
}
