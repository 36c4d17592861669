namespace Amazon.IdentityManagement.Model;

/// <summary>A managed policy with its versions. For AWS managed policies only the default version is told.</summary>
public class ManagedPolicyDetail
{
    public string? PolicyName { get; set; }
    public string? PolicyId { get; set; }
    public string? Arn { get; set; }
    public string? Path { get; set; }
    public string? DefaultVersionId { get; set; }
    public int? AttachmentCount { get; set; }
    public int? PermissionsBoundaryUsageCount { get; set; }
    public bool? IsAttachable { get; set; }
    public string? Description { get; set; }
    public DateTime? CreateDate { get; set; }
    public DateTime? UpdateDate { get; set; }
    public List<PolicyVersion>? PolicyVersionList { get; set; }
}

/// <summary>A version of a managed policy; the document is percent-encoded JSON.</summary>
public class PolicyVersion
{
    public string? Document { get; set; }
    public string? VersionId { get; set; }
    public bool? IsDefaultVersion { get; set; }
    public DateTime? CreateDate { get; set; }
}
