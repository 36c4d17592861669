using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeCapabilityRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? CapabilityName { get; set; }
}

public class DescribeCapabilityResponse : AmazonWebServiceResponse
{
    public Capability? Capability { get; set; }
}
