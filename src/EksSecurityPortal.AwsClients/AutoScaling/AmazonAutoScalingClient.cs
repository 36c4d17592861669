using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.AutoScaling.Model;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.AutoScaling;

/// <summary>Client of Amazon EC2 Auto Scaling. Thread-safe; keep one for each account and region.</summary>
public class AmazonAutoScalingClient : AwsServiceClient, IAmazonAutoScaling
{
    public AmazonAutoScalingClient()
        : base(new AmazonAutoScalingConfig())
    {
    }

    public AmazonAutoScalingClient(RegionEndpoint region)
        : base(new AmazonAutoScalingConfig { RegionEndpoint = region })
    {
    }

    public AmazonAutoScalingClient(AmazonAutoScalingConfig config)
        : base(config)
    {
    }

    public AmazonAutoScalingClient(AWSCredentials credentials)
        : this(credentials, new AmazonAutoScalingConfig())
    {
    }

    public AmazonAutoScalingClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonAutoScalingConfig { RegionEndpoint = region })
    {
    }

    public AmazonAutoScalingClient(AWSCredentials credentials, AmazonAutoScalingConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public IAutoScalingPaginatorFactory Paginators => new AutoScalingPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => AutoScalingOperations.Service;

    public virtual Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(
        DescribeAutoScalingGroupsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAutoScalingGroupsResponse>(request, AutoScalingOperations.DescribeAutoScalingGroups, cancellationToken);

    public virtual Task<DescribeInstanceRefreshesResponse> DescribeInstanceRefreshesAsync(
        DescribeInstanceRefreshesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeInstanceRefreshesResponse>(request, AutoScalingOperations.DescribeInstanceRefreshes, cancellationToken);
}
