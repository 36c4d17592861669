using Amazon.Runtime;

namespace Amazon.EKS.Model;

/// <summary>Base of the requests to Amazon EKS.</summary>
public class AmazonEKSRequest : AmazonWebServiceRequest;
