using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Networking;

/// <summary>Which subnets a cluster uses, and for what.</summary>
public static class NodeSubnets
{
    /// <summary>Parts that name subnets; without one of them some may be unseen.</summary>
    internal static readonly IReadOnlyList<SnapshotPart> Sources = [SnapshotPart.NodeGroups, SnapshotPart.FargateProfiles, SnapshotPart.Instances, SnapshotPart.AutoScalingGroups];

    /// <summary>Subnet id to the pools whose nodes or pods stand in it, now or by their settings. Hybrid nodes have none. Keys of pools are ordered.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByPool(ClusterSnapshot snapshot) => NodePools.Of(snapshot)
        .SelectMany(pool => pool.SubnetIds.Select(id => (Id: id, Pool: pool.Key)))
        .GroupBy(item => item.Id, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(item => item.Pool).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], StringComparer.Ordinal);
}
