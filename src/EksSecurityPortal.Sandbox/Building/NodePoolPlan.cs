using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

internal enum PoolKind
{
    Managed,
    SelfManaged,
    Karpenter,
    Auto,
    Fargate,
}

/// <summary>A set of alike nodes.</summary>
internal sealed record NodePoolPlan(string Name, PoolKind Kind, ImageFamily Family, string InstanceType, int Nodes)
{
    /// <summary>Minor of the kubelet; the cluster's when null.</summary>
    public string? Minor { get; init; }

    /// <summary>Days that the image is behind the newest.</summary>
    public int LagDays { get; init; }

    /// <summary>Days since the nodes started.</summary>
    public int AgeDays { get; init; } = 4;

    public bool InPublicSubnets { get; init; }

    public InstanceMetadata Metadata { get; init; } = new();

    public bool IsSpot { get; init; }

    public string? KeyName { get; init; }

    public string NodeRole { get; init; } = "";

    public bool HasLaunchTemplate { get; init; }

    /// <summary>How many versions of the launch template came after the one in use.</summary>
    public int TemplateVersionsBehind { get; init; }

    /// <summary>Every third instance still runs the version before the one in use.</summary>
    public bool IsHalfRolledOut { get; init; }

    public IReadOnlyList<string> ExtraSecurityGroups { get; init; } = [];

    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;

    public IReadOnlyList<NodeTaint> Taints { get; init; } = [];

    public NodegroupUpdateConfig UpdateConfig { get; init; } = new(1);

    public bool NodeRepair { get; init; }

    /// <summary>SSH access through the node group's remote access; open to the world when no group is named.</summary>
    public RemoteAccess? RemoteAccess { get; init; }

    public IReadOnlyList<HealthIssue> Issues { get; init; } = [];

    /// <summary>Name of the EC2NodeClass or NodeClass of Karpenter and Auto Mode nodes.</summary>
    public string NodeClass { get; init; } = "default";

    /// <summary>Namespaces of a Fargate profile.</summary>
    public IReadOnlyList<string> FargateNamespaces { get; init; } = [];

    public int UnreadyNodes { get; init; }
}
