using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Architecture;

/// <summary>Fails when the end of the support that the minor is in (standard or extended) is less than 90 days away (medium) or 30 (high).</summary>
public sealed class SupportEndsSoon : ControlPlaneCheck
{
    internal const int WarnDays = 90;
    internal const int UrgentDays = 30;

    public override string Id => "ARC-002";

    public override string Title => "The support of the Kubernetes version ends soon";

    public override CheckArea Area => CheckArea.Architecture;

    public override Severity Severity => Severity.Medium;

    public override string Risk =>
        "When standard support ends, the cluster is upgraded by AWS or starts to cost extended support, whichever the upgrade policy says. When extended "
        + "support ends, AWS upgrades the control plane without further notice; workloads that use removed APIs break that day.";

    public override Remediation Remediation => new(
        "Plan the upgrade before the date, and decide what shall happen if it is missed.",
        "aws eks list-insights --region {region} --cluster-name {cluster} --filter categories=UPGRADE_READINESS\n"
        + "aws eks update-cluster-version --region {region} --name {cluster} --kubernetes-version <next-minor>\n"
        + "# what happens at the end of standard support: EXTENDED (stay, and pay) or STANDARD (be upgraded)\naws eks update-cluster-config --region {region} --name {cluster} --upgrade-policy supportType=EXTENDED");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/view-upgrade-policy.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.ControlPlane, SnapshotPart.VersionCalendar];

    protected override CheckOutcome Judge(ControlPlane cluster, ResourceRef resource, ClusterSnapshot snapshot)
    {
        var version = new Evidence("cluster.version", cluster.Version);
        if (SupportCalendar.Find(snapshot, cluster.Version) is not { } support)
        {
            return Unknown(resource, $"The version calendar has no entry for {cluster.Version}.", version);
        }

        List<Evidence> evidence = [version, .. SupportCalendar.Describe(support), new("cluster.upgradePolicy.supportType", EvidenceValue.Of(cluster.SupportType))];
        var stage = SupportCalendar.StageOf(support, snapshot.CollectedAt);
        if (stage == SupportStage.Unsupported)
        {
            return NotApplicable(resource, $"The support of Kubernetes {cluster.Version} has ended already.", evidence);
        }

        var (name, end) = stage == SupportStage.Extended ? ("Extended", support.ExtendedSupportEndsAt) : ("Standard", support.StandardSupportEndsAt);
        if (stage == SupportStage.Unknown || end is not { } date)
        {
            return Unknown(resource, $"The calendar does not say when the support of Kubernetes {cluster.Version} ends.", evidence);
        }

        var days = (int)Math.Floor((date - snapshot.CollectedAt).TotalDays);
        var text = days < 0 ? $"{name} support of Kubernetes {cluster.Version} ended on {EvidenceValue.Of(end)}." : $"{name} support of Kubernetes {cluster.Version} ends on {EvidenceValue.Of(end)}, in {OutcomeText.Count(days, "day")}.";
        return days < UrgentDays ? Fail(Severity.High, resource, text, evidence) : days < WarnDays ? Fail(resource, text, evidence) : Pass(resource, text, evidence);
    }
}
