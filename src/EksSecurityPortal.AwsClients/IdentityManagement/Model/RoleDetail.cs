namespace Amazon.IdentityManagement.Model;

/// <summary>A role with its trust policy, policies and instance profiles.</summary>
public class RoleDetail
{
    public string? Path { get; set; }
    public string? RoleName { get; set; }
    public string? RoleId { get; set; }
    public string? Arn { get; set; }
    public DateTime? CreateDate { get; set; }
    public string? AssumeRolePolicyDocument { get; set; }
    public List<InstanceProfile>? InstanceProfileList { get; set; }
    public List<PolicyDetail>? RolePolicyList { get; set; }
    public List<AttachedPolicyType>? AttachedManagedPolicies { get; set; }
    public AttachedPermissionsBoundary? PermissionsBoundary { get; set; }
    public List<Tag>? Tags { get; set; }
    public RoleLastUsed? RoleLastUsed { get; set; }
}

/// <summary>What hands a role to EC2 instances.</summary>
public class InstanceProfile
{
    public string? Path { get; set; }
    public string? InstanceProfileName { get; set; }
    public string? InstanceProfileId { get; set; }
    public string? Arn { get; set; }
    public DateTime? CreateDate { get; set; }
    public List<Role>? Roles { get; set; }
    public List<Tag>? Tags { get; set; }
}

/// <summary>A role with its trust policy; the document is percent-encoded JSON.</summary>
public class Role
{
    public string? Path { get; set; }
    public string? RoleName { get; set; }
    public string? RoleId { get; set; }
    public string? Arn { get; set; }
    public DateTime? CreateDate { get; set; }
    public string? AssumeRolePolicyDocument { get; set; }
    public string? Description { get; set; }
    public int? MaxSessionDuration { get; set; }
    public AttachedPermissionsBoundary? PermissionsBoundary { get; set; }
    public List<Tag>? Tags { get; set; }
    public RoleLastUsed? RoleLastUsed { get; set; }
}

/// <summary>
/// When and where a role was last used, within the 400 days that AWS keeps. Without a date: not used, or not told by the operation.
/// </summary>
public class RoleLastUsed
{
    public DateTime? LastUsedDate { get; set; }
    public string? Region { get; set; }
}
