namespace Amazon.EKS.Model;

/// <summary>What an IAM principal is in Kubernetes: a user name and groups.</summary>
public class AccessEntry
{
    public string? ClusterName { get; set; }
    public string? PrincipalArn { get; set; }
    public List<string>? KubernetesGroups { get; set; }
    public string? AccessEntryArn { get; set; }
    public DateTime? CreatedAt { get; set; }
    public DateTime? ModifiedAt { get; set; }
    public Dictionary<string, string>? Tags { get; set; }
    public string? Username { get; set; }
    public string? Type { get; set; }
}

/// <summary>An access policy on an access entry, with its scope.</summary>
public class AssociatedAccessPolicy
{
    public string? PolicyArn { get; set; }
    public AccessScope? AccessScope { get; set; }
    public DateTime? AssociatedAt { get; set; }
    public DateTime? ModifiedAt { get; set; }
}

/// <summary>The whole cluster, or named namespaces; names may end in an asterisk.</summary>
public class AccessScope
{
    public AccessScopeType? Type { get; set; }
    public List<string>? Namespaces { get; set; }
}

/// <summary>A set of Kubernetes permissions that AWS maintains.</summary>
public class AccessPolicy
{
    public string? Name { get; set; }
    public string? Arn { get; set; }
}
