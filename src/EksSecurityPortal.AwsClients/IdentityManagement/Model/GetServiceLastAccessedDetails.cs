using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class GetServiceLastAccessedDetailsRequest : AmazonIdentityManagementServiceRequest
{
    public string? JobId { get; set; }
    public int? MaxItems { get; set; }
    public string? Marker { get; set; }
}

public class GetServiceLastAccessedDetailsResponse : AmazonWebServiceResponse
{
    public JobStatusType? JobStatus { get; set; }
    public AccessAdvisorUsageGranularityType? JobType { get; set; }
    public DateTime? JobCreationDate { get; set; }
    public List<ServiceLastAccessed>? ServicesLastAccessed { get; set; }
    public DateTime? JobCompletionDate { get; set; }
    public bool? IsTruncated { get; set; }
    public string? Marker { get; set; }
    public ErrorDetails? Error { get; set; }
}
