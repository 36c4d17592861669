using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ECR.Model;

public class DescribeRepositoriesRequest : AmazonECRRequest
{
    public string? RegistryId { get; set; }
    public List<string>? RepositoryNames { get; set; }
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class DescribeRepositoriesResponse : AmazonWebServiceResponse
{
    public List<Repository>? Repositories { get; set; }
    public string? NextToken { get; set; }
}

public interface IDescribeRepositoriesPaginator
{
    IPaginatedEnumerable<DescribeRepositoriesResponse> Responses { get; }

    IPaginatedEnumerable<Repository> Repositories { get; }
}

internal sealed class DescribeRepositoriesPaginator(IAmazonECR client, DescribeRepositoriesRequest request) : IDescribeRepositoriesPaginator
{
    private readonly Paginator<DescribeRepositoriesRequest, DescribeRepositoriesResponse> _pages =
        new(request, client.DescribeRepositoriesAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<DescribeRepositoriesResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<Repository> Repositories => _pages.Items(r => r.Repositories);
}
