using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ElasticLoadBalancingV2.Model;

public class DescribeListenersRequest : AmazonElasticLoadBalancingV2Request
{
    public string? LoadBalancerArn { get; set; }
    public List<string>? ListenerArns { get; set; }
    public string? Marker { get; set; }
    public int? PageSize { get; set; }
}

public class DescribeListenersResponse : AmazonWebServiceResponse
{
    public List<Listener>? Listeners { get; set; }
    public string? NextMarker { get; set; }
}

public interface IDescribeListenersPaginator
{
    IPaginatedEnumerable<DescribeListenersResponse> Responses { get; }

    IPaginatedEnumerable<Listener> Listeners { get; }
}

internal sealed class DescribeListenersPaginator(IAmazonElasticLoadBalancingV2 client, DescribeListenersRequest request) : IDescribeListenersPaginator
{
    private readonly Paginator<DescribeListenersRequest, DescribeListenersResponse> _pages =
        new(request, client.DescribeListenersAsync, (r, token) => r.Marker = token, r => r.NextMarker);

    public IPaginatedEnumerable<DescribeListenersResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<Listener> Listeners => _pages.Items(r => r.Listeners);
}
