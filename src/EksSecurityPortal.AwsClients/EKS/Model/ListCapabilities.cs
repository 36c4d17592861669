using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListCapabilitiesRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class ListCapabilitiesResponse : AmazonWebServiceResponse
{
    public List<CapabilitySummary>? Capabilities { get; set; }
    public string? NextToken { get; set; }
}

public interface IListCapabilitiesPaginator
{
    IPaginatedEnumerable<ListCapabilitiesResponse> Responses { get; }

    IPaginatedEnumerable<CapabilitySummary> Capabilities { get; }
}

internal sealed class ListCapabilitiesPaginator(IAmazonEKS client, ListCapabilitiesRequest request) : IListCapabilitiesPaginator
{
    private readonly Paginator<ListCapabilitiesRequest, ListCapabilitiesResponse> _pages =
        new(request, client.ListCapabilitiesAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListCapabilitiesResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<CapabilitySummary> Capabilities => _pages.Items(r => r.Capabilities);
}
