using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Architecture;

/// <summary>Fails when a log type of the control plane is off: high for audit and authenticator, low for api, controllerManager and scheduler.</summary>
public sealed class ControlPlaneLogsOff : ControlPlaneCheck
{
    private static readonly string[] MustHave = ["audit", "authenticator"];

    private static readonly string[] All = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    public override string Id => "ARC-023";

    public override string Title => "Control plane logs are off";

    public override CheckArea Area => CheckArea.Architecture;

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "Without the audit log nobody can tell afterwards who read a Secret, opened a shell in a pod or changed access; without the authenticator log nobody can tell which "
        + "IAM principal it was. Logs are not written in hindsight.";

    public override Remediation Remediation => new(
        "Send all five log types to CloudWatch Logs, and set a retention on the log group.",
        "aws eks update-cluster-config --region {region} --name {cluster} \\\n  --logging '{\"clusterLogging\":[{\"types\":[\"api\",\"audit\",\"authenticator\",\"controllerManager\",\"scheduler\"],\"enabled\":true}]}'");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/auditing-and-logging.html",
    ];

    public override IReadOnlyList<string> Mappings => ["CIS-EKS-1.8.0:2.1.1", "FSBP:EKS.8"];

    protected override CheckOutcome Judge(ControlPlane cluster, ResourceRef resource, ClusterSnapshot snapshot)
    {
        if (cluster.EnabledLogTypes is not { } enabled)
        {
            return Unknown(resource, "The API did not say which logs are on.", new Evidence("cluster.logging.clusterLogging", EvidenceValue.NotStated));
        }

        var off = All.Except(enabled, StringComparer.Ordinal).ToList();
        Evidence[] evidence = [new("cluster.logging.clusterLogging: on", OutcomeText.List(enabled)), new("cluster.logging.clusterLogging: off", OutcomeText.List(off))];
        return off.Count == 0 ? Pass(resource, "All five log types are on.", evidence)
            : Fail(off.Intersect(MustHave).Any() ? Severity.High : Severity.Low, resource, $"Off: {OutcomeText.List(off)}.", evidence);
    }
}
