using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListNodegroupsRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListNodegroupsResponse : AmazonWebServiceResponse
{
    public List<string>? Nodegroups { get; set; }
    public string? NextToken { get; set; }
}

public interface IListNodegroupsPaginator
{
    IPaginatedEnumerable<ListNodegroupsResponse> Responses { get; }

    IPaginatedEnumerable<string> Nodegroups { get; }
}

internal sealed class ListNodegroupsPaginator(IAmazonEKS client, ListNodegroupsRequest request) : IListNodegroupsPaginator
{
    private readonly Paginator<ListNodegroupsRequest, ListNodegroupsResponse> _pages =
        new(request, client.ListNodegroupsAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListNodegroupsResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<string> Nodegroups => _pages.Items(r => r.Nodegroups);
}
