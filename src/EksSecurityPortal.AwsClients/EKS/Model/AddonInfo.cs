namespace Amazon.EKS.Model;

/// <summary>An add-on that can be installed through EKS.</summary>
public class AddonInfo
{
    public string? AddonName { get; set; }
    public string? Type { get; set; }
    public List<AddonVersionInfo>? AddonVersions { get; set; }
    public string? Publisher { get; set; }
    public string? Owner { get; set; }
    public MarketplaceInformation? MarketplaceInformation { get; set; }
    public string? DefaultNamespace { get; set; }
}

/// <summary>A version of an add-on, and what it can run on.</summary>
public class AddonVersionInfo
{
    public string? AddonVersion { get; set; }
    public List<string>? Architecture { get; set; }
    public List<string>? ComputeTypes { get; set; }
    public List<Compatibility>? Compatibilities { get; set; }
    public bool? RequiresConfiguration { get; set; }
    public bool? RequiresIamPermissions { get; set; }
}

/// <summary>A cluster version that an add-on version goes with.</summary>
public class Compatibility
{
    public string? ClusterVersion { get; set; }
    public List<string>? PlatformVersions { get; set; }
    public bool? DefaultVersion { get; set; }
}

/// <summary>A service account of an add-on and the managed policies that it should have.</summary>
public class AddonPodIdentityConfiguration
{
    public string? ServiceAccount { get; set; }
    public List<string>? RecommendedManagedPolicies { get; set; }
}
