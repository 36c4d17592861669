namespace Amazon.AutoScaling.Model;

/// <summary>Several instance types, and the shares of On-Demand and Spot.</summary>
public class MixedInstancesPolicy
{
    public LaunchTemplate? LaunchTemplate { get; set; }
    public InstancesDistribution? InstancesDistribution { get; set; }
}

/// <summary>A launch template and what is overridden in it by instance type.</summary>
public class LaunchTemplate
{
    public LaunchTemplateSpecification? LaunchTemplateSpecification { get; set; }
    public List<LaunchTemplateOverrides>? Overrides { get; set; }
}

/// <summary>What differs from the launch template for one instance type or set of requirements.</summary>
public class LaunchTemplateOverrides
{
    public string? InstanceType { get; set; }
    public string? WeightedCapacity { get; set; }
    public LaunchTemplateSpecification? LaunchTemplateSpecification { get; set; }
    public InstanceRequirements? InstanceRequirements { get; set; }
    public string? ImageId { get; set; }
}

/// <summary>The launch template, and its version, that instances start from; the version may be "$Latest" or "$Default".</summary>
public class LaunchTemplateSpecification
{
    public string? LaunchTemplateId { get; set; }
    public string? LaunchTemplateName { get; set; }
    public string? Version { get; set; }
}

/// <summary>Shares of On-Demand and Spot, and how types are chosen.</summary>
public class InstancesDistribution
{
    public string? OnDemandAllocationStrategy { get; set; }
    public int? OnDemandBaseCapacity { get; set; }
    public int? OnDemandPercentageAboveBaseCapacity { get; set; }
    public string? SpotAllocationStrategy { get; set; }
    public int? SpotInstancePools { get; set; }
    public string? SpotMaxPrice { get; set; }
}
