using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Architecture;

/// <summary>Fails when the cluster's minor is in extended support (medium) or unsupported (critical), by the API's calendar or the dated fallback table.</summary>
public sealed class KubernetesVersionOutOfStandardSupport : ControlPlaneCheck
{
    public override string Id => "ARC-001";

    public override string Title => "The Kubernetes version is out of standard support";

    public override CheckArea Area => CheckArea.Architecture;

    public override Severity Severity => Severity.Medium;

    public override string Risk =>
        "In extended support a cluster costs more and gets only the most important fixes; upstream has stopped fixing that minor. An unsupported minor "
        + "gets no fixes at all, and EKS upgrades it without further notice, ready or not.";

    public override Remediation Remediation => new(
        "Upgrade the control plane one minor at a time, after its upgrade insights pass, then the add-ons and the nodes.",
        "aws eks list-insights --region {region} --cluster-name {cluster} --filter categories=UPGRADE_READINESS\n"
        + "aws eks update-cluster-version --region {region} --name {cluster} --kubernetes-version <next-minor>");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/cluster-upgrades.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.ControlPlane, SnapshotPart.VersionCalendar];

    public override IReadOnlyList<string> Mappings => ["FSBP:EKS.2"];

    protected override CheckOutcome Judge(ControlPlane cluster, ResourceRef resource, ClusterSnapshot snapshot)
    {
        var version = new Evidence("cluster.version", cluster.Version);
        var support = SupportCalendar.Find(snapshot, cluster.Version);
        if (support is null)
        {
            return Unknown(resource, $"The version calendar has no entry for {cluster.Version}.", version);
        }

        List<Evidence> evidence = [version, .. SupportCalendar.Describe(support)];
        return SupportCalendar.StageOf(support, snapshot.CollectedAt) switch
        {
            SupportStage.Standard => Pass(resource, $"Kubernetes {cluster.Version} is in standard support until {EvidenceValue.Of(support.StandardSupportEndsAt)}.", evidence),
            SupportStage.Extended => Fail(resource, $"Kubernetes {cluster.Version} is in extended support until {EvidenceValue.Of(support.ExtendedSupportEndsAt)}.", evidence),
            SupportStage.Unsupported => Fail(Severity.Critical, resource, $"Kubernetes {cluster.Version} is no longer supported.", evidence),
            _ => Unknown(resource, $"Neither the status {support.Status} nor dates say how Kubernetes {cluster.Version} is supported.", evidence),
        };
    }
}
