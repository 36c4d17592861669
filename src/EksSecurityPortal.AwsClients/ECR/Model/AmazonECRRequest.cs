using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>Base of the requests to Amazon ECR.</summary>
public class AmazonECRRequest : AmazonWebServiceRequest;
