using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeAddonConfigurationRequest : AmazonEKSRequest
{
    public string? AddonName { get; set; }
    public string? AddonVersion { get; set; }
}

public class DescribeAddonConfigurationResponse : AmazonWebServiceResponse
{
    public string? AddonName { get; set; }
    public string? AddonVersion { get; set; }
    public string? ConfigurationSchema { get; set; }
    public List<AddonPodIdentityConfiguration>? PodIdentityConfiguration { get; set; }
}
