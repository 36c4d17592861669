using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListUpdatesRequest : AmazonEKSRequest
{
    public string? Name { get; set; }
    public string? NodegroupName { get; set; }
    public string? AddonName { get; set; }
    public string? CapabilityName { get; set; }
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class ListUpdatesResponse : AmazonWebServiceResponse
{
    public List<string>? UpdateIds { get; set; }
    public string? NextToken { get; set; }
}

public interface IListUpdatesPaginator
{
    IPaginatedEnumerable<ListUpdatesResponse> Responses { get; }

    IPaginatedEnumerable<string> UpdateIds { get; }
}

internal sealed class ListUpdatesPaginator(IAmazonEKS client, ListUpdatesRequest request) : IListUpdatesPaginator
{
    private readonly Paginator<ListUpdatesRequest, ListUpdatesResponse> _pages =
        new(request, client.ListUpdatesAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListUpdatesResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<string> UpdateIds => _pages.Items(r => r.UpdateIds);
}
