using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Patching;

/// <summary>
/// Fails when a pool's kubelets are two minors behind the control plane (medium), three (high: the next upgrade is blocked), more, or newer (high:
/// unsupported). Zero and one pass. Kubelets before 1.25 are supported two minors behind only.
/// </summary>
public sealed class KubeletBehindControlPlane : NodePoolCheck
{
    public override string Id => "PAT-001";

    public override string Title => "Kubelets are too far from the control plane's Kubernetes version";

    public override CheckArea Area => CheckArea.Patching;

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "Kubelets more than three minors behind, or newer than the API server, are outside what Kubernetes supports: pods may fail to start or to report. "
        + "At three minors the control plane cannot be upgraded. Old kubelets also miss security fixes that newer minors have.";

    public override Remediation Remediation => new(
        "Replace the nodes with nodes of the control plane's minor; kubelets are not upgraded in place.",
        "# managed node group\naws eks update-nodegroup-version --region {region} --cluster-name {cluster} --nodegroup-name {resource}\n"
        + "# self-managed: new launch template version with an image of the control plane's minor, then\naws autoscaling start-instance-refresh --region {region} --auto-scaling-group-name {resource}\n"
        + "# Karpenter: nodes drift when the node class selects a newer image\n# Fargate: restart the pods\nkubectl -n <namespace> rollout restart deployment/<name>");

    public override IReadOnlyList<string> References =>
    [
        "https://kubernetes.io/releases/version-skew-policy/",
        "https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.ControlPlane, SnapshotPart.Nodes];

    // without instances some nodes cannot be placed in their pool
    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.Instances];

    public override IReadOnlyList<string> Mappings => ["FSBP:EKS.9"];

    private protected override Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot)
    {
        var version = snapshot.Eks.ControlPlane.Value.Version;
        var controlPlane = KubernetesMinor.Parse(version);
        return (pool, resource) =>
            pool.Kind == NodePoolKind.AutoMode ? NotApplicable(resource, "AWS keeps the kubelets of Auto Mode nodes in step with the control plane.")
            : !pool.Nodes.Any() ? NotApplicable(resource, "The pool has no nodes.")
            : controlPlane is null ? Unknown(resource, $"The control plane's version {version} cannot be read.")
            : Judge(pool, resource, controlPlane.Value);
    }

    private CheckOutcome Judge(NodePool pool, ResourceRef resource, KubernetesMinor controlPlane)
    {
        var skews = pool.Nodes.Select(node => (node.Name, Version: KubernetesMinor.Parse(node.KubeletVersion))).ToList();
        var unread = skews.Where(node => node.Version is null).Select(node => node.Name).ToList();
        var worst = skews.Where(node => node.Version is not null)
            .Select(node => (node.Name, Version: node.Version!.Value, Behind: Behind(node.Version!.Value, controlPlane))) // filtered just before
            .GroupBy(node => node.Version).Select(group => (Version: group.Key, group.First().Behind, Grade: Grade(group.Key, group.First().Behind), Names: group.Select(node => node.Name).ToList()))
            .OrderByDescending(group => group.Grade).ThenByDescending(group => group.Behind).ToList();
        List<Evidence> evidence =
        [
            new("cluster.version", controlPlane.ToString()),
            .. worst.Select(group => new Evidence("node.status.nodeInfo.kubeletVersion", $"{group.Version}: {NodePoolResources.Counted(group.Names, skews.Count)}")),
        ];
        if (worst.Count > 0 && worst[0].Grade > 0)
        {
            var (_, behind, grade, names) = worst[0];
            var what = behind < 0 ? "newer than the control plane" : $"{OutcomeText.Count(behind, "minor")} behind the control plane{(grade == 2 ? ": the next upgrade is blocked" : grade > 2 ? ": unsupported" : "")}";
            return Fail(grade == 1 ? Severity.Medium : Severity.High, resource, $"{OutcomeText.Count(names.Count, "kubelet")} of {skews.Count} at {worst[0].Version}, {what} ({controlPlane}).", evidence);
        }

        return unread.Count > 0
            ? Unknown(resource, $"Kubelet version not reported by {NodePoolResources.Counted(unread, skews.Count)}.", evidence)
            : Pass(resource, $"All {OutcomeText.Count(skews.Count, "kubelet")} within one minor of the control plane ({controlPlane}).", evidence);
    }

    private static int Behind(KubernetesMinor kubelet, KubernetesMinor controlPlane) =>
        kubelet.Major == controlPlane.Major ? controlPlane.Minor - kubelet.Minor : kubelet > controlPlane ? -1 : int.MaxValue;

    /// <summary>0 fine, 1 warn, 2 blocks the next upgrade, 3 unsupported.</summary>
    private static int Grade(KubernetesMinor kubelet, int behind) => behind switch
    {
        < 0 => 3,
        <= 1 => 0,
        2 => kubelet < new KubernetesMinor(1, 25) ? 2 : 1,
        3 => kubelet < new KubernetesMinor(1, 25) ? 3 : 2,
        _ => 3,
    };
}
