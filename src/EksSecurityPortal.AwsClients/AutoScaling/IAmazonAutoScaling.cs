using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.AutoScaling;

/// <summary>The read operations of Amazon EC2 Auto Scaling that the portal uses, in the shape of the official package.</summary>
public interface IAmazonAutoScaling : IAmazonService, IDisposable
{
    /// <summary>Pages of the list operations as asynchronous streams.</summary>
    IAutoScalingPaginatorFactory Paginators { get; }

    /// <summary>Auto Scaling groups with their instances.</summary>
    Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(
        DescribeAutoScalingGroupsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Instance refreshes of a group, newest first. Pages follow NextToken; the SDK has no paginator for it.</summary>
    Task<DescribeInstanceRefreshesResponse> DescribeInstanceRefreshesAsync(
        DescribeInstanceRefreshesRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAutoScalingConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonAutoScalingClient(awsCredentials, (AmazonAutoScalingConfig)clientConfig);
}
