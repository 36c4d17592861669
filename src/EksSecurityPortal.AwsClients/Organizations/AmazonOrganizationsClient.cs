using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Organizations.Model;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.Organizations;

/// <summary>Client of AWS Organizations. Thread-safe; keep one for each account and region.</summary>
public class AmazonOrganizationsClient : AwsServiceClient, IAmazonOrganizations
{
    public AmazonOrganizationsClient()
        : base(new AmazonOrganizationsConfig())
    {
    }

    public AmazonOrganizationsClient(RegionEndpoint region)
        : base(new AmazonOrganizationsConfig { RegionEndpoint = region })
    {
    }

    public AmazonOrganizationsClient(AmazonOrganizationsConfig config)
        : base(config)
    {
    }

    public AmazonOrganizationsClient(AWSCredentials credentials)
        : this(credentials, new AmazonOrganizationsConfig())
    {
    }

    public AmazonOrganizationsClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonOrganizationsConfig { RegionEndpoint = region })
    {
    }

    public AmazonOrganizationsClient(AWSCredentials credentials, AmazonOrganizationsConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public IOrganizationsPaginatorFactory Paginators => new OrganizationsPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => OrganizationsOperations.Service;

    public virtual Task<DescribeOrganizationResponse> DescribeOrganizationAsync(
        DescribeOrganizationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeOrganizationResponse>(request, OrganizationsOperations.DescribeOrganization, cancellationToken);

    public virtual Task<ListAccountsResponse> ListAccountsAsync(
        ListAccountsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListAccountsResponse>(request, OrganizationsOperations.ListAccounts, cancellationToken);
}
