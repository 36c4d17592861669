using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Patching;

/// <summary>Fails when Bottlerocket nodes are more than 14 days (medium) or 30 days (high) behind the newest version for their variant; by version count where days are not known.</summary>
public sealed class BottlerocketBehindLatestRelease : ReleaseLagCheck
{
    public override string Id => "PAT-005";

    public override string Title => "Bottlerocket nodes run an outdated version";

    public override string Risk =>
        "Bottlerocket is patched as a whole image: a node on an old version has every kernel and containerd flaw that was mended since.";

    public override Remediation Remediation => new(
        "Roll the pool to the newest version, or run the Bottlerocket update operator; check pod disruption budgets first (PAT-025).",
        "# managed node group\naws eks update-nodegroup-version --region {region} --cluster-name {cluster} --nodegroup-name {resource}\n"
        + "# self-managed: new launch template version with the newest image id, then\naws autoscaling start-instance-refresh --region {region} --auto-scaling-group-name {resource}\n"
        + "# Karpenter: set a newer bottlerocket alias in spec.amiSelectorTerms of the EC2NodeClass");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/eks-optimized-ami-bottlerocket.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/update-managed-node-group.html",
    ];

    private protected override IReadOnlyList<ImageFamily> Families => [ImageFamily.Bottlerocket];

    private protected override string OtherFamilies => "The pool runs no Bottlerocket.";
}
