using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.IdentityManagement;

/// <summary>The read operations of AWS IAM that the portal uses, in the shape of the official package.</summary>
public interface IAmazonIdentityManagementService : IAmazonService, IDisposable
{
    /// <summary>Pages of the list operations as asynchronous streams.</summary>
    IIdentityManagementServicePaginatorFactory Paginators { get; }

    /// <summary>Users, groups, roles and policies of the account with the policies of each: the whole of IAM, page by page.</summary>
    Task<GetAccountAuthorizationDetailsResponse> GetAccountAuthorizationDetailsAsync(
        GetAccountAuthorizationDetailsRequest request, CancellationToken cancellationToken = default);

    /// <summary>ARNs of the account's OpenID Connect providers, all in one answer.</summary>
    Task<ListOpenIDConnectProvidersResponse> ListOpenIDConnectProvidersAsync(
        ListOpenIDConnectProvidersRequest request, CancellationToken cancellationToken = default);

    /// <summary>One OpenID Connect provider: its URL, audiences and thumbprints.</summary>
    Task<GetOpenIDConnectProviderResponse> GetOpenIDConnectProviderAsync(
        GetOpenIDConnectProviderRequest request, CancellationToken cancellationToken = default);

    /// <summary>One role with its trust policy; its last use is told here and by GetAccountAuthorizationDetails.</summary>
    Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default);

    /// <summary>One version of a managed policy with its document.</summary>
    Task<GetPolicyVersionResponse> GetPolicyVersionAsync(GetPolicyVersionRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks AWS for a report on when a principal last used each service; changes nothing. The answer names the job to ask for the
    /// report.
    /// </summary>
    Task<GenerateServiceLastAccessedDetailsResponse> GenerateServiceLastAccessedDetailsAsync(
        GenerateServiceLastAccessedDetailsRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// The report of when a principal last used each service, once its job is complete. Pages follow Marker; the SDK has no paginator
    /// for it.
    /// </summary>
    Task<GetServiceLastAccessedDetailsResponse> GetServiceLastAccessedDetailsAsync(
        GetServiceLastAccessedDetailsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Counts and quotas of the account's IAM entities, and whether its root user has keys and MFA.</summary>
    Task<GetAccountSummaryResponse> GetAccountSummaryAsync(GetAccountSummaryRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonIdentityManagementServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonIdentityManagementServiceClient(awsCredentials, (AmazonIdentityManagementServiceConfig)clientConfig);
}
