using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks;

/// <summary>A check that answers once, of the cluster, from what eks:DescribeCluster said.</summary>
public abstract class ControlPlaneCheck : Check
{
    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.ControlPlane];

    protected sealed override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot)
    {
        var resource = ResourceRef.Cluster(snapshot.Cluster.Name);
        var cluster = snapshot.Eks.ControlPlane.Value;
        yield return cluster.IsConnectedExternalCluster
            ? NotApplicable(resource, "The cluster is only connected to EKS; its control plane is run elsewhere.")
            : Judge(cluster, resource, snapshot);
    }

    protected abstract CheckOutcome Judge(ControlPlane cluster, ResourceRef resource, ClusterSnapshot snapshot);
}
