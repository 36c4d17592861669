using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeClusterRequest : AmazonEKSRequest
{
    public string? Name { get; set; }
}

public class DescribeClusterResponse : AmazonWebServiceResponse
{
    public Cluster? Cluster { get; set; }
}
