using System.Text.Json;
using Amazon.AutoScaling.Model;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.AutoScaling;

/// <summary>Amazon EC2 Auto Scaling as the runtime sees it: where it lives, its exceptions, and every operation that can be called.</summary>
internal static class AutoScalingOperations
{
    public static readonly AwsService Service = new(
        "Auto Scaling",
        "autoscaling",
        "2011-01-01",
        HostRules.Regional("autoscaling"),
        (m, i, t, c, r, s) => new AmazonAutoScalingException(m, i, t, c, r, s),
        new Dictionary<string, ErrorFactory>(StringComparer.Ordinal)
        {
            ["InvalidNextToken"] = (m, i, t, c, r, s) => new InvalidNextTokenException(m, i, t, c, r, s),
            ["ResourceContention"] = (m, i, t, c, r, s) => new ResourceContentionException(m, i, t, c, r, s),
        });

    private static readonly JsonSerializerOptions Contracts = AwsJson.Options(AutoScalingContracts.Default);

    public static readonly AwsOperation DescribeAutoScalingGroups =
        new QueryOperation<DescribeAutoScalingGroupsRequest, DescribeAutoScalingGroupsResponse>(
            Service, nameof(DescribeAutoScalingGroups), Contracts);

    public static readonly AwsOperation DescribeInstanceRefreshes =
        new QueryOperation<DescribeInstanceRefreshesRequest, DescribeInstanceRefreshesResponse>(
            Service, nameof(DescribeInstanceRefreshes), Contracts);
}
