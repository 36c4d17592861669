using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Architecture;

/// <summary>Fails when the cluster can be deleted by one call.</summary>
public sealed class DeletionProtectionOff : ControlPlaneCheck
{
    public override string Id => "ARC-014";

    public override string Title => "The cluster is not protected against deletion";

    public override CheckArea Area => CheckArea.Architecture;

    public override Severity Severity => Severity.Medium;

    public override string Risk =>
        "One mistaken pipeline run or one stolen credential with eks:DeleteCluster ends the control plane and everything stored in it. With the protection on, "
        + "somebody has to take it off first, which is a separate, visible call.";

    public override Remediation Remediation => new("Turn deletion protection on.", "aws eks update-cluster-config --region {region} --name {cluster} --deletion-protection");

    public override IReadOnlyList<string> References => ["https://docs.aws.amazon.com/eks/latest/userguide/deletion-protection.html"];

    protected override CheckOutcome Judge(ControlPlane cluster, ResourceRef resource, ClusterSnapshot snapshot)
    {
        var evidence = new Evidence("cluster.deletionProtection", EvidenceValue.Of(cluster.DeletionProtection));
        return cluster.DeletionProtection switch
        {
            true => Pass(resource, "Deletion protection is on.", evidence),
            false => Fail(resource, "Deletion protection is off.", evidence),
            null => Unknown(resource, "The API did not say whether deletion protection is on.", evidence),
        };
    }
}
