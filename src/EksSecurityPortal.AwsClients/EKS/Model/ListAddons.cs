using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListAddonsRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListAddonsResponse : AmazonWebServiceResponse
{
    public List<string>? Addons { get; set; }
    public string? NextToken { get; set; }
}

public interface IListAddonsPaginator
{
    IPaginatedEnumerable<ListAddonsResponse> Responses { get; }

    IPaginatedEnumerable<string> Addons { get; }
}

internal sealed class ListAddonsPaginator(IAmazonEKS client, ListAddonsRequest request) : IListAddonsPaginator
{
    private readonly Paginator<ListAddonsRequest, ListAddonsResponse> _pages =
        new(request, client.ListAddonsAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListAddonsResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<string> Addons => _pages.Items(r => r.Addons);
}
