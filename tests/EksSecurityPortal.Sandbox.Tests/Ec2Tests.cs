using Amazon.EC2;
using Amazon.EC2.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests;

[Collection(DemoSandboxGroup.Name)]
public sealed class Ec2Tests(DemoSandbox sandbox)
{
    [Fact]
    public async Task DescribeInstances_pages_by_five_and_loses_none()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("commerce-production"));
        var vpc = DemoSandbox.Demo.Clusters.First(cluster => cluster.Name == "orders-legacy").VpcId;
        var seen = new List<Instance>();
        string? token = null;
        do
        {
            var page = await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { MaxResults = 5, NextToken = token, Filters = [new Filter("vpc-id", [vpc]), new Filter("instance-state-name", ["running"])] });
            var instances = page.Reservations.SelectMany(reservation => reservation.Instances).ToList();
            Assert.True(instances.Count <= 5);
            seen.AddRange(instances);
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(12, seen.Select(instance => instance.InstanceId).Distinct().Count());
        Assert.All(seen, instance => Assert.Equal("optional", instance.MetadataOptions.HttpTokens.Value));
        Assert.All(seen, instance => Assert.NotNull(instance.PublicIpAddress));
        Assert.All(seen, instance => Assert.EndsWith("instance-profile/orders-nodes", instance.IamInstanceProfile.Arn, StringComparison.Ordinal));
    }

    [Fact]
    public async Task DescribeInstances_tag_filter_with_wildcard_selects_by_tag()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("data-platform"), "eu-west-1");

        var spot = await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new Filter("tag:karpenter.sh/nodepool", ["sp*"])] });

        Assert.Equal(12, spot.Reservations.Count);
        Assert.All(spot.Reservations, reservation => Assert.Equal(InstanceLifecycleType.Spot, reservation.Instances[0].InstanceLifecycle));
    }

    [Fact]
    public async Task DescribeSecurityGroups_open_group_keeps_both_families()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("commerce-production"));

        var group = Assert.Single((await ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { Filters = [new Filter("group-name", ["orders-ssh"])] })).SecurityGroups);

        var permission = Assert.Single(group.IpPermissions);
        Assert.Equal(22, permission.FromPort);
        Assert.Equal("0.0.0.0/0", Assert.Single(permission.Ipv4Ranges).CidrIp);
        Assert.Equal("::/0", Assert.Single(permission.Ipv6Ranges).CidrIpv6);
    }

    [Fact]
    public async Task DescribeRouteTables_tell_public_from_private_subnets()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("commerce-production"));
        var cluster = DemoSandbox.Demo.Clusters.First(cluster => cluster.Name == "storefront-prod");

        var tables = (await ec2.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [new Filter("vpc-id", [cluster.VpcId])] })).RouteTables;
        var gateways = (await ec2.DescribeNatGatewaysAsync(new DescribeNatGatewaysRequest { Filter = [new Filter("vpc-id", [cluster.VpcId])] })).NatGateways;

        Assert.Single(tables, table => table.Associations.Any(association => association.Main == true));
        Assert.Single(tables, table => table.Routes.Any(route => route.GatewayId?.StartsWith("igw-", StringComparison.Ordinal) == true));
        Assert.Equal(3, gateways.Count);
        Assert.Equal(3, tables.SelectMany(table => table.Routes).Count(route => route.NatGatewayId is not null));
    }

    [Fact]
    public async Task Network_reads_all_unmarshal()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("commerce-production"));
        var cluster = DemoSandbox.Demo.Clusters.First(cluster => cluster.Name == "storefront-prod");
        List<Filter> ofVpc = [new Filter("vpc-id", [cluster.VpcId])];

        Assert.True((await ec2.DescribeVpcAttributeAsync(new DescribeVpcAttributeRequest { VpcId = cluster.VpcId, Attribute = VpcAttributeName.EnableDnsHostnames })).EnableDnsHostnames);
        Assert.Equal(9, (await ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = ofVpc })).Subnets.Count);
        Assert.Equal(10, (await ec2.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { Filters = ofVpc })).VpcEndpoints.Count);
        Assert.Equal(4, (await ec2.DescribeNetworkAclsAsync(new DescribeNetworkAclsRequest { Filters = ofVpc })).NetworkAcls[0].Entries.Count);
        Assert.Equal("ALL", (await ec2.DescribeFlowLogsAsync(new DescribeFlowLogsRequest { Filter = [new Filter("resource-id", [cluster.VpcId])] })).FlowLogs[0].TrafficType);
        Assert.Single((await ec2.DescribeInternetGatewaysAsync(new DescribeInternetGatewaysRequest { Filters = [new Filter("attachment.vpc-id", [cluster.VpcId])] })).InternetGateways);
        Assert.Equal(2, (await ec2.DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest { Filters = [new Filter("description", ["Amazon EKS storefront-prod"])] })).NetworkInterfaces.Count);
        Assert.NotEmpty((await ec2.DescribeSecurityGroupRulesAsync(new DescribeSecurityGroupRulesRequest { Filters = [new Filter("group-id", [cluster.ClusterSecurityGroupId])] })).SecurityGroupRules);
    }

    [Fact]
    public async Task Compute_reads_all_unmarshal()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("data-platform"));
        var template = DemoSandbox.Demo.Clusters.First(cluster => cluster.Name == "billing-windows").Nodegroups.First(group => group.NodegroupName == "linux").LaunchTemplate;
        Assert.NotNull(template);

        var known = Assert.Single((await ec2.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { LaunchTemplateIds = [template.Id] })).LaunchTemplates);
        var latest = Assert.Single((await ec2.DescribeLaunchTemplateVersionsAsync(new DescribeLaunchTemplateVersionsRequest { LaunchTemplateId = template.Id, Versions = ["$Latest"] })).LaunchTemplateVersions);
        var type = Assert.Single((await ec2.DescribeInstanceTypesAsync(new DescribeInstanceTypesRequest { InstanceTypes = ["m5.large"] })).InstanceTypes);
        var image = DemoSandbox.Demo.ImageReleases[0];
        var published = Assert.Single((await ec2.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [image.ImageId] })).Images);

        Assert.Equal(5, known.LatestVersionNumber);
        Assert.Equal("2", template.Version);
        Assert.Equal(5, latest.VersionNumber);
        Assert.Equal(3, type.NetworkInfo.MaximumNetworkInterfaces);
        Assert.Equal(10, type.NetworkInfo.Ipv4AddressesPerInterface);
        Assert.Equal("amazon", published.ImageOwnerAlias);
    }

    [Fact]
    public async Task DescribeRegions_lists_enabled_regions_and_all_on_request()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("labs"));

        var enabled = (await ec2.DescribeRegionsAsync(new DescribeRegionsRequest())).Regions;
        var all = (await ec2.DescribeRegionsAsync(new DescribeRegionsRequest { AllRegions = true })).Regions;

        Assert.Contains(enabled, region => region.RegionName == "eu-west-1");
        Assert.DoesNotContain(enabled, region => region.RegionName == "me-south-1");
        Assert.Contains(all, region => region.OptInStatus == "not-opted-in");
    }

    [Fact]
    public async Task Request_to_a_region_that_is_not_enabled_fails_authentication()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("labs"), "me-south-1");

        var refusal = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeVpcsAsync(new DescribeVpcsRequest()));

        Assert.Equal("AuthFailure", refusal.ErrorCode);
    }

    [Fact]
    public async Task Denied_action_has_the_shape_of_ec2()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("labs"));

        var refusal = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeRouteTablesAsync(new DescribeRouteTablesRequest()));

        Assert.Equal("UnauthorizedOperation", refusal.ErrorCode);
        Assert.Contains("ec2:DescribeRouteTables", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-filter", "InvalidParameterValue")]
    public async Task Unknown_filter_is_refused(string filter, string code)
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("commerce-production"));

        var refusal = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = [new Filter(filter, ["x"])] }));

        Assert.Equal(code, refusal.ErrorCode);
    }

    [Fact]
    public async Task Missing_id_is_named()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("commerce-production"));

        var refusal = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeVpcsAsync(new DescribeVpcsRequest { VpcIds = ["vpc-0123"] }));

        Assert.Equal("InvalidVpcID.NotFound", refusal.ErrorCode);
    }

    [Fact]
    public async Task Session_of_one_account_sees_nothing_of_another()
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("labs"));

        var vpcs = (await ec2.DescribeVpcsAsync(new DescribeVpcsRequest())).Vpcs;

        Assert.Equal("777788889999", Assert.Single(vpcs).OwnerId);
    }
}
