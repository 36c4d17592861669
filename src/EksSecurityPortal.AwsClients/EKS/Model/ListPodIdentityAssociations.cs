using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListPodIdentityAssociationsRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? Namespace { get; set; }
    public string? ServiceAccount { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListPodIdentityAssociationsResponse : AmazonWebServiceResponse
{
    public List<PodIdentityAssociationSummary>? Associations { get; set; }
    public string? NextToken { get; set; }
}

public interface IListPodIdentityAssociationsPaginator
{
    IPaginatedEnumerable<ListPodIdentityAssociationsResponse> Responses { get; }

    IPaginatedEnumerable<PodIdentityAssociationSummary> Associations { get; }
}

internal sealed class ListPodIdentityAssociationsPaginator(IAmazonEKS client, ListPodIdentityAssociationsRequest request) : IListPodIdentityAssociationsPaginator
{
    private readonly Paginator<ListPodIdentityAssociationsRequest, ListPodIdentityAssociationsResponse> _pages =
        new(request, client.ListPodIdentityAssociationsAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListPodIdentityAssociationsResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<PodIdentityAssociationSummary> Associations => _pages.Items(r => r.Associations);
}
