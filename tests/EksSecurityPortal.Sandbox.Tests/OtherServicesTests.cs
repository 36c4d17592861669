// A member that the answer lacks fails its test, so that the tests need not ask for each one.
#nullable disable warnings
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.ECR;
using Amazon.ECR.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests;

[Collection(DemoSandboxGroup.Name)]
public sealed class OtherServicesTests(DemoSandbox sandbox)
{
    [Fact]
    public async Task GetAccountAuthorizationDetails_pages_hold_every_role_once_with_encoded_documents()
    {
        using var iam = new AmazonIdentityManagementServiceClient(await sandbox.EnterAsync("data-platform"), sandbox.Config<AmazonIdentityManagementServiceConfig>("us-east-1"));
        var (roles, policies) = (new List<RoleDetail>(), new List<ManagedPolicyDetail>());
        string marker = null;
        do
        {
            var page = await iam.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest { MaxItems = 7, Marker = marker });
            roles.AddRange(page.RoleDetailList ?? []);
            policies.AddRange(page.Policies ?? []);
            marker = page.IsTruncated == true ? page.Marker : null;
        }
        while (marker is not null);

        var identity = DemoSandbox.Account("data-platform").Identity;
        Assert.Equal(identity.Roles.Select(role => role.Arn).Order(), roles.Select(role => role.Arn).Order());
        Assert.Equal(identity.Policies.Count, policies.Count);
        var anyone = roles.Single(role => role.RoleName == "analytics-anyone");
        Assert.StartsWith("%7B%22Version%22", anyone.AssumeRolePolicyDocument, StringComparison.Ordinal);
        Assert.DoesNotContain(":sub", Uri.UnescapeDataString(anyone.AssumeRolePolicyDocument), StringComparison.Ordinal);
        Assert.Equal("analytics-anyone", Assert.Single(anyone.RolePolicyList).PolicyName);
    }

    [Fact]
    public async Task GetAccountAuthorizationDetails_denied_has_the_shape_of_iam()
    {
        using var iam = new AmazonIdentityManagementServiceClient(await sandbox.EnterAsync("labs"), sandbox.Config<AmazonIdentityManagementServiceConfig>("us-east-1"));

        var refusal = await Assert.ThrowsAnyAsync<AmazonIdentityManagementServiceException>(() => iam.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest()));

        Assert.Equal("AccessDenied", refusal.ErrorCode);
    }

    [Fact]
    public async Task Identity_providers_of_iam_match_the_issuers_of_clusters()
    {
        using var iam = new AmazonIdentityManagementServiceClient(await sandbox.EnterAsync("data-platform"), sandbox.Config<AmazonIdentityManagementServiceConfig>("us-east-1"));
        var urls = new List<string>();

        foreach (var entry in (await iam.ListOpenIDConnectProvidersAsync(new ListOpenIDConnectProvidersRequest())).OpenIDConnectProviderList)
        {
            urls.Add((await iam.GetOpenIDConnectProviderAsync(new GetOpenIDConnectProviderRequest { OpenIDConnectProviderArn = entry.Arn })).Url);
        }

        var analytics = DemoSandbox.Demo.Clusters.Single(cluster => cluster.Name == "analytics");
        Assert.Contains(analytics.OidcIssuer["https://".Length..], urls);
    }

    [Fact]
    public async Task DescribeAutoScalingGroups_pages_and_filters_by_tag()
    {
        using var scaling = new AmazonAutoScalingClient(await sandbox.EnterAsync("commerce-production"), sandbox.Config<AmazonAutoScalingConfig>("us-east-1"));

        var first = await scaling.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { MaxRecords = 2 });
        var legacy = await scaling.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { Filters = [new Amazon.AutoScaling.Model.Filter { Name = "tag-key", Values = ["kubernetes.io/cluster/orders-legacy"] }] });

        Assert.Equal(2, first.AutoScalingGroups.Count);
        Assert.NotNull(first.NextToken);
        Assert.Equal(["orders-legacy-workers", "orders-legacy-workers-spare"], legacy.AutoScalingGroups.Select(group => group.AutoScalingGroupName));
        Assert.Equal(10, legacy.AutoScalingGroups[0].Instances.Count);
    }

    [Fact]
    public async Task Load_balancers_have_listeners_and_tags()
    {
        using var balancing = new AmazonElasticLoadBalancingV2Client(await sandbox.EnterAsync("commerce-production"), sandbox.Config<AmazonElasticLoadBalancingV2Config>("us-east-1"));

        var balancers = (await balancing.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest())).LoadBalancers;
        var edge = balancers.Single(balancer => balancer.LoadBalancerName == "k8s-storefront-edge");
        var listeners = (await balancing.DescribeListenersAsync(new DescribeListenersRequest { LoadBalancerArn = edge.LoadBalancerArn })).Listeners;
        var tags = (await balancing.DescribeTagsAsync(new DescribeTagsRequest { ResourceArns = [edge.LoadBalancerArn] })).TagDescriptions;

        Assert.Equal([80, 443], listeners.Select(listener => listener.Port ?? 0).Order());
        Assert.Contains(tags[0].Tags, tag => tag.Key == "elbv2.k8s.aws/cluster" && tag.Value == "storefront-prod");
    }

    [Fact]
    public async Task Organizations_answers_the_hub_and_no_reader()
    {
        using var hub = new AmazonOrganizationsClient(sandbox.Hub, sandbox.Config<AmazonOrganizationsConfig>("us-east-1"));
        using var reader = new AmazonOrganizationsClient(await sandbox.EnterAsync("labs"), sandbox.Config<AmazonOrganizationsConfig>("us-east-1"));

        var first = await hub.ListAccountsAsync(new ListAccountsRequest { MaxResults = 3 });
        var second = await hub.ListAccountsAsync(new ListAccountsRequest { MaxResults = 3, NextToken = first.NextToken });
        var refusal = await Assert.ThrowsAnyAsync<AmazonOrganizationsException>(() => reader.ListAccountsAsync(new ListAccountsRequest()));

        Assert.Equal(["organization-management", "commerce-production", "data-platform", "labs"], [.. first.Accounts.Concat(second.Accounts).Select(account => account.Name)]);
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
    }

    [Fact]
    public async Task Repositories_tell_mutability_and_scanning()
    {
        using var ecr = new AmazonECRClient(await sandbox.EnterAsync("commerce-production"), sandbox.Config<AmazonECRConfig>("us-east-1"));

        var repositories = (await ecr.DescribeRepositoriesAsync(new DescribeRepositoriesRequest())).Repositories;
        var scanning = (await ecr.GetRegistryScanningConfigurationAsync(new GetRegistryScanningConfigurationRequest())).ScanningConfiguration;

        Assert.Contains(repositories, repository => repository.RepositoryName == "orders" && repository.ImageTagMutability.Value == "MUTABLE");
        Assert.Equal("ENHANCED", scanning.ScanType.Value);
    }

    [Fact]
    public async Task Parameters_of_images_are_found_and_unknown_ones_named()
    {
        using var ssm = new AmazonSimpleSystemsManagementClient(await sandbox.EnterAsync("data-platform"), sandbox.Config<AmazonSimpleSystemsManagementConfig>("eu-west-1"));
        const string known = "/aws/service/eks/optimized-ami/1.34/amazon-linux-2023/x86_64/standard/recommended/release_version";

        var answer = await ssm.GetParametersAsync(new GetParametersRequest { Names = [known, "/aws/service/eks/optimized-ami/9.99/nothing"] });
        var byPath = await ssm.GetParametersByPathAsync(new GetParametersByPathRequest { Path = "/aws/service/bottlerocket", Recursive = true, MaxResults = 10 });

        Assert.Matches(@"^1\.34\.\d+-\d{8}$", Assert.Single(answer.Parameters).Value);
        Assert.Equal("/aws/service/eks/optimized-ami/9.99/nothing", Assert.Single(answer.InvalidParameters));
        Assert.Equal(10, byPath.Parameters.Count);
        Assert.NotNull(byPath.NextToken);
    }

    [Fact]
    public async Task GetParameters_more_than_ten_is_a_validation_error()
    {
        using var ssm = new AmazonSimpleSystemsManagementClient(await sandbox.EnterAsync("data-platform"), sandbox.Config<AmazonSimpleSystemsManagementConfig>("eu-west-1"));

        var refusal = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => ssm.GetParametersAsync(new GetParametersRequest { Names = [.. Enumerable.Range(0, 11).Select(index => "/a" + index)] }));

        Assert.Equal("ValidationException", refusal.ErrorCode);
    }
}
