namespace Amazon.AutoScaling.Model;

/// <summary>An instance of a group, in the group's view.</summary>
public class Instance
{
    public string? InstanceId { get; set; }
    public string? InstanceType { get; set; }
    public string? AvailabilityZone { get; set; }
    public string? AvailabilityZoneId { get; set; }
    public LifecycleState? LifecycleState { get; set; }
    public string? HealthStatus { get; set; }
    public string? LaunchConfigurationName { get; set; }
    public LaunchTemplateSpecification? LaunchTemplate { get; set; }
    public string? ImageId { get; set; }
    public bool? ProtectedFromScaleIn { get; set; }
    public string? WeightedCapacity { get; set; }
}

/// <summary>A process of the group that is switched off, such as Launch or AZRebalance.</summary>
public class SuspendedProcess
{
    public string? ProcessName { get; set; }
    public string? SuspensionReason { get; set; }
}

public class EnabledMetric
{
    public string? Metric { get; set; }
    public string? Granularity { get; set; }
}

/// <summary>A tag of a group, and whether its instances get it.</summary>
public class TagDescription
{
    public string? ResourceId { get; set; }
    public string? ResourceType { get; set; }
    public string? Key { get; set; }
    public string? Value { get; set; }
    public bool? PropagateAtLaunch { get; set; }
}

/// <summary>Instances that are kept prepared outside the group.</summary>
public class WarmPoolConfiguration
{
    public int? MaxGroupPreparedCapacity { get; set; }
    public int? MinSize { get; set; }
    public WarmPoolState? PoolState { get; set; }
    public WarmPoolStatus? Status { get; set; }
    public InstanceReusePolicy? InstanceReusePolicy { get; set; }
}

public class InstanceReusePolicy
{
    public bool? ReuseOnScaleIn { get; set; }
}

/// <summary>A load balancer or target group that the group's instances are registered with.</summary>
public class TrafficSourceIdentifier
{
    public string? Identifier { get; set; }
    public string? Type { get; set; }
}

/// <summary>How far the number of healthy instances may fall and rise while instances are replaced.</summary>
public class InstanceMaintenancePolicy
{
    public int? MinHealthyPercentage { get; set; }
    public int? MaxHealthyPercentage { get; set; }
}

public class AvailabilityZoneDistribution
{
    public CapacityDistributionStrategy? CapacityDistributionStrategy { get; set; }
}

public class AvailabilityZoneImpairmentPolicy
{
    public bool? ZonalShiftEnabled { get; set; }
    public ImpairedZoneHealthCheckBehavior? ImpairedZoneHealthCheckBehavior { get; set; }
}

public class CapacityReservationSpecification
{
    public CapacityReservationPreference? CapacityReservationPreference { get; set; }
    public CapacityReservationTarget? CapacityReservationTarget { get; set; }
}

public class CapacityReservationTarget
{
    public List<string>? CapacityReservationIds { get; set; }
    public List<string>? CapacityReservationResourceGroupArns { get; set; }
}

public class InstanceLifecyclePolicy
{
    public RetentionTriggers? RetentionTriggers { get; set; }
}

public class RetentionTriggers
{
    public RetentionAction? TerminateHookAbandon { get; set; }
}
