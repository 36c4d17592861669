using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.ElasticLoadBalancingV2.Model;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Client of Elastic Load Balancing v2. Thread-safe; keep one for each account and region.</summary>
public class AmazonElasticLoadBalancingV2Client : AwsServiceClient, IAmazonElasticLoadBalancingV2
{
    public AmazonElasticLoadBalancingV2Client()
        : base(new AmazonElasticLoadBalancingV2Config())
    {
    }

    public AmazonElasticLoadBalancingV2Client(RegionEndpoint region)
        : base(new AmazonElasticLoadBalancingV2Config { RegionEndpoint = region })
    {
    }

    public AmazonElasticLoadBalancingV2Client(AmazonElasticLoadBalancingV2Config config)
        : base(config)
    {
    }

    public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials)
        : this(credentials, new AmazonElasticLoadBalancingV2Config())
    {
    }

    public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonElasticLoadBalancingV2Config { RegionEndpoint = region })
    {
    }

    public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials, AmazonElasticLoadBalancingV2Config clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public IElasticLoadBalancingV2PaginatorFactory Paginators => new ElasticLoadBalancingV2PaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => LoadBalancingOperations.Service;

    public virtual Task<DescribeLoadBalancersResponse> DescribeLoadBalancersAsync(
        DescribeLoadBalancersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLoadBalancersResponse>(request, LoadBalancingOperations.DescribeLoadBalancers, cancellationToken);

    public virtual Task<DescribeListenersResponse> DescribeListenersAsync(
        DescribeListenersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeListenersResponse>(request, LoadBalancingOperations.DescribeListeners, cancellationToken);

    public virtual Task<DescribeTagsResponse> DescribeTagsAsync(
        DescribeTagsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTagsResponse>(request, LoadBalancingOperations.DescribeTags, cancellationToken);

    public virtual Task<DescribeTargetGroupsResponse> DescribeTargetGroupsAsync(
        DescribeTargetGroupsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTargetGroupsResponse>(request, LoadBalancingOperations.DescribeTargetGroups, cancellationToken);
}
