using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>Updates of a cluster, or of the node group or add-on that the query names.</summary>
internal static class EksUpdates
{
    public static AwsAnswer Answer(AwsRequest request, string operation, Cluster cluster)
    {
        var (nodegroup, addon) = (request.Find("nodegroupName"), request.Find("addonName"));
        if (nodegroup is not null && cluster.Nodegroups.All(group => group.NodegroupName != nodegroup))
        {
            throw EksPages.NotFound($"No node group found for name: {nodegroup}.");
        }

        IReadOnlyList<ClusterUpdate> updates = [.. cluster.Updates.Where(update => update.NodegroupName == nodegroup && update.AddonName == addon)];
        return operation == "ListUpdates"
            ? EksWire.Names("updateIds", EksPages.Cut(request, operation, [.. updates.Select(update => update.Id)]))
            : EksWire.One("update", EksPages.One(request, updates, update => update.Id, "No update found for ID: {0}"), EksJsonContext.Wire.ClusterUpdate);
    }
}
