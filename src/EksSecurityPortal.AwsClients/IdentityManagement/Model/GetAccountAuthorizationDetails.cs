using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.IdentityManagement.Model;

public class GetAccountAuthorizationDetailsRequest : AmazonIdentityManagementServiceRequest
{
    public List<string>? Filter { get; set; }
    public int? MaxItems { get; set; }
    public string? Marker { get; set; }
}

public class GetAccountAuthorizationDetailsResponse : AmazonWebServiceResponse
{
    public List<UserDetail>? UserDetailList { get; set; }
    public List<GroupDetail>? GroupDetailList { get; set; }
    public List<RoleDetail>? RoleDetailList { get; set; }
    public List<ManagedPolicyDetail>? Policies { get; set; }
    public bool? IsTruncated { get; set; }
    public string? Marker { get; set; }
}

public interface IGetAccountAuthorizationDetailsPaginator
{
    IPaginatedEnumerable<GetAccountAuthorizationDetailsResponse> Responses { get; }
}

internal sealed class GetAccountAuthorizationDetailsPaginator(IAmazonIdentityManagementService client, GetAccountAuthorizationDetailsRequest request) : IGetAccountAuthorizationDetailsPaginator
{
    private readonly Paginator<GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse> _pages =
        new(request, client.GetAccountAuthorizationDetailsAsync, (r, token) => r.Marker = token, r => r.Marker);

    public IPaginatedEnumerable<GetAccountAuthorizationDetailsResponse> Responses => _pages.Responses;
}
