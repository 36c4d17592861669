using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeUpdateRequest : AmazonEKSRequest
{
    public string? Name { get; set; }
    public string? UpdateId { get; set; }
    public string? NodegroupName { get; set; }
    public string? AddonName { get; set; }
    public string? CapabilityName { get; set; }
}

public class DescribeUpdateResponse : AmazonWebServiceResponse
{
    public Update? Update { get; set; }
}
