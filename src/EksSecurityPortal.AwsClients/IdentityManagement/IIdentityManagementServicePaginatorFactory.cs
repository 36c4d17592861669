using Amazon.IdentityManagement.Model;

namespace Amazon.IdentityManagement;

/// <summary>Makes paginators; each can be read once.</summary>
public interface IIdentityManagementServicePaginatorFactory
{
    IGetAccountAuthorizationDetailsPaginator GetAccountAuthorizationDetails(GetAccountAuthorizationDetailsRequest request);
}

internal sealed class IdentityManagementServicePaginatorFactory(IAmazonIdentityManagementService client) : IIdentityManagementServicePaginatorFactory
{
    public IGetAccountAuthorizationDetailsPaginator GetAccountAuthorizationDetails(GetAccountAuthorizationDetailsRequest request) =>
        new GetAccountAuthorizationDetailsPaginator(client, request);
}
