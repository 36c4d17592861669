using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeFargateProfileRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? FargateProfileName { get; set; }
}

public class DescribeFargateProfileResponse : AmazonWebServiceResponse
{
    public FargateProfile? FargateProfile { get; set; }
}
