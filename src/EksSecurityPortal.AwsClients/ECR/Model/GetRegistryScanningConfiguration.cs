using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class GetRegistryScanningConfigurationRequest : AmazonECRRequest;

public class GetRegistryScanningConfigurationResponse : AmazonWebServiceResponse
{
    public string? RegistryId { get; set; }
    public RegistryScanningConfiguration? ScanningConfiguration { get; set; }
}
