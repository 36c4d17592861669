using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class DescribeClusterVersionsRequest : AmazonEKSRequest
{
    public string? ClusterType { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
    public bool? DefaultOnly { get; set; }
    public bool? IncludeAll { get; set; }
    public List<string>? ClusterVersions { get; set; }
    public ClusterVersionStatus? Status { get; set; }
    public VersionStatus? VersionStatus { get; set; }
}

public class DescribeClusterVersionsResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<ClusterVersionInformation>? ClusterVersions { get; set; }
}

public interface IDescribeClusterVersionsPaginator
{
    IPaginatedEnumerable<DescribeClusterVersionsResponse> Responses { get; }

    IPaginatedEnumerable<ClusterVersionInformation> ClusterVersions { get; }
}

internal sealed class DescribeClusterVersionsPaginator(IAmazonEKS client, DescribeClusterVersionsRequest request) : IDescribeClusterVersionsPaginator
{
    private readonly Paginator<DescribeClusterVersionsRequest, DescribeClusterVersionsResponse> _pages =
        new(request, client.DescribeClusterVersionsAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<DescribeClusterVersionsResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<ClusterVersionInformation> ClusterVersions => _pages.Items(r => r.ClusterVersions);
}
