using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS.Model;

public class ListCertificateAuthoritiesRequest : AmazonEKSRequest
{
    public string? ClusterName { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListCertificateAuthoritiesResponse : AmazonWebServiceResponse
{
    public List<CertificateAuthoritySummary>? CertificateAuthorities { get; set; }
    public string? NextToken { get; set; }
}

public interface IListCertificateAuthoritiesPaginator
{
    IPaginatedEnumerable<ListCertificateAuthoritiesResponse> Responses { get; }

    IPaginatedEnumerable<CertificateAuthoritySummary> CertificateAuthorities { get; }
}

internal sealed class ListCertificateAuthoritiesPaginator(IAmazonEKS client, ListCertificateAuthoritiesRequest request) : IListCertificateAuthoritiesPaginator
{
    private readonly Paginator<ListCertificateAuthoritiesRequest, ListCertificateAuthoritiesResponse> _pages =
        new(request, client.ListCertificateAuthoritiesAsync, (r, token) => r.NextToken = token, r => r.NextToken);

    public IPaginatedEnumerable<ListCertificateAuthoritiesResponse> Responses => _pages.Responses;

    public IPaginatedEnumerable<CertificateAuthoritySummary> CertificateAuthorities => _pages.Items(r => r.CertificateAuthorities);
}
