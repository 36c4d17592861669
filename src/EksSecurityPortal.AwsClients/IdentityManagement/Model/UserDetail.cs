namespace Amazon.IdentityManagement.Model;

/// <summary>A user with its policies and groups.</summary>
public class UserDetail
{
    public string? Path { get; set; }
    public string? UserName { get; set; }
    public string? UserId { get; set; }
    public string? Arn { get; set; }
    public DateTime? CreateDate { get; set; }
    public List<PolicyDetail>? UserPolicyList { get; set; }
    public List<string>? GroupList { get; set; }
    public List<AttachedPolicyType>? AttachedManagedPolicies { get; set; }
    public AttachedPermissionsBoundary? PermissionsBoundary { get; set; }
    public List<Tag>? Tags { get; set; }
}

/// <summary>An inline policy; the document is percent-encoded JSON.</summary>
public class PolicyDetail
{
    public string? PolicyName { get; set; }
    public string? PolicyDocument { get; set; }
}

/// <summary>Name and ARN of a managed policy that is attached to a user, group or role.</summary>
public class AttachedPolicyType
{
    public string? PolicyName { get; set; }
    public string? PolicyArn { get; set; }
}

/// <summary>The managed policy that limits what a principal's policies can grant.</summary>
public class AttachedPermissionsBoundary
{
    public PermissionsBoundaryAttachmentType? PermissionsBoundaryType { get; set; }
    public string? PermissionsBoundaryArn { get; set; }
}

/// <summary>A tag of an IAM entity.</summary>
public class Tag
{
    public string? Key { get; set; }
    public string? Value { get; set; }
}
