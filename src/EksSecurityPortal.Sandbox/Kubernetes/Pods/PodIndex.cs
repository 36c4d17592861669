using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>Where a pod comes from: its workload and its number in it.</summary>
internal readonly record struct PodSlot(int Workload, int Ordinal);

/// <summary>The pods of a cluster in the order of their keys: eight bytes for each, whatever the pods hold.</summary>
internal sealed class PodIndex
{
    private readonly PodSlot[] slots;

    public PodIndex(Cluster cluster, DateTimeOffset now)
    {
        var nodesByPools = new Dictionary<string, IReadOnlyList<KubernetesNode>>(StringComparer.Ordinal);
        var plans = new List<WorkloadPlan>();
        var total = 0;
        foreach (var workload in cluster.Kubernetes.Workloads)
        {
            var pools = string.Join('\n', workload.Pools);
            if (!nodesByPools.TryGetValue(pools, out var nodes))
            {
                nodesByPools[pools] = nodes = [.. workload.NodesOf(cluster.Kubernetes.Nodes)];
            }

            plans.Add(new WorkloadPlan(cluster, workload, nodes, total, now));
            total += plans[^1].Count;
        }

        Plans = plans;
        slots = Sort(plans, total);
    }

    public IReadOnlyList<WorkloadPlan> Plans { get; }

    public int Count => slots.Length;

    public PodSlot this[int index] => slots[index];

    /// <summary>The workloads whose pods carry all of these labels.</summary>
    public IEnumerable<WorkloadPlan> Matching(string @namespace, IReadOnlyDictionary<string, string> selector) => selector.Count == 0
        ? []
        : Plans.Where(plan => plan.Workload.Namespace == @namespace
            && selector.All(pair => plan.Workload.Template.Labels.GetValueOrDefault(pair.Key) == pair.Value));

    private static PodSlot[] Sort(List<WorkloadPlan> plans, int total)
    {
        var slots = new PodSlot[total];
        var keys = new string[total];
        var next = 0;
        for (var workload = 0; workload < plans.Count; workload++)
        {
            for (var ordinal = 0; ordinal < plans[workload].Count; ordinal++, next++)
            {
                slots[next] = new PodSlot(workload, ordinal);
                keys[next] = plans[workload].PodKey(ordinal);
            }
        }

        Array.Sort(keys, slots, StringComparer.Ordinal);
        return slots;
    }
}
