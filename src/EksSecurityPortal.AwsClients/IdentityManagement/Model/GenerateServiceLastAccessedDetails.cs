using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class GenerateServiceLastAccessedDetailsRequest : AmazonIdentityManagementServiceRequest
{
    public string? Arn { get; set; }
    public AccessAdvisorUsageGranularityType? Granularity { get; set; }
}

public class GenerateServiceLastAccessedDetailsResponse : AmazonWebServiceResponse
{
    public string? JobId { get; set; }
}
