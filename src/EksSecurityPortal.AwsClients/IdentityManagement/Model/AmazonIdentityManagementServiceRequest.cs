using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>Base of the requests to AWS IAM.</summary>
public class AmazonIdentityManagementServiceRequest : AmazonWebServiceRequest;
