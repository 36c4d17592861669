namespace Amazon.EKS.Model;

/// <summary>An add-on that is installed through EKS.</summary>
public class Addon
{
    public string? AddonName { get; set; }
    public string? ClusterName { get; set; }
    public AddonStatus? Status { get; set; }
    public string? AddonVersion { get; set; }
    public AddonHealth? Health { get; set; }
    public string? AddonArn { get; set; }
    public DateTime? CreatedAt { get; set; }
    public DateTime? ModifiedAt { get; set; }
    public string? ServiceAccountRoleArn { get; set; }
    public Dictionary<string, string>? Tags { get; set; }
    public string? Publisher { get; set; }
    public string? Owner { get; set; }
    public MarketplaceInformation? MarketplaceInformation { get; set; }
    public string? ConfigurationValues { get; set; }
    public List<string>? PodIdentityAssociations { get; set; }
    public AddonNamespaceConfigResponse? NamespaceConfig { get; set; }
}

public class AddonHealth
{
    public List<AddonIssue>? Issues { get; set; }
}

public class AddonIssue
{
    public AddonIssueCode? Code { get; set; }
    public string? Message { get; set; }
    public List<string>? ResourceIds { get; set; }
}

/// <summary>Where an add-on of another publisher is sold.</summary>
public class MarketplaceInformation
{
    public string? ProductId { get; set; }
    public string? ProductUrl { get; set; }
}

public class AddonNamespaceConfigResponse
{
    public string? Namespace { get; set; }
}
