using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.ECR.Model;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ECR;

/// <summary>Client of Amazon ECR. Thread-safe; keep one for each account and region.</summary>
public class AmazonECRClient : AwsServiceClient, IAmazonECR
{
    public AmazonECRClient()
        : base(new AmazonECRConfig())
    {
    }

    public AmazonECRClient(RegionEndpoint region)
        : base(new AmazonECRConfig { RegionEndpoint = region })
    {
    }

    public AmazonECRClient(AmazonECRConfig config)
        : base(config)
    {
    }

    public AmazonECRClient(AWSCredentials credentials)
        : this(credentials, new AmazonECRConfig())
    {
    }

    public AmazonECRClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonECRConfig { RegionEndpoint = region })
    {
    }

    public AmazonECRClient(AWSCredentials credentials, AmazonECRConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public IECRPaginatorFactory Paginators => new ECRPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => EcrOperations.Service;

    public virtual Task<DescribeRepositoriesResponse> DescribeRepositoriesAsync(
        DescribeRepositoriesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeRepositoriesResponse>(request, EcrOperations.DescribeRepositories, cancellationToken);

    public virtual Task<GetRegistryScanningConfigurationResponse> GetRegistryScanningConfigurationAsync(
        GetRegistryScanningConfigurationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRegistryScanningConfigurationResponse>(request, EcrOperations.GetRegistryScanningConfiguration, cancellationToken);
}
