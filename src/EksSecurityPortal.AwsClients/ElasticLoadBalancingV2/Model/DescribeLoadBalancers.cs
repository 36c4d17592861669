using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ElasticLoadBalancingV2.Model;

public class DescribeLoadBalancersRequest : AmazonElasticLoadBalancingV2Request
{
    public List<string>? LoadBalancerArns { get; set; }
    public List<string>? Names { get; set; }
    public string? Marker { get; set; }
    public int? PageSize { get; set; }
}

public class DescribeLoadBalancersResponse : AmazonWebServiceResponse
{
    public List<LoadBalancer>? LoadBalancers { get; set; }
    public string? NextMarker { get; set; }
}

public interface IDescribeLoadBalancersPaginator
{
    IPaginatedEnumerable<DescribeLoadBalancersResponse> Responses { get; }

    IPaginatedEnumerable<LoadBalancer> LoadBalancers { get; }
}

internal sealed class DescribeLoadBalancersPaginator(IAmazonElasticLoadBalancingV2 client, DescribeLoadBalancersRequest request) : IDescribeLoadBalancersPaginator
{
    private readonly Paginator<DescribeLoadBalancersRequest, DescribeLoadBalancersResponse> _pages =
        new(request, client.DescribeLoadBalancersAsync, (r, token) => r.Marker = token, r => r.NextMarker);

    public IPaginatedEnumerable<DescribeLoadBalancersResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<LoadBalancer> LoadBalancers => _pages.Items(r => r.LoadBalancers);
}
