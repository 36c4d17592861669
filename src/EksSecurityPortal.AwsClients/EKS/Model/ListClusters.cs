using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListClustersRequest : AmazonEKSRequest
{
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
    public List<string>? Include { get; set; }
}

public class ListClustersResponse : AmazonWebServiceResponse
{
    public List<string>? Clusters { get; set; }
    public string? NextToken { get; set; }
}

public interface IListClustersPaginator
{
    IPaginatedEnumerable<ListClustersResponse> Responses { get; }

    IPaginatedEnumerable<string> Clusters { get; }
}

internal sealed class ListClustersPaginator(IAmazonEKS client, ListClustersRequest request) : IListClustersPaginator
{
    private readonly Paginator<ListClustersRequest, ListClustersResponse> _pages =
        new(request, client.ListClustersAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListClustersResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<string> Clusters => _pages.Items(r => r.Clusters);
}
