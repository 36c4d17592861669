using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Patching;

/// <summary>Fails when nodes run an EKS-optimised Amazon Linux or Windows image more than 14 days (medium) or 30 days (high) older than the newest release for their minor.</summary>
public sealed class NodeImageBehindLatestRelease : ReleaseLagCheck
{
    public override string Id => "PAT-004";

    public override string Title => "Nodes run an outdated EKS-optimised image";

    public override string Risk =>
        "Kernel, containerd and kubelet fixes reach nodes only by a new image. The longer a node stays behind, the longer published container escapes work on it.";

    public override Remediation Remediation => new(
        "Roll the pool to the newest release; check pod disruption budgets first (PAT-025).",
        "# managed node group\naws eks update-nodegroup-version --region {region} --cluster-name {cluster} --nodegroup-name {resource}\n"
        + "# self-managed: new launch template version with the newest image id, then\naws autoscaling start-instance-refresh --region {region} --auto-scaling-group-name {resource}\n"
        + "# Karpenter: set a newer alias in spec.amiSelectorTerms of the EC2NodeClass; nodes drift over by themselves");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/eks-linux-ami-versions.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/update-managed-node-group.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/protecting-the-infrastructure.html",
    ];

    private protected override IReadOnlyList<ImageFamily> Families => [ImageFamily.AmazonLinux2, ImageFamily.AmazonLinux2023, ImageFamily.Windows];

    private protected override string OtherFamilies => "The pool runs no EKS-optimised Amazon Linux or Windows image.";
}
