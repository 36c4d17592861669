using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ElasticLoadBalancingV2.Model;

public class DescribeTargetGroupsRequest : AmazonElasticLoadBalancingV2Request
{
    public string? LoadBalancerArn { get; set; }
    public List<string>? TargetGroupArns { get; set; }
    public List<string>? Names { get; set; }
    public string? Marker { get; set; }
    public int? PageSize { get; set; }
}

public class DescribeTargetGroupsResponse : AmazonWebServiceResponse
{
    public List<TargetGroup>? TargetGroups { get; set; }
    public string? NextMarker { get; set; }
}

public interface IDescribeTargetGroupsPaginator
{
    IPaginatedEnumerable<DescribeTargetGroupsResponse> Responses { get; }

    IPaginatedEnumerable<TargetGroup> TargetGroups { get; }
}

internal sealed class DescribeTargetGroupsPaginator(IAmazonElasticLoadBalancingV2 client, DescribeTargetGroupsRequest request) : IDescribeTargetGroupsPaginator
{
    private readonly Paginator<DescribeTargetGroupsRequest, DescribeTargetGroupsResponse> _pages =
        new(request, client.DescribeTargetGroupsAsync, (r, token) => r.Marker = token, r => r.NextMarker);

    public IPaginatedEnumerable<DescribeTargetGroupsResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<TargetGroup> TargetGroups => _pages.Items(r => r.TargetGroups);
}
