// A member that the answer lacks fails its test, so that the tests need not ask for each one.
#nullable disable warnings
using Amazon.EKS;
using Amazon.EKS.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests;

[Collection(DemoSandboxGroup.Name)]
public sealed class EksTests(DemoSandbox sandbox)
{
    [Fact]
    public async Task ListClusters_pages_by_one()
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("commerce-production"));

        var first = await eks.ListClustersAsync(new ListClustersRequest { MaxResults = 1 });
        var second = await eks.ListClustersAsync(new ListClustersRequest { MaxResults = 1, NextToken = first.NextToken });

        Assert.Equal(["storefront-prod", "orders-legacy"], [.. first.Clusters, .. second.Clusters]);
        Assert.Null(second.NextToken);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(101, null)]
    [InlineData(10, "made-up")]
    public async Task ListClusters_bad_page_is_an_invalid_parameter(int size, string? token)
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("commerce-production"));

        await Assert.ThrowsAsync<InvalidParameterException>(() => eks.ListClustersAsync(new ListClustersRequest { MaxResults = size, NextToken = token }));
    }

    [Fact]
    public async Task DescribeCluster_tells_the_estate_as_it_is()
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("commerce-production"));

        var cluster = (await eks.DescribeClusterAsync(new DescribeClusterRequest { Name = "storefront-prod" })).Cluster;

        Assert.Equal("1.35", cluster.Version);
        Assert.False(cluster.ResourcesVpcConfig.EndpointPublicAccess);
        Assert.True(cluster.DeletionProtection);
        Assert.Equal(DemoSandbox.Now.AddDays(-620).UtcDateTime, cluster.CreatedAt?.ToUniversalTime());
        Assert.Equal(["api", "audit", "authenticator", "controllerManager", "scheduler"], Assert.Single(cluster.Logging.ClusterLogging).Types);
        Assert.Contains(":key/", Assert.Single(cluster.EncryptionConfig).Provider.KeyArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_of_every_cluster_can_be_described()
    {
        foreach (var cluster in DemoSandbox.Demo.Clusters)
        {
            var account = DemoSandbox.Demo.Accounts.First(account => account.Id == cluster.AccountId);
            using var eks = sandbox.Eks(await sandbox.EnterAsync(account.Name), cluster.Region);
            Assert.Equal(cluster.Arn, (await eks.DescribeClusterAsync(new DescribeClusterRequest { Name = cluster.Name })).Cluster.Arn);
            foreach (var name in (await eks.ListNodegroupsAsync(new ListNodegroupsRequest { ClusterName = cluster.Name })).Nodegroups)
            {
                Assert.Equal(name, (await eks.DescribeNodegroupAsync(new DescribeNodegroupRequest { ClusterName = cluster.Name, NodegroupName = name })).Nodegroup.NodegroupName);
            }

            foreach (var name in (await eks.ListAddonsAsync(new ListAddonsRequest { ClusterName = cluster.Name })).Addons)
            {
                Assert.Equal(name, (await eks.DescribeAddonAsync(new DescribeAddonRequest { ClusterName = cluster.Name, AddonName = name })).Addon.AddonName);
            }

            var insights = (await eks.ListInsightsAsync(new ListInsightsRequest { ClusterName = cluster.Name })).Insights ?? [];
            foreach (var insight in insights)
            {
                Assert.Equal(insight.Id, (await eks.DescribeInsightAsync(new DescribeInsightRequest { ClusterName = cluster.Name, Id = insight.Id })).Insight.Id);
            }
        }
    }

    [Fact]
    public async Task DescribeAccessEntry_arn_with_slashes_in_the_path_is_signed_and_found()
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("data-platform"), "eu-west-1");

        var arns = (await eks.ListAccessEntriesAsync(new ListAccessEntriesRequest { ClusterName = "analytics" })).AccessEntries;
        var entries = new List<AccessEntry>();
        foreach (var arn in arns)
        {
            entries.Add((await eks.DescribeAccessEntryAsync(new DescribeAccessEntryRequest { ClusterName = "analytics", PrincipalArn = arn })).AccessEntry);
        }

        Assert.Contains(entries, entry => entry.PrincipalArn.Contains("/aws-service-role/", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.KubernetesGroups.Contains("eks-security-portal:readers"));
    }

    [Fact]
    public async Task ListAccessEntries_config_map_mode_is_an_invalid_request()
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("commerce-production"));

        await Assert.ThrowsAsync<InvalidRequestException>(() => eks.ListAccessEntriesAsync(new ListAccessEntriesRequest { ClusterName = "orders-legacy" }));
    }

    [Fact]
    public async Task Denied_operation_is_access_denied_with_the_action()
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("labs"));

        var refusal = await Assert.ThrowsAnyAsync<AmazonEKSException>(() => eks.ListAccessEntriesAsync(new ListAccessEntriesRequest { ClusterName = "ml-training" }));

        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
        Assert.Contains("is not authorized to perform: eks:ListAccessEntries", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_cluster_is_not_found()
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("labs"));

        var refusal = await Assert.ThrowsAsync<ResourceNotFoundException>(() => eks.DescribeClusterAsync(new DescribeClusterRequest { Name = "storefront-prod" }));

        Assert.Equal("No cluster found for name: storefront-prod.", refusal.Message);
    }

    [Fact]
    public async Task DescribeClusterVersions_leaves_unsupported_ones_out_unless_asked()
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("labs"));

        var supported = (await eks.DescribeClusterVersionsAsync(new DescribeClusterVersionsRequest())).ClusterVersions;
        var all = (await eks.DescribeClusterVersionsAsync(new DescribeClusterVersionsRequest { IncludeAll = true })).ClusterVersions;

        Assert.DoesNotContain(supported, version => version.ClusterVersion == "1.30");
        Assert.Contains(all, version => version.ClusterVersion == "1.30" && version.VersionStatus.Value == "UNSUPPORTED");
    }
}
