using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeInsightsRefreshRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
}

public class DescribeInsightsRefreshResponse : AmazonWebServiceResponse
{
    public string? Message { get; set; }
    public InsightsRefreshStatus? Status { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }
}
