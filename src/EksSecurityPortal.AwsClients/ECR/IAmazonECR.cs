using Amazon.ECR.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.ECR;

/// <summary>The read operations of Amazon ECR that the portal uses, in the shape of the official package.</summary>
public interface IAmazonECR : IAmazonService, IDisposable
{
    /// <summary>Pages of the list operations as asynchronous streams.</summary>
    IECRPaginatorFactory Paginators { get; }

    /// <summary>Container image repositories of the region.</summary>
    Task<DescribeRepositoriesResponse> DescribeRepositoriesAsync(DescribeRepositoriesRequest request, CancellationToken cancellationToken = default);

    /// <summary>How the registry scans images: basic or enhanced, and for which repositories.</summary>
    Task<GetRegistryScanningConfigurationResponse> GetRegistryScanningConfigurationAsync(
        GetRegistryScanningConfigurationRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonECRConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonECRClient(awsCredentials, (AmazonECRConfig)clientConfig);
}
