using Amazon.ElasticLoadBalancingV2.Model;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Makes paginators; each can be read once.</summary>
public interface IElasticLoadBalancingV2PaginatorFactory
{
    IDescribeLoadBalancersPaginator DescribeLoadBalancers(DescribeLoadBalancersRequest request);

    IDescribeListenersPaginator DescribeListeners(DescribeListenersRequest request);

    IDescribeTargetGroupsPaginator DescribeTargetGroups(DescribeTargetGroupsRequest request);
}

internal sealed class ElasticLoadBalancingV2PaginatorFactory(IAmazonElasticLoadBalancingV2 client) : IElasticLoadBalancingV2PaginatorFactory
{
    public IDescribeLoadBalancersPaginator DescribeLoadBalancers(DescribeLoadBalancersRequest request) =>
        new DescribeLoadBalancersPaginator(client, request);

    public IDescribeListenersPaginator DescribeListeners(DescribeListenersRequest request) => new DescribeListenersPaginator(client, request);

    public IDescribeTargetGroupsPaginator DescribeTargetGroups(DescribeTargetGroupsRequest request) =>
        new DescribeTargetGroupsPaginator(client, request);
}
