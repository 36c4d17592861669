using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListAssociatedAccessPoliciesRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? PrincipalArn { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListAssociatedAccessPoliciesResponse : AmazonWebServiceResponse
{
    public string? ClusterName { get; set; }
    public string? PrincipalArn { get; set; }
    public string? NextToken { get; set; }
    public List<AssociatedAccessPolicy>? AssociatedAccessPolicies { get; set; }
}

public interface IListAssociatedAccessPoliciesPaginator
{
    IPaginatedEnumerable<ListAssociatedAccessPoliciesResponse> Responses { get; }

    IPaginatedEnumerable<AssociatedAccessPolicy> AssociatedAccessPolicies { get; }
}

internal sealed class ListAssociatedAccessPoliciesPaginator(IAmazonEKS client, ListAssociatedAccessPoliciesRequest request) : IListAssociatedAccessPoliciesPaginator
{
    private readonly Paginator<ListAssociatedAccessPoliciesRequest, ListAssociatedAccessPoliciesResponse> _pages =
        new(request, client.ListAssociatedAccessPoliciesAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListAssociatedAccessPoliciesResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<AssociatedAccessPolicy> AssociatedAccessPolicies => _pages.Items(r => r.AssociatedAccessPolicies);
}
