using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeAddonRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? AddonName { get; set; }
}

public class DescribeAddonResponse : AmazonWebServiceResponse
{
    public Addon? Addon { get; set; }
}
