using Amazon.AutoScaling.Model;

namespace Amazon.AutoScaling;

/// <summary>Makes paginators; each can be read once.</summary>
public interface IAutoScalingPaginatorFactory
{
    IDescribeAutoScalingGroupsPaginator DescribeAutoScalingGroups(DescribeAutoScalingGroupsRequest request);
}

internal sealed class AutoScalingPaginatorFactory(IAmazonAutoScaling client) : IAutoScalingPaginatorFactory
{
    public IDescribeAutoScalingGroupsPaginator DescribeAutoScalingGroups(DescribeAutoScalingGroupsRequest request) =>
        new DescribeAutoScalingGroupsPaginator(client, request);
}
