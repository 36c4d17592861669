using System.Text.Json;
using Amazon.ElasticLoadBalancingV2.Model;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Elastic Load Balancing v2 as the runtime sees it: where it lives, its exceptions, and every operation that can be called.</summary>
internal static class LoadBalancingOperations
{
    public static readonly AwsService Service = new(
        "Elastic Load Balancing v2",
        "elasticloadbalancing",
        "2015-12-01",
        HostRules.Regional("elasticloadbalancing"),
        (m, i, t, c, r, s) => new AmazonElasticLoadBalancingV2Exception(m, i, t, c, r, s),
        new Dictionary<string, ErrorFactory>(StringComparer.Ordinal)
        {
            ["ListenerNotFound"] = (m, i, t, c, r, s) => new ListenerNotFoundException(m, i, t, c, r, s),
            ["LoadBalancerNotFound"] = (m, i, t, c, r, s) => new LoadBalancerNotFoundException(m, i, t, c, r, s),
            ["RuleNotFound"] = (m, i, t, c, r, s) => new RuleNotFoundException(m, i, t, c, r, s),
            ["TargetGroupNotFound"] = (m, i, t, c, r, s) => new TargetGroupNotFoundException(m, i, t, c, r, s),
            ["TrustStoreNotFound"] = (m, i, t, c, r, s) => new TrustStoreNotFoundException(m, i, t, c, r, s),
            ["UnsupportedProtocol"] = (m, i, t, c, r, s) => new UnsupportedProtocolException(m, i, t, c, r, s),
        });

    private static readonly JsonSerializerOptions Contracts = AwsJson.Options(LoadBalancingContracts.Default);

    public static readonly AwsOperation DescribeLoadBalancers =
        new QueryOperation<DescribeLoadBalancersRequest, DescribeLoadBalancersResponse>(
            Service, nameof(DescribeLoadBalancers), Contracts);

    public static readonly AwsOperation DescribeListeners =
        new QueryOperation<DescribeListenersRequest, DescribeListenersResponse>(
            Service, nameof(DescribeListeners), Contracts);

    public static readonly AwsOperation DescribeTags =
        new QueryOperation<DescribeTagsRequest, DescribeTagsResponse>(
            Service, nameof(DescribeTags), Contracts);

    public static readonly AwsOperation DescribeTargetGroups =
        new QueryOperation<DescribeTargetGroupsRequest, DescribeTargetGroupsResponse>(
            Service, nameof(DescribeTargetGroups), Contracts);
}
