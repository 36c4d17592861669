using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.IdentityManagement.Model;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.IdentityManagement;

/// <summary>Client of AWS IAM. Thread-safe; keep one for each account and region.</summary>
public class AmazonIdentityManagementServiceClient : AwsServiceClient, IAmazonIdentityManagementService
{
    public AmazonIdentityManagementServiceClient()
        : base(new AmazonIdentityManagementServiceConfig())
    {
    }

    public AmazonIdentityManagementServiceClient(RegionEndpoint region)
        : base(new AmazonIdentityManagementServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonIdentityManagementServiceClient(AmazonIdentityManagementServiceConfig config)
        : base(config)
    {
    }

    public AmazonIdentityManagementServiceClient(AWSCredentials credentials)
        : this(credentials, new AmazonIdentityManagementServiceConfig())
    {
    }

    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonIdentityManagementServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, AmazonIdentityManagementServiceConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public IIdentityManagementServicePaginatorFactory Paginators => new IdentityManagementServicePaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => IamOperations.Service;

    public virtual Task<GetAccountAuthorizationDetailsResponse> GetAccountAuthorizationDetailsAsync(
        GetAccountAuthorizationDetailsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAccountAuthorizationDetailsResponse>(request, IamOperations.GetAccountAuthorizationDetails, cancellationToken);

    public virtual Task<ListOpenIDConnectProvidersResponse> ListOpenIDConnectProvidersAsync(
        ListOpenIDConnectProvidersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListOpenIDConnectProvidersResponse>(request, IamOperations.ListOpenIDConnectProviders, cancellationToken);

    public virtual Task<GetOpenIDConnectProviderResponse> GetOpenIDConnectProviderAsync(
        GetOpenIDConnectProviderRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetOpenIDConnectProviderResponse>(request, IamOperations.GetOpenIDConnectProvider, cancellationToken);

    public virtual Task<GetRoleResponse> GetRoleAsync(
        GetRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRoleResponse>(request, IamOperations.GetRole, cancellationToken);

    public virtual Task<GetPolicyVersionResponse> GetPolicyVersionAsync(
        GetPolicyVersionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetPolicyVersionResponse>(request, IamOperations.GetPolicyVersion, cancellationToken);

    public virtual Task<GenerateServiceLastAccessedDetailsResponse> GenerateServiceLastAccessedDetailsAsync(
        GenerateServiceLastAccessedDetailsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GenerateServiceLastAccessedDetailsResponse>(request, IamOperations.GenerateServiceLastAccessedDetails, cancellationToken);

    public virtual Task<GetServiceLastAccessedDetailsResponse> GetServiceLastAccessedDetailsAsync(
        GetServiceLastAccessedDetailsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetServiceLastAccessedDetailsResponse>(request, IamOperations.GetServiceLastAccessedDetails, cancellationToken);

    public virtual Task<GetAccountSummaryResponse> GetAccountSummaryAsync(
        GetAccountSummaryRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAccountSummaryResponse>(request, IamOperations.GetAccountSummary, cancellationToken);
}
