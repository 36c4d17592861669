namespace EksSecurityPortal.Core.Inventory;

/// <summary>Joins nodes with instances and says which pool each belongs to.</summary>
internal sealed class NodePlacement
{
    private readonly ClusterSnapshot snapshot;
    private readonly bool isAutoMode;
    private readonly Dictionary<string, string> managedByGroup = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, string>> fargateProfiles;

    internal NodePlacement(ClusterSnapshot snapshot)
    {
        this.snapshot = snapshot;
        isAutoMode = snapshot.Eks.ControlPlane.Facts?.AutoModeEnabled == true;
        fargateProfiles = new(FargateProfilesByNode);
        foreach (var group in snapshot.Eks.NodeGroups.Facts ?? [])
        {
            foreach (var name in group.AutoScalingGroupNames)
            {
                managedByGroup[name] = group.Name;
            }
        }
    }

    /// <summary>Every node and every instance once. Instances that are stopping or stopped without a node are no nodes.</summary>
    internal IEnumerable<NodePoolMember> Members()
    {
        var instances = new Dictionary<string, Instance>(StringComparer.Ordinal);
        foreach (var instance in snapshot.Compute.Instances.Facts ?? [])
        {
            instances[instance.Id] = instance;
        }

        foreach (var node in snapshot.Kubernetes.Nodes.Facts ?? [])
        {
            var id = InstanceIdOf(node);
            Instance? instance = null;
            if (id is not null)
            {
                instances.Remove(id, out instance);
            }

            yield return new(node.Name, node, instance);
        }

        foreach (var instance in instances.Values.Where(instance => instance.State is "running" or "pending"))
        {
            yield return new(instance.Id, null, instance);
        }
    }

    internal NodePoolKey PoolOf(NodePoolMember member)
    {
        var labels = member.Node?.Labels;
        var tags = member.Instance?.Tags;
        var compute = Value(labels, "eks.amazonaws.com/compute-type");
        if (compute == "fargate" || (labels is null || compute is null) && member.Node?.Name.StartsWith("fargate-", StringComparison.Ordinal) == true && member.Instance is null)
        {
            return new(NodePoolKind.Fargate, fargateProfiles.Value.GetValueOrDefault(member.Name) ?? NodePools.UnknownProfileName);
        }

        if (compute == "hybrid" || member.Node?.ProviderId?.StartsWith("eks-hybrid:", StringComparison.Ordinal) == true)
        {
            return new(NodePoolKind.Hybrid, NodePools.HybridName);
        }

        if ((Value(labels, "eks.amazonaws.com/nodegroup") ?? Value(tags, "eks:nodegroup-name")) is { } managed)
        {
            return new(NodePoolKind.Managed, managed);
        }

        if ((Value(labels, "karpenter.sh/nodepool") ?? Value(tags, "karpenter.sh/nodepool") ?? Value(tags, "eks:kubernetes-node-pool-name")) is { } pool)
        {
            return new(IsAutoMode(compute, labels, tags) ? NodePoolKind.AutoMode : NodePoolKind.Karpenter, pool);
        }

        return compute == "auto" ? new(NodePoolKind.AutoMode, NodePools.UnplacedName) : PoolOfInstance(member.Instance);
    }

    internal NodePoolKey PoolOfGroup(AutoScalingGroup group) =>
        (Value(group.Tags, "eks:nodegroup-name") ?? managedByGroup.GetValueOrDefault(group.Name)) is { } managed
            ? new(NodePoolKind.Managed, managed) : new(NodePoolKind.SelfManaged, group.Name);

    private NodePoolKey PoolOfInstance(Instance? instance)
    {
        if (instance is null)
        {
            return new(NodePoolKind.Unknown, NodePools.UnplacedName);
        }

        return (instance.AutoScalingGroupName ?? Value(instance.Tags, "aws:autoscaling:groupName")) is not { } group ? new(NodePoolKind.SelfManaged, NodePools.StandaloneName)
            : managedByGroup.TryGetValue(group, out var managed) ? new(NodePoolKind.Managed, managed)
            : new(NodePoolKind.SelfManaged, group);
    }

    // a self-run Karpenter may stand beside Auto Mode: its own class label or tag tells them apart
    private bool IsAutoMode(string? compute, IReadOnlyDictionary<string, string>? labels, IReadOnlyDictionary<string, string>? tags) =>
        compute == "auto"
        || Value(tags, "eks:kubernetes-node-pool-name") is not null
        || (labels is null && isAutoMode && Value(tags, "karpenter.k8s.aws/ec2nodeclass") is null);

    /// <summary><c>aws:///eu-west-1a/i-0abc</c> gives <c>i-0abc</c>; null for other forms.</summary>
    private static string? InstanceIdOf(Node node) =>
        node.ProviderId is { } id && id.StartsWith("aws:///", StringComparison.Ordinal) && id[(id.LastIndexOf('/') + 1)..] is ['i', '-', ..] instance ? instance : null;

    private Dictionary<string, string> FargateProfilesByNode()
    {
        var profiles = new Dictionary<string, string>(StringComparer.Ordinal);
        var groups = (snapshot.Kubernetes.Workloads.Facts ?? []).SelectMany(workload => workload.Pods);
        foreach (var (profile, placements) in groups.Select(group => (Value(group.Template.Labels, "eks.amazonaws.com/fargate-profile"), group.Placements)))
        {
            foreach (var placement in profile is null ? [] : placements)
            {
                profiles[placement.Node] = profile!; // no placements without a profile
            }
        }

        return profiles;
    }

    private static string? Value(IReadOnlyDictionary<string, string>? map, string key) => map?.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;
}
