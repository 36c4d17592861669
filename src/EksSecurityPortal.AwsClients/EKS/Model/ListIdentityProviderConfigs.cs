using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListIdentityProviderConfigsRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListIdentityProviderConfigsResponse : AmazonWebServiceResponse
{
    public List<IdentityProviderConfig>? IdentityProviderConfigs { get; set; }
    public string? NextToken { get; set; }
}

public interface IListIdentityProviderConfigsPaginator
{
    IPaginatedEnumerable<ListIdentityProviderConfigsResponse> Responses { get; }

    IPaginatedEnumerable<IdentityProviderConfig> IdentityProviderConfigs { get; }
}

internal sealed class ListIdentityProviderConfigsPaginator(IAmazonEKS client, ListIdentityProviderConfigsRequest request) : IListIdentityProviderConfigsPaginator
{
    private readonly Paginator<ListIdentityProviderConfigsRequest, ListIdentityProviderConfigsResponse> _pages =
        new(request, client.ListIdentityProviderConfigsAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListIdentityProviderConfigsResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<IdentityProviderConfig> IdentityProviderConfigs => _pages.Items(r => r.IdentityProviderConfigs);
}
