using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeInsightRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? Id { get; set; }
}

public class DescribeInsightResponse : AmazonWebServiceResponse
{
    public Insight? Insight { get; set; }
}
