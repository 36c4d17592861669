using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListInsightsRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public InsightsFilter? Filter { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListInsightsResponse : AmazonWebServiceResponse
{
    public List<InsightSummary>? Insights { get; set; }
    public string? NextToken { get; set; }
}

public interface IListInsightsPaginator
{
    IPaginatedEnumerable<ListInsightsResponse> Responses { get; }

    IPaginatedEnumerable<InsightSummary> Insights { get; }
}

internal sealed class ListInsightsPaginator(IAmazonEKS client, ListInsightsRequest request) : IListInsightsPaginator
{
    private readonly Paginator<ListInsightsRequest, ListInsightsResponse> _pages =
        new(request, client.ListInsightsAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListInsightsResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<InsightSummary> Insights => _pages.Items(r => r.Insights);
}
