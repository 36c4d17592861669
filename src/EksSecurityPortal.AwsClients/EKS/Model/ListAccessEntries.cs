using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListAccessEntriesRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? AssociatedPolicyArn { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListAccessEntriesResponse : AmazonWebServiceResponse
{
    public List<string>? AccessEntries { get; set; }
    public string? NextToken { get; set; }
}

public interface IListAccessEntriesPaginator
{
    IPaginatedEnumerable<ListAccessEntriesResponse> Responses { get; }

    IPaginatedEnumerable<string> AccessEntries { get; }
}

internal sealed class ListAccessEntriesPaginator(IAmazonEKS client, ListAccessEntriesRequest request) : IListAccessEntriesPaginator
{
    private readonly Paginator<ListAccessEntriesRequest, ListAccessEntriesResponse> _pages =
        new(request, client.ListAccessEntriesAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListAccessEntriesResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<string> AccessEntries => _pages.Items(r => r.AccessEntries);
}
