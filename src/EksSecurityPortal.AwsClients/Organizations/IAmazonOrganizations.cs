using Amazon.Organizations.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.Organizations;

/// <summary>The read operations of AWS Organizations that the portal uses, in the shape of the official package.</summary>
public interface IAmazonOrganizations : IAmazonService, IDisposable
{
    /// <summary>Pages of the list operations as asynchronous streams.</summary>
    IOrganizationsPaginatorFactory Paginators { get; }

    /// <summary>The organisation that the account is a member of.</summary>
    Task<DescribeOrganizationResponse> DescribeOrganizationAsync(DescribeOrganizationRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Accounts of the organisation; answered to its management account and delegated administrators only. A page can be empty and be
    /// followed by others.
    /// </summary>
    Task<ListAccountsResponse> ListAccountsAsync(ListAccountsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonOrganizationsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonOrganizationsClient(awsCredentials, (AmazonOrganizationsConfig)clientConfig);
}
