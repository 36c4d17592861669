using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.AutoScaling.Model;

public class DescribeAutoScalingGroupsRequest : AmazonAutoScalingRequest
{
    public List<string>? AutoScalingGroupNames { get; set; }
    public bool? IncludeInstances { get; set; }
    public string? NextToken { get; set; }
    public int? MaxRecords { get; set; }
    public List<Filter>? Filters { get; set; }
}

public class DescribeAutoScalingGroupsResponse : AmazonWebServiceResponse
{
    public List<AutoScalingGroup>? AutoScalingGroups { get; set; }
    public string? NextToken { get; set; }
}

public interface IDescribeAutoScalingGroupsPaginator
{
    IPaginatedEnumerable<DescribeAutoScalingGroupsResponse> Responses { get; }

    IPaginatedEnumerable<AutoScalingGroup> AutoScalingGroups { get; }
}

internal sealed class DescribeAutoScalingGroupsPaginator(IAmazonAutoScaling client, DescribeAutoScalingGroupsRequest request) : IDescribeAutoScalingGroupsPaginator
{
    private readonly Paginator<DescribeAutoScalingGroupsRequest, DescribeAutoScalingGroupsResponse> _pages =
        new(request, client.DescribeAutoScalingGroupsAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<DescribeAutoScalingGroupsResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<AutoScalingGroup> AutoScalingGroups => _pages.Items(r => r.AutoScalingGroups);
}
