namespace Amazon.EKS.Model;

/// <summary>A managed node group.</summary>
public class Nodegroup
{
    public string? NodegroupName { get; set; }
    public string? NodegroupArn { get; set; }
    public string? ClusterName { get; set; }
    public string? Version { get; set; }
    public string? ReleaseVersion { get; set; }
    public DateTime? CreatedAt { get; set; }
    public DateTime? ModifiedAt { get; set; }
    public NodegroupStatus? Status { get; set; }
    public CapacityTypes? CapacityType { get; set; }
    public NodegroupScalingConfig? ScalingConfig { get; set; }
    public List<string>? InstanceTypes { get; set; }
    public List<string>? Subnets { get; set; }
    public RemoteAccessConfig? RemoteAccess { get; set; }
    public AMITypes? AmiType { get; set; }
    public string? NodeRole { get; set; }
    public Dictionary<string, string>? Labels { get; set; }
    public List<Taint>? Taints { get; set; }
    public NodegroupResources? Resources { get; set; }
    public int? DiskSize { get; set; }
    public NodegroupHealth? Health { get; set; }
    public NodegroupUpdateConfig? UpdateConfig { get; set; }
    public NodeRepairConfig? NodeRepairConfig { get; set; }
    public LaunchTemplateSpecification? LaunchTemplate { get; set; }
    public Dictionary<string, string>? Tags { get; set; }
    public WarmPoolConfig? WarmPoolConfig { get; set; }
}

/// <summary>Bounds and present target of the number of nodes.</summary>
public class NodegroupScalingConfig
{
    public int? MinSize { get; set; }
    public int? MaxSize { get; set; }
    public int? DesiredSize { get; set; }
}

/// <summary>SSH access to nodes. A key without source security groups opens port 22 to the world.</summary>
public class RemoteAccessConfig
{
    public string? Ec2SshKey { get; set; }
    public List<string>? SourceSecurityGroups { get; set; }
}

/// <summary>A Kubernetes taint, with EKS's own spelling of the effect.</summary>
public class Taint
{
    public string? Key { get; set; }
    public string? Value { get; set; }
    public TaintEffect? Effect { get; set; }
}

/// <summary>The Auto Scaling groups behind a node group.</summary>
public class NodegroupResources
{
    public List<AutoScalingGroup>? AutoScalingGroups { get; set; }
    public string? RemoteAccessSecurityGroup { get; set; }
}

public class AutoScalingGroup
{
    public string? Name { get; set; }
}

/// <summary>Problems that EKS sees in a node group; empty when it sees none.</summary>
public class NodegroupHealth
{
    public List<Issue>? Issues { get; set; }
}

public class Issue
{
    public NodegroupIssueCode? Code { get; set; }
    public string? Message { get; set; }
    public List<string>? ResourceIds { get; set; }
}

/// <summary>How many nodes an update may take out of service at once: a count or a percentage.</summary>
public class NodegroupUpdateConfig
{
    public int? MaxUnavailable { get; set; }
    public int? MaxUnavailablePercentage { get; set; }
    public NodegroupUpdateStrategies? UpdateStrategy { get; set; }
}

/// <summary>Automatic repair of nodes that report problems, and its limits.</summary>
public class NodeRepairConfig
{
    public bool? Enabled { get; set; }
    public int? MaxUnhealthyNodeThresholdCount { get; set; }
    public int? MaxUnhealthyNodeThresholdPercentage { get; set; }
    public int? MaxParallelNodesRepairedCount { get; set; }
    public int? MaxParallelNodesRepairedPercentage { get; set; }
    public List<NodeRepairConfigOverrides>? NodeRepairConfigOverrides { get; set; }
}

public class NodeRepairConfigOverrides
{
    public string? NodeMonitoringCondition { get; set; }
    public string? NodeUnhealthyReason { get; set; }
    public int? MinRepairWaitTimeMins { get; set; }
    public RepairAction? RepairAction { get; set; }
}

/// <summary>The launch template, and its version, that nodes start from.</summary>
public class LaunchTemplateSpecification
{
    public string? Name { get; set; }
    public string? Version { get; set; }
    public string? Id { get; set; }
}

/// <summary>Instances that are kept prepared outside the cluster.</summary>
public class WarmPoolConfig
{
    public bool? Enabled { get; set; }
    public int? MinSize { get; set; }
    public int? MaxGroupPreparedCapacity { get; set; }
    public WarmPoolState? PoolState { get; set; }
    public bool? ReuseOnScaleIn { get; set; }
}
