using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.Organizations.Model;

public class ListAccountsRequest : AmazonOrganizationsRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class ListAccountsResponse : AmazonWebServiceResponse
{
    public List<Account>? Accounts { get; set; }
    public string? NextToken { get; set; }
}

public interface IListAccountsPaginator
{
    IPaginatedEnumerable<ListAccountsResponse> Responses { get; }

    IPaginatedEnumerable<Account> Accounts { get; }
}

internal sealed class ListAccountsPaginator(IAmazonOrganizations client, ListAccountsRequest request) : IListAccountsPaginator
{
    private readonly Paginator<ListAccountsRequest, ListAccountsResponse> _pages =
        new(request, client.ListAccountsAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListAccountsResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<Account> Accounts => _pages.Items(r => r.Accounts);
}
