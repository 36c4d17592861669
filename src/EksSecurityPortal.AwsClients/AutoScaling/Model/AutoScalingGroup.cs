namespace Amazon.AutoScaling.Model;

/// <summary>An Auto Scaling group.</summary>
public class AutoScalingGroup
{
    public string? AutoScalingGroupName { get; set; }
    public string? AutoScalingGroupARN { get; set; }
    public string? LaunchConfigurationName { get; set; }
    public LaunchTemplateSpecification? LaunchTemplate { get; set; }
    public MixedInstancesPolicy? MixedInstancesPolicy { get; set; }
    public int? MinSize { get; set; }
    public int? MaxSize { get; set; }
    public int? DesiredCapacity { get; set; }
    public int? PredictedCapacity { get; set; }
    public int? DefaultCooldown { get; set; }
    public List<string>? AvailabilityZones { get; set; }
    public List<string>? AvailabilityZoneIds { get; set; }
    public List<string>? LoadBalancerNames { get; set; }
    public List<string>? TargetGroupARNs { get; set; }
    public string? HealthCheckType { get; set; }
    public int? HealthCheckGracePeriod { get; set; }
    public List<Instance>? Instances { get; set; }
    public DateTime? CreatedTime { get; set; }
    public List<SuspendedProcess>? SuspendedProcesses { get; set; }
    public string? PlacementGroup { get; set; }
    public string? VPCZoneIdentifier { get; set; }
    public List<EnabledMetric>? EnabledMetrics { get; set; }
    public string? Status { get; set; }
    public List<TagDescription>? Tags { get; set; }
    public List<string>? TerminationPolicies { get; set; }
    public bool? NewInstancesProtectedFromScaleIn { get; set; }
    public string? ServiceLinkedRoleARN { get; set; }
    public int? MaxInstanceLifetime { get; set; }
    public bool? CapacityRebalance { get; set; }
    public WarmPoolConfiguration? WarmPoolConfiguration { get; set; }
    public int? WarmPoolSize { get; set; }
    public string? Context { get; set; }
    public string? DesiredCapacityType { get; set; }
    public int? DefaultInstanceWarmup { get; set; }
    public List<TrafficSourceIdentifier>? TrafficSources { get; set; }
    public InstanceMaintenancePolicy? InstanceMaintenancePolicy { get; set; }
    public DeletionProtection? DeletionProtection { get; set; }
    public AvailabilityZoneDistribution? AvailabilityZoneDistribution { get; set; }
    public AvailabilityZoneImpairmentPolicy? AvailabilityZoneImpairmentPolicy { get; set; }
    public CapacityReservationSpecification? CapacityReservationSpecification { get; set; }
    public InstanceLifecyclePolicy? InstanceLifecyclePolicy { get; set; }
}

/// <summary>A tag name or value that groups must have.</summary>
public class Filter
{
    public string? Name { get; set; }
    public List<string>? Values { get; set; }
}
