using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListAccessPoliciesRequest : AmazonEKSRequest
{
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListAccessPoliciesResponse : AmazonWebServiceResponse
{
    public List<AccessPolicy>? AccessPolicies { get; set; }
    public string? NextToken { get; set; }
}

public interface IListAccessPoliciesPaginator
{
    IPaginatedEnumerable<ListAccessPoliciesResponse> Responses { get; }

    IPaginatedEnumerable<AccessPolicy> AccessPolicies { get; }
}

internal sealed class ListAccessPoliciesPaginator(IAmazonEKS client, ListAccessPoliciesRequest request) : IListAccessPoliciesPaginator
{
    private readonly Paginator<ListAccessPoliciesRequest, ListAccessPoliciesResponse> _pages =
        new(request, client.ListAccessPoliciesAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListAccessPoliciesResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<AccessPolicy> AccessPolicies => _pages.Items(r => r.AccessPolicies);
}
