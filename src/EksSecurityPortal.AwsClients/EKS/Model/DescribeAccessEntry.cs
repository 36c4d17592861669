using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeAccessEntryRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? PrincipalArn { get; set; }
}

public class DescribeAccessEntryResponse : AmazonWebServiceResponse
{
    public AccessEntry? AccessEntry { get; set; }
}
