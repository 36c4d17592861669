using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>The read operations of Elastic Load Balancing v2 that the portal uses, in the shape of the official package.</summary>
public interface IAmazonElasticLoadBalancingV2 : IAmazonService, IDisposable
{
    /// <summary>Pages of the list operations as asynchronous streams.</summary>
    IElasticLoadBalancingV2PaginatorFactory Paginators { get; }

    /// <summary>Application, network and gateway load balancers of the region.</summary>
    Task<DescribeLoadBalancersResponse> DescribeLoadBalancersAsync(
        DescribeLoadBalancersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Listeners of one load balancer, or those named.</summary>
    Task<DescribeListenersResponse> DescribeListenersAsync(DescribeListenersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tags of up to 20 load balancers, target groups or listeners.</summary>
    Task<DescribeTagsResponse> DescribeTagsAsync(DescribeTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Target groups of the region, of one load balancer, or those named.</summary>
    Task<DescribeTargetGroupsResponse> DescribeTargetGroupsAsync(DescribeTargetGroupsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonElasticLoadBalancingV2Config();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonElasticLoadBalancingV2Client(awsCredentials, (AmazonElasticLoadBalancingV2Config)clientConfig);
}
