namespace EksSecurityPortal.Sandbox.Model;

// The records of this file are spelled like the EKS wire shapes and are serialised as they stand (camelCase, epoch seconds).

public sealed record ScalingConfig(int MinSize, int MaxSize, int DesiredSize);

public sealed record NodegroupTaint(string Key, string? Value, string Effect);

public sealed record NodegroupUpdateConfig(int? MaxUnavailable, int? MaxUnavailablePercentage = null, string? UpdateStrategy = null);

public sealed record RemoteAccess(string Ec2SshKey, IReadOnlyList<string>? SourceSecurityGroups = null);

public sealed record LaunchTemplateReference(string Name, string Version, string Id);

public sealed record AutoScalingGroupName(string Name);

public sealed record NodegroupResources(IReadOnlyList<AutoScalingGroupName> AutoScalingGroups, string? RemoteAccessSecurityGroup = null);

public sealed record NodeRepair(bool Enabled);

/// <summary>Health with its issues; the wire member is <c>issues</c> and is present even when empty.</summary>
public sealed record ResourceHealth(IReadOnlyList<HealthIssue> Issues)
{
    public static readonly ResourceHealth Good = new([]);
}

public sealed record Nodegroup
{
    public required string NodegroupName { get; init; }

    public required string NodegroupArn { get; init; }

    public required string ClusterName { get; init; }

    public required string Version { get; init; }

    /// <summary>The release of the image, or the AMI id when AmiType is CUSTOM.</summary>
    public required string ReleaseVersion { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public string CapacityType { get; init; } = "ON_DEMAND";

    public required ScalingConfig ScalingConfig { get; init; }

    public IReadOnlyList<string>? InstanceTypes { get; init; }

    public required IReadOnlyList<string> Subnets { get; init; }

    public RemoteAccess? RemoteAccess { get; init; }

    public required string AmiType { get; init; }

    public required string NodeRole { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;

    public IReadOnlyList<NodegroupTaint>? Taints { get; init; }

    public required NodegroupResources Resources { get; init; }

    public int? DiskSize { get; init; }

    public ResourceHealth Health { get; init; } = ResourceHealth.Good;

    public NodegroupUpdateConfig UpdateConfig { get; init; } = new(1);

    public NodeRepair? NodeRepairConfig { get; init; }

    public LaunchTemplateReference? LaunchTemplate { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

public sealed record FargateSelector(string Namespace, IReadOnlyDictionary<string, string>? Labels = null);

public sealed record FargateProfile
{
    public required string FargateProfileName { get; init; }

    public required string FargateProfileArn { get; init; }

    public required string ClusterName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string PodExecutionRoleArn { get; init; }

    public required IReadOnlyList<string> Subnets { get; init; }

    public required IReadOnlyList<FargateSelector> Selectors { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public ResourceHealth Health { get; init; } = ResourceHealth.Good;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

public sealed record Addon
{
    public required string AddonName { get; init; }

    public required string ClusterName { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public required string AddonVersion { get; init; }

    public ResourceHealth Health { get; init; } = ResourceHealth.Good;

    public required string AddonArn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public string? ServiceAccountRoleArn { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public string Publisher { get; init; } = "eks";

    public string Owner { get; init; } = "aws";

    /// <summary>JSON text.</summary>
    public string? ConfigurationValues { get; init; }

    public IReadOnlyList<string>? PodIdentityAssociations { get; init; }
}
