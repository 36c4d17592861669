using System.Runtime.CompilerServices;

namespace EksSecurityPortal.Core.Inventory;

/// <summary>
/// Derives the node pools of a snapshot from whatever of it was read: node groups, Auto Scaling groups, instances, nodes, Fargate profiles and
/// Karpenter objects. Pure and linear in them. A pool has the same key whichever of the parts were readable, as long as instances were.
/// </summary>
public static class NodePools
{
    /// <summary>Name of the one pool of hybrid nodes.</summary>
    public const string HybridName = "hybrid-nodes";

    /// <summary>Name of the pool of EC2 instances that no group owns.</summary>
    public const string StandaloneName = "standalone-instances";

    /// <summary>Name of the pool of nodes that cannot be placed.</summary>
    public const string UnplacedName = "unplaced-nodes";

    /// <summary>Name of the pool of Fargate nodes whose profile was not read.</summary>
    public const string UnknownProfileName = "unknown-profile";

    // the same immutable snapshot is asked by many checks and pages
    private static readonly ConditionalWeakTable<ClusterSnapshot, IReadOnlyList<NodePool>> Derived = [];

    /// <summary>Ordered by kind, then name. Empty when there are none, and also when nothing that tells of nodes was read: look at the parts.</summary>
    public static IReadOnlyList<NodePool> Of(ClusterSnapshot snapshot) => Derived.GetValue(snapshot, Derive);

    private static IReadOnlyList<NodePool> Derive(ClusterSnapshot snapshot)
    {
        var placement = new NodePlacement(snapshot);
        var members = placement.Members().GroupBy(placement.PoolOf).ToDictionary(group => group.Key, group => (IReadOnlyList<NodePoolMember>)[.. group.OrderBy(member => member.Name, StringComparer.Ordinal)]);
        var keys = members.Keys.Concat(Declared(snapshot, placement)).Distinct().OrderBy(key => key.Kind).ThenBy(key => key.Name, StringComparer.Ordinal);
        var assembly = new NodePoolAssembly(snapshot);
        return [.. keys.Select(key => assembly.Assemble(key, members.GetValueOrDefault(key) ?? []))];
    }

    /// <summary>Pools that exist by declaration, with nodes or without.</summary>
    private static IEnumerable<NodePoolKey> Declared(ClusterSnapshot snapshot, NodePlacement placement)
    {
        foreach (var group in snapshot.Eks.NodeGroups.Facts ?? [])
        {
            yield return new(NodePoolKind.Managed, group.Name);
        }

        foreach (var profile in snapshot.Eks.FargateProfiles.Facts ?? [])
        {
            yield return new(NodePoolKind.Fargate, profile.Name);
        }

        foreach (var group in snapshot.Compute.AutoScalingGroups.Facts ?? [])
        {
            yield return placement.PoolOfGroup(group);
        }

        foreach (var pool in snapshot.Kubernetes.NodeProvisioning.Facts?.NodePools ?? [])
        {
            yield return new(NodeClassReference.Of(pool)?.IsAutoMode == true ? NodePoolKind.AutoMode : NodePoolKind.Karpenter, pool.Name);
        }

        if (snapshot.Eks.ControlPlane.Facts is { AutoModeEnabled: true } cluster)
        {
            foreach (var name in cluster.AutoModeNodePools)
            {
                yield return new(NodePoolKind.AutoMode, name);
            }
        }
    }
}

/// <summary>Identity of a pool within its cluster.</summary>
internal sealed record NodePoolKey(NodePoolKind Kind, string Name);
