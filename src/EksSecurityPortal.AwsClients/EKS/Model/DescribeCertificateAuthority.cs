using Amazon.Runtime;

namespace Amazon.EKS.Model;

public class DescribeCertificateAuthorityRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public string? CertificateAuthorityId { get; set; }
}

public class DescribeCertificateAuthorityResponse : AmazonWebServiceResponse
{
    public CertificateAuthority? CertificateAuthority { get; set; }
}
