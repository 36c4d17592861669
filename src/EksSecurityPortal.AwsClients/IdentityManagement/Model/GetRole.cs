using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class GetRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }
}

public class GetRoleResponse : AmazonWebServiceResponse
{
    public Role? Role { get; set; }
}
