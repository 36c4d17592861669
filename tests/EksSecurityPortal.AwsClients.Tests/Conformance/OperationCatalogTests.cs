using Amazon.AutoScaling;
using Amazon.ECR;
using Amazon.EKS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using Amazon.Organizations;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Conformance;

public sealed class OperationCatalogTests
{
    private static readonly Type[] Interfaces =
    [
        typeof(IAmazonEKS),
        typeof(IAmazonIdentityManagementService),
        typeof(IAmazonAutoScaling),
        typeof(IAmazonElasticLoadBalancingV2),
        typeof(IAmazonOrganizations),
        typeof(IAmazonECR),
    ];

    [Fact]
    public void All_holdsEveryMethodOfEveryClient_andNothingElse()
    {
        var methods = Interfaces
            .SelectMany(i => i.GetMethods())
            .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(m => m.Name[..^5]);

        Assert.Equal(methods.Order(StringComparer.Ordinal), AwsOperationCatalog.All.Select(o => o.Operation).Order(StringComparer.Ordinal));
        Assert.Equal(47, AwsOperationCatalog.All.Count);
    }

    [Fact]
    public void All_operations_read()
    {
        var others = AwsOperationCatalog.All.Where(o => !IsRead(o.Operation)).Select(o => o.IamAction);

        // makes a report for the caller and changes nothing; AWS counts it among the read actions
        Assert.Equal(["iam:GenerateServiceLastAccessedDetails"], others);
    }

    [Theory]
    [InlineData("eks", "DescribePodIdentityAssociation", "eks:DescribePodIdentityAssociation")]
    [InlineData("iam", "GetAccountAuthorizationDetails", "iam:GetAccountAuthorizationDetails")]
    [InlineData("autoscaling", "DescribeInstanceRefreshes", "autoscaling:DescribeInstanceRefreshes")]
    [InlineData("elasticloadbalancing", "DescribeTargetGroups", "elasticloadbalancing:DescribeTargetGroups")]
    [InlineData("organizations", "ListAccounts", "organizations:ListAccounts")]
    [InlineData("ecr", "GetRegistryScanningConfiguration", "ecr:GetRegistryScanningConfiguration")]
    public void All_namesServiceOperationAndAction(string service, string operation, string action) =>
        Assert.Contains(new CallableOperation(service, operation, action), AwsOperationCatalog.All);

    [Fact]
    public void OperationsWithPages_haveAPaginator_whereTheOfficialPackagesHaveOne()
    {
        var paged = AwsOperationCatalog.Services
            .SelectMany(s => s.Operations)
            .Where(o => new[] { "NextToken", "NextMarker", "Marker" }.Any(token => o.ResponseType.GetProperty(token) is not null))
            .Select(o => o.Name);
        var paginators = Interfaces
            .Select(i => i.GetProperty("Paginators")?.PropertyType)
            .SelectMany(factory => factory?.GetMethods().Select(m => m.Name) ?? []);

        Assert.Equal(["DescribeInstanceRefreshes", "GetServiceLastAccessedDetails"], paged.Except(paginators).Order(StringComparer.Ordinal));
    }

    private static bool IsRead(string operation) =>
        new[] { "List", "Describe", "Get" }.Any(verb => operation.StartsWith(verb, StringComparison.Ordinal));
}
