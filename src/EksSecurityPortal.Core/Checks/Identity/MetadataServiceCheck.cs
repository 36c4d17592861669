using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Identity;

/// <summary>A check of the instance metadata options of a pool's live instances.</summary>
public abstract class MetadataServiceCheck : NodePoolCheck
{
    public override CheckArea Area => CheckArea.Identity;

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.Instances];

    private protected sealed override Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot)
    {
        var pods = PodsByNode(snapshot);
        return (pool, resource) => pool.Kind switch
        {
            NodePoolKind.AutoMode => NotApplicable(resource, "AWS fixes the metadata options of Auto Mode nodes; nothing can be set."),
            NodePoolKind.Fargate => NotApplicable(resource, "Fargate pods have no instance metadata service."),
            NodePoolKind.Hybrid => NotApplicable(resource, "Machines outside AWS have no instance metadata service."),
            _ => Judge(pool, resource, pods),
        };
    }

    private protected abstract CheckOutcome Judge(NodePool pool, ResourceRef resource, IReadOnlyDictionary<string, int>? pods);

    /// <summary>True when the service answers at all. It does unless it is told not to.</summary>
    private protected static bool Answers(InstanceMetadataOptions options) => options.HttpEndpoint != "disabled";

    /// <summary>Pods on the pod network per node; null when workloads were not read.</summary>
    private static Dictionary<string, int>? PodsByNode(ClusterSnapshot snapshot)
    {
        if (snapshot.Kubernetes.Workloads.Facts is not { } workloads)
        {
            return null;
        }

        var pods = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var placement in workloads.SelectMany(workload => workload.Pods).Where(group => !group.Template.HostNetwork).SelectMany(group => group.Placements))
        {
            pods[placement.Node] = pods.GetValueOrDefault(placement.Node) + placement.Pods;
        }

        return pods;
    }
}
