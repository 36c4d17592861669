using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class DescribeAddonVersionsRequest : AmazonEKSRequest
{
    public string? KubernetesVersion { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
    public string? AddonName { get; set; }
    public List<string>? Types { get; set; }
    public List<string>? Publishers { get; set; }
    public List<string>? Owners { get; set; }
}

public class DescribeAddonVersionsResponse : AmazonWebServiceResponse
{
    public List<AddonInfo>? Addons { get; set; }
    public string? NextToken { get; set; }
}

public interface IDescribeAddonVersionsPaginator
{
    IPaginatedEnumerable<DescribeAddonVersionsResponse> Responses { get; }

    IPaginatedEnumerable<AddonInfo> Addons { get; }
}

internal sealed class DescribeAddonVersionsPaginator(IAmazonEKS client, DescribeAddonVersionsRequest request) : IDescribeAddonVersionsPaginator
{
    private readonly Paginator<DescribeAddonVersionsRequest, DescribeAddonVersionsResponse> _pages =
        new(request, client.DescribeAddonVersionsAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<DescribeAddonVersionsResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<AddonInfo> Addons => _pages.Items(r => r.Addons);
}
