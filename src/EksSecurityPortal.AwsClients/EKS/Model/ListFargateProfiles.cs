using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListFargateProfilesRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListFargateProfilesResponse : AmazonWebServiceResponse
{
    public List<string>? FargateProfileNames { get; set; }
    public string? NextToken { get; set; }
}

public interface IListFargateProfilesPaginator
{
    IPaginatedEnumerable<ListFargateProfilesResponse> Responses { get; }

    IPaginatedEnumerable<string> FargateProfileNames { get; }
}

internal sealed class ListFargateProfilesPaginator(IAmazonEKS client, ListFargateProfilesRequest request) : IListFargateProfilesPaginator
{
    private readonly Paginator<ListFargateProfilesRequest, ListFargateProfilesResponse> _pages =
        new(request, client.ListFargateProfilesAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListFargateProfilesResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<string> FargateProfileNames => _pages.Items(r => r.FargateProfileNames);
}
