namespace EksSecurityPortal.Core.Inventory;

/// <summary>Who makes the nodes of a pool; decides whose duty patching and hardening are.</summary>
public enum NodePoolKind
{
    /// <summary>EKS managed node group.</summary>
    Managed,

    /// <summary>Auto Scaling group or single instances that a person runs.</summary>
    SelfManaged,

    /// <summary>NodePool of a self-run Karpenter.</summary>
    Karpenter,

    /// <summary>NodePool of EKS Auto Mode: AWS runs the instances.</summary>
    AutoMode,

    /// <summary>Fargate profile: AWS runs one micro virtual machine per pod.</summary>
    Fargate,

    /// <summary>Machines outside AWS.</summary>
    Hybrid,

    /// <summary>Nodes of which what was read does not say who made them.</summary>
    Unknown,
}

/// <summary>One machine of a pool: the Kubernetes node, the EC2 instance behind it, or both. At least one is set.</summary>
/// <param name="Name">The node's name, or the instance's id when no node was seen.</param>
public sealed record NodePoolMember(string Name, Node? Node, Instance? Instance);

/// <summary>What some members of a pool run.</summary>
/// <param name="ImageId">Null when no instance was read.</param>
/// <param name="AmiType">The node group API's name; null for custom images and when it is not known.</param>
/// <param name="KubernetesVersion">Minor that the image was built for, or that its kubelet runs; null when unknown.</param>
/// <param name="ReleaseVersion">As the image's name or the node group says; null for custom images and when unknown.</param>
/// <param name="ReleasedOn">Day of the release, when the release or the image's creation says it.</param>
/// <param name="OsImage">As the kubelet reports; null when no node was read.</param>
/// <param name="Count">Members; 0 for what a pool without members would start.</param>
public sealed record NodePoolImage(
    string? ImageId, ImageFamily Family, string? AmiType, string? KubernetesVersion, string? ReleaseVersion, DateOnly? ReleasedOn, string? OsImage, int Count);

/// <summary>A value and how many members have it.</summary>
public sealed record NodePoolTally(string Value, int Count);

/// <summary>
/// Nodes that are made, replaced and judged together. Findings name it, never an instance. Lists are ordered; equal facts in another order give
/// an equal pool.
/// </summary>
public sealed record NodePool
{
    public required NodePoolKind Kind { get; init; }

    /// <summary>Node group, Auto Scaling group, Karpenter NodePool, Fargate profile, or a fixed word where the kind has no names.</summary>
    public required string Name { get; init; }

    /// <summary><c>Managed/general</c>.</summary>
    public string Key => $"{Kind}/{Name}";

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<NodePoolMember> Members { get; init; } = [];

    public NodeGroup? NodeGroup { get; init; }

    public AutoScalingGroup? AutoScalingGroup { get; init; }

    public FargateProfile? FargateProfile { get; init; }

    /// <summary>The Karpenter or Auto Mode NodePool object; null when the pool is of another kind or the object was not read.</summary>
    public CustomObject? KarpenterPool { get; init; }

    /// <summary>The EC2NodeClass or NodeClass that it names.</summary>
    public CustomObject? NodeClass { get; init; }

    /// <summary>The launch template version that would make the next node; null when there is none or it was not read.</summary>
    public LaunchTemplateVersion? NextTemplate { get; init; }

    /// <summary>Ordered by count, most first, then image id.</summary>
    public IReadOnlyList<NodePoolImage> Images { get; init; } = [];

    /// <summary>Kubelet versions of the members whose node was read.</summary>
    public IReadOnlyList<NodePoolTally> KubeletVersions { get; init; } = [];

    /// <summary>Subnets of the members and of the pool's own settings, ordered.</summary>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>Parts that would tell more of this pool and were not read: what it says is then incomplete.</summary>
    public IReadOnlyList<SnapshotPart> UnreadParts { get; init; } = [];

    public IEnumerable<Node> Nodes => Members.Where(member => member.Node is not null).Select(member => member.Node!); // filtered just before

    public IEnumerable<Instance> Instances => Members.Where(member => member.Instance is not null).Select(member => member.Instance!); // filtered just before

    /// <summary>True when the machines are AWS's to run: Auto Mode and Fargate.</summary>
    public bool IsOperatedByAws => Kind is NodePoolKind.AutoMode or NodePoolKind.Fargate;

    /// <summary>True when any member reports or is made from Windows.</summary>
    public bool IsWindows =>
        Images.Any(image => image.Family == ImageFamily.Windows) || Nodes.Any(node => node.OperatingSystem == "windows" || node.Labels.GetValueOrDefault("kubernetes.io/os") == "windows");
}
