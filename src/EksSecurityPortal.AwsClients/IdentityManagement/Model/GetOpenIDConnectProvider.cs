using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class GetOpenIDConnectProviderRequest : AmazonIdentityManagementServiceRequest
{
    public string? OpenIDConnectProviderArn { get; set; }
}

public class GetOpenIDConnectProviderResponse : AmazonWebServiceResponse
{
    public string? Url { get; set; }
    public List<string>? ClientIDList { get; set; }
    public List<string>? ThumbprintList { get; set; }
    public DateTime? CreateDate { get; set; }
    public List<Tag>? Tags { get; set; }
}
