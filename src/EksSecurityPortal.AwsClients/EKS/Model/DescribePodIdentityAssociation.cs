using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribePodIdentityAssociationRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? AssociationId { get; set; }
}

public class DescribePodIdentityAssociationResponse : AmazonWebServiceResponse
{
    public PodIdentityAssociation? Association { get; set; }
}
