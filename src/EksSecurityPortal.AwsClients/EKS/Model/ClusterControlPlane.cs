namespace Amazon.EKS.Model;

/// <summary>Provisioned capacity of the control plane.</summary>
public class ControlPlaneScalingConfig
{
    public ProvisionedControlPlaneTier? Tier { get; set; }
}

public class KubeApiServerConfigResponse
{
    public string? EventTtl { get; set; }
    public ServiceNodePortRange? ServiceNodePortRange { get; set; }
}

public class ServiceNodePortRange
{
    public int? MinPort { get; set; }
    public int? MaxPort { get; set; }
}

public class KubeSchedulerConfigResponse
{
    public NodeResourcesFitConfig? NodeResourcesFit { get; set; }
}

public class NodeResourcesFitConfig
{
    public ScoringStrategy? ScoringStrategy { get; set; }
}

public class ScoringStrategy
{
    public ScoringStrategyType? Type { get; set; }
    public List<ResourceWeight>? Resources { get; set; }
}

public class ResourceWeight
{
    public string? Name { get; set; }
    public int? Weight { get; set; }
}

public class KubeControllerManagerConfigResponse
{
    public PodGcControllerConfigResponse? PodGcControllerConfig { get; set; }
    public HorizontalPodAutoscalerControllerConfigResponse? HorizontalPodAutoscalerControllerConfig { get; set; }
}

public class PodGcControllerConfigResponse
{
    public int? TerminatedPodGcThreshold { get; set; }
}

public class HorizontalPodAutoscalerControllerConfigResponse
{
    public string? HorizontalPodAutoscalerSyncPeriod { get; set; }
}

/// <summary>Placement of a local cluster on AWS Outposts.</summary>
public class OutpostConfigResponse
{
    public List<string>? OutpostArns { get; set; }
    public string? ControlPlaneInstanceType { get; set; }
    public ControlPlanePlacementResponse? ControlPlanePlacement { get; set; }
    public string? EtcdInstanceType { get; set; }
    public EtcdPlacementResponse? EtcdPlacement { get; set; }
}

public class ControlPlanePlacementResponse
{
    public string? GroupName { get; set; }
    public SpreadLevel? SpreadLevel { get; set; }
}

public class EtcdPlacementResponse
{
    public SpreadLevel? SpreadLevel { get; set; }
}
