using System.Text.Json;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Permissions;

/// <summary>A role that nodes run with.</summary>
/// <param name="Role">Null when IAM's answer did not hold it.</param>
/// <param name="Sources">Where it is named, ordered: <c>node group general</c>, <c>instance profile …</c>.</param>
public sealed record NodeRole(string Arn, IamRole? Role, IReadOnlyList<string> Sources);

/// <summary>Finds the roles of a cluster's nodes: of node groups, of instance profiles on live instances, of Auto Mode, and of node classes.</summary>
public static class NodeRoles
{
    /// <summary>Ordered by ARN. An instance profile that no read role holds is listed by its own ARN, with no role.</summary>
    public static IReadOnlyList<NodeRole> Of(ClusterSnapshot snapshot)
    {
        var roles = snapshot.Identity.Roles.Facts ?? [];
        var byArn = roles.GroupBy(role => role.Arn, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var byName = roles.GroupBy(role => role.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Arn, StringComparer.Ordinal);
        var byProfile = roles.SelectMany(role => role.InstanceProfileArns.Select(profile => (profile, role.Arn))).GroupBy(item => item.profile, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Arn, StringComparer.Ordinal);
        return [.. Named(snapshot, byName, byProfile)
            .GroupBy(item => item.Arn, StringComparer.Ordinal)
            .Select(group => new NodeRole(group.Key, byArn.GetValueOrDefault(group.Key), [.. group.Select(item => item.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
            .OrderBy(role => role.Arn, StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Arn, string Source)> Named(ClusterSnapshot snapshot, Dictionary<string, string> byName, Dictionary<string, string> byProfile)
    {
        foreach (var group in snapshot.Eks.NodeGroups.Facts ?? [])
        {
            if (group.NodeRoleArn is { } arn)
            {
                yield return (arn, $"node group {group.Name}");
            }
        }

        if (snapshot.Eks.ControlPlane.Facts is { AutoModeEnabled: true, AutoModeNodeRoleArn: { } auto })
        {
            yield return (auto, "Auto Mode");
        }

        foreach (var profile in (snapshot.Compute.Instances.Facts ?? []).Select(instance => instance.InstanceProfileArn).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            yield return (byProfile.GetValueOrDefault(profile) ?? profile, $"instance profile {profile[(profile.LastIndexOf('/') + 1)..]}");
        }

        foreach (var nodeClass in snapshot.Kubernetes.NodeProvisioning.Facts?.NodeClasses ?? [])
        {
            // a class names a role by its name, or by its ARN
            if (SpecReader.Find(nodeClass.SpecJson, "role") is { ValueKind: JsonValueKind.String } role && role.GetString() is { Length: > 0 } name)
            {
                var arn = name.StartsWith("arn:", StringComparison.Ordinal) ? name : byName.GetValueOrDefault(name) ?? $"arn:{snapshot.Cluster.Partition}:iam::{snapshot.Cluster.AccountId}:role/{name}";
                yield return (arn, $"{nodeClass.Kind} {nodeClass.Name}");
            }
        }
    }
}
