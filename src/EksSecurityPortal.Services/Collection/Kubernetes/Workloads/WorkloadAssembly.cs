using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

/// <summary>Joins listed controllers with the pods they control, up to the top of each chain of controllers.</summary>
internal sealed class WorkloadAssembly
{
    // Rollout -> ReplicaSet -> Pod is the longest that occurs; a cycle made by hand must end
    private const int LongestChain = 8;

    private readonly Dictionary<OwnerKey, ListedOwner> listed = [];

    internal WorkloadAssembly(IEnumerable<ListedOwner> owners)
    {
        foreach (var owner in owners)
        {
            listed[owner.Key] = owner;
        }
    }

    /// <summary>Ordered by namespace, name and kind.</summary>
    internal IReadOnlyList<Workload> Join(PodFold pods)
    {
        var running = pods.Owners.ToLookup(Top);
        var tops = listed.Values.Where(owner => owner.Controller is null && (!owner.IsFinished || running.Contains(owner.Key))).Select(owner => owner.Key);
        return
        [
            .. tops.Union(running.Select(group => group.Key))
                .Select(top => Find(top) with { Pods = pods.Groups(running[top]) })
                .OrderBy(workload => workload.Namespace, StringComparer.Ordinal)
                .ThenBy(workload => workload.Name, StringComparer.Ordinal)
                .ThenBy(workload => workload.Kind, StringComparer.Ordinal),
        ];
    }

    private OwnerKey Top(OwnerKey owner)
    {
        for (var step = 0; step < LongestChain && Controller(owner) is { } controller; step++)
        {
            owner = controller;
        }

        return owner;
    }

    private OwnerKey? Controller(OwnerKey owner) =>
        listed.TryGetValue(owner, out var known) ? known.Controller : DeploymentOf(owner);

    /// <summary>A ReplicaSet that was not listed (it may be newer than the list, or the list was refused) is named after its Deployment.</summary>
    private OwnerKey? DeploymentOf(OwnerKey owner)
    {
        var hash = owner.Kind == "ReplicaSet" ? owner.Name.LastIndexOf('-') : -1;
        var deployment = new OwnerKey("Deployment", owner.Namespace, hash > 0 ? owner.Name[..hash] : "");
        return listed.ContainsKey(deployment) ? deployment : null;
    }

    private Workload Find(OwnerKey key) => listed.TryGetValue(key, out var owner) ? owner.Workload
        : new Workload { Kind = key.Kind, Namespace = key.Namespace, Name = key.Name };
}
