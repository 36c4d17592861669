using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeIdentityProviderConfigRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public IdentityProviderConfig? IdentityProviderConfig { get; set; }
}

public class DescribeIdentityProviderConfigResponse : AmazonWebServiceResponse
{
    public IdentityProviderConfigResponse? IdentityProviderConfig { get; set; }
}
