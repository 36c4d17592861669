using Amazon.Organizations.Model;

namespace Amazon.Organizations;

/// <summary>Makes paginators; each can be read once.</summary>
public interface IOrganizationsPaginatorFactory
{
    IListAccountsPaginator ListAccounts(ListAccountsRequest request);
}

internal sealed class OrganizationsPaginatorFactory(IAmazonOrganizations client) : IOrganizationsPaginatorFactory
{
    public IListAccountsPaginator ListAccounts(ListAccountsRequest request) => new ListAccountsPaginator(client, request);
}
