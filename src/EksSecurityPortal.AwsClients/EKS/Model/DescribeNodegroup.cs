using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeNodegroupRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? NodegroupName { get; set; }
}

public class DescribeNodegroupResponse : AmazonWebServiceResponse
{
    public Nodegroup? Nodegroup { get; set; }
}
