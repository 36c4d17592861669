using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Networking;

/// <summary>A security group of the cluster and what it is attached to.</summary>
/// <param name="Group">Null when the group was not read.</param>
/// <param name="IsOnControlPlane">On the control plane's interfaces.</param>
/// <param name="Pools">Pools with an interface that has the group; ordered by key.</param>
/// <param name="Interfaces">Instances and interfaces that have it, ordered.</param>
public sealed record AttachedSecurityGroup(string Id, SecurityGroup? Group, bool IsOnControlPlane, IReadOnlyList<NodePool> Pools, IReadOnlyList<string> Interfaces);

/// <summary>Security groups that are in fact attached: to nodes, to pods with their own interface, to the control plane. Groups that only exist do not count.</summary>
public static class AttachedSecurityGroups
{
    /// <summary>Ordered by id.</summary>
    public static IReadOnlyList<AttachedSecurityGroup> Of(ClusterSnapshot snapshot)
    {
        var groups = (snapshot.Network.SecurityGroups.Facts ?? []).GroupBy(group => group.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var cluster = snapshot.Eks.ControlPlane.Facts;
        var controlPlane = new HashSet<string>([.. cluster?.SecurityGroupIds ?? [], .. cluster?.ClusterSecurityGroupId is { } own ? [own] : Array.Empty<string>()], StringComparer.Ordinal);
        var uses = Uses(snapshot).GroupBy(use => use.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        return
        [
            .. controlPlane.Union(uses.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => new AttachedSecurityGroup(
                id, groups.GetValueOrDefault(id), controlPlane.Contains(id),
                [.. (uses.GetValueOrDefault(id) ?? []).Select(use => use.Pool).DistinctBy(pool => pool.Key).OrderBy(pool => pool.Key, StringComparer.Ordinal)],
                [.. (uses.GetValueOrDefault(id) ?? []).Select(use => use.Interface).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])),
        ];
    }

    private static IEnumerable<(string Id, NodePool Pool, string Interface)> Uses(ClusterSnapshot snapshot)
    {
        var interfaces = (snapshot.Network.NetworkInterfaces.Facts ?? []).Where(item => item.InstanceId is not null).ToLookup(item => item.InstanceId!, StringComparer.Ordinal); // filtered just before
        foreach (var pool in NodePools.Of(snapshot))
        {
            foreach (var instance in pool.Instances)
            {
                foreach (var id in instance.SecurityGroupIds)
                {
                    yield return (id, pool, instance.Id);
                }

                foreach (var (id, name) in interfaces[instance.Id].SelectMany(item => item.SecurityGroupIds.Select(id => (id, item.Id))))
                {
                    yield return (id, pool, name);
                }
            }
        }
    }
}
