using System.Runtime.InteropServices;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

/// <summary>What a pod's controller reference names; for a pod without one the pod itself.</summary>
internal readonly record struct OwnerKey(string Kind, string Namespace, string Name);

/// <summary>Running pods counted by owner, template and node. Grows with owners, templates and nodes, not with pods.</summary>
internal sealed class PodFold
{
    private readonly Dictionary<OwnerKey, Dictionary<PodTemplate, Counts>> owners = [];

    internal IEnumerable<OwnerKey> Owners => owners.Keys;

    internal void Clear() => owners.Clear();

    internal void Add(OwnerKey owner, PodTemplate template, string? node, bool isReady, bool hasOwner)
    {
        ref var groups = ref CollectionsMarshal.GetValueRefOrAddDefault(owners, owner, out _);
        groups ??= new(ReferenceEqualityComparer.Instance);
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, template, out _);
        counts ??= new() { HasOwner = hasOwner };
        counts.Pods++;
        counts.Ready += isReady ? 1 : 0;
        if (node is not null)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts.Nodes, node, out _)++;
        }
    }

    /// <summary>The groups of several owners that turned out to be one workload, largest first.</summary>
    internal IReadOnlyList<PodGroup> Groups(IEnumerable<OwnerKey> keys)
    {
        var merged = new Dictionary<PodTemplate, Counts>(ReferenceEqualityComparer.Instance);
        foreach (var (template, counts) in keys.SelectMany(key => owners.TryGetValue(key, out var groups) ? groups : []))
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(merged, template, out _);
            sum = sum is null ? counts : sum.Plus(counts);
        }

        return [.. merged.Select(group => group.Value.ToGroup(group.Key)).OrderByDescending(group => group.Count)];
    }

    private sealed class Counts
    {
        internal int Pods { get; set; }

        internal int Ready { get; set; }

        internal bool HasOwner { get; init; }

        internal Dictionary<string, int> Nodes { get; } = new(StringComparer.Ordinal);

        internal Counts Plus(Counts other)
        {
            var sum = new Counts { Pods = Pods + other.Pods, Ready = Ready + other.Ready, HasOwner = HasOwner };
            foreach (var (node, pods) in Nodes.Concat(other.Nodes))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(sum.Nodes, node, out _) += pods;
            }

            return sum;
        }

        internal PodGroup ToGroup(PodTemplate template) => new(
            template, Pods, Ready, HasOwner, [.. Nodes.OrderBy(node => node.Key, StringComparer.Ordinal).Select(node => new PodPlacement(node.Key, node.Value))]);
    }
}
