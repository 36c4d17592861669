namespace Amazon.EKS.Model;

/// <summary>A Kubernetes version that EKS offers, and when its support ends.</summary>
public class ClusterVersionInformation
{
    public string? ClusterVersion { get; set; }
    public string? ClusterType { get; set; }
    public string? DefaultPlatformVersion { get; set; }
    public bool? DefaultVersion { get; set; }
    public DateTime? ReleaseDate { get; set; }
    public DateTime? EndOfStandardSupportDate { get; set; }
    public DateTime? EndOfExtendedSupportDate { get; set; }
    public ClusterVersionStatus? Status { get; set; }
    public VersionStatus? VersionStatus { get; set; }
    public string? KubernetesPatchVersion { get; set; }
    public List<ControlPlaneScalingTierInfo>? ControlPlaneScalingTiers { get; set; }
    public ControlPlaneConfigInfo? ControlPlaneComponentConfig { get; set; }
}

/// <summary>What a tier of provisioned control-plane capacity gives.</summary>
public class ControlPlaneScalingTierInfo
{
    public string? TierName { get; set; }
    public int? ApiRequestConcurrency { get; set; }
    public int? PodSchedulingRatePerSecond { get; set; }
    public int? ClusterDatabaseSizeGb { get; set; }
    public ControlPlaneConfigInfo? ControlPlaneComponentConfigOverrides { get; set; }
}

public class ControlPlaneConfigInfo
{
    public KubeApiServerVersionConfig? KubeApiServerConfig { get; set; }
    public KubeSchedulerVersionConfig? KubeSchedulerConfig { get; set; }
    public KubeControllerManagerVersionConfig? KubeControllerManagerConfig { get; set; }
}

public class KubeApiServerVersionConfig
{
    public DurationParameterConfig? EventTtl { get; set; }
    public PortRangeParameterConfig? ServiceNodePortRange { get; set; }
}

public class DurationParameterConfig
{
    public string? DefaultValue { get; set; }
    public DurationConstraints? Constraints { get; set; }
}

public class DurationConstraints
{
    public string? Min { get; set; }
    public string? Max { get; set; }
}

public class PortRangeParameterConfig
{
    public ServiceNodePortRange? DefaultValue { get; set; }
    public PortRangeConstraints? Constraints { get; set; }
}

public class PortRangeConstraints
{
    public IntegerRangeConstraint? MinPort { get; set; }
    public IntegerRangeConstraint? MaxPort { get; set; }
}

public class IntegerRangeConstraint
{
    public int? Min { get; set; }
    public int? Max { get; set; }
}

public class KubeSchedulerVersionConfig
{
    public NodeResourcesFitVersionConfig? NodeResourcesFit { get; set; }
}

public class NodeResourcesFitVersionConfig
{
    public ScoringStrategyConfig? ScoringStrategy { get; set; }
}

public class ScoringStrategyConfig
{
    public ScoringStrategy? DefaultValue { get; set; }
    public ScoringStrategyConstraints? Constraints { get; set; }
}

public class ScoringStrategyConstraints
{
    public AllowedValuesConstraint? ScoringStrategy { get; set; }
    public ResourceConstraints? Resources { get; set; }
}

public class AllowedValuesConstraint
{
    public List<string>? AllowedValues { get; set; }
}

public class ResourceConstraints
{
    public AllowedValuesConstraint? Name { get; set; }
    public IntegerRangeConstraint? Weight { get; set; }
}

public class KubeControllerManagerVersionConfig
{
    public PodGcControllerVersionConfig? PodGcControllerConfig { get; set; }
    public HorizontalPodAutoscalerControllerVersionConfig? HorizontalPodAutoscalerControllerConfig { get; set; }
}

public class PodGcControllerVersionConfig
{
    public IntegerParameterConfig? TerminatedPodGcThreshold { get; set; }
}

public class IntegerParameterConfig
{
    public int? DefaultValue { get; set; }
    public IntegerConstraints? Constraints { get; set; }
}

public class IntegerConstraints
{
    public int? Min { get; set; }
    public int? Max { get; set; }
}

public class HorizontalPodAutoscalerControllerVersionConfig
{
    public DurationParameterConfig? HorizontalPodAutoscalerSyncPeriod { get; set; }
}
