using System.Globalization;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Patching;

/// <summary>
/// Fails per PodDisruptionBudget that lets no pod go: maxUnavailable 0, minAvailable as high as the pods it guards, or no disruption allowed while all are
/// healthy; medium when only because pods are unhealthy now.
/// </summary>
public sealed class DrainBlockingBudget : Check
{
    public override string Id => "PAT-025";

    public override string Title => "A pod disruption budget blocks every drain";

    public override CheckArea Area => CheckArea.Patching;

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "A node with such a pod cannot be drained: managed node group updates end in PodEvictionFailure, Karpenter leaves the node half drained, and the node stays unpatched. "
        + "In haste somebody then forces it, and the workload falls as a whole.";

    public override Remediation Remediation => new(
        "Allow one pod to go at a time, and run more pods than must be there. Unhealthy pods should not hold up a drain.",
        "kubectl -n {namespace} get poddisruptionbudget {resource} -o yaml\n"
        + "kubectl -n {namespace} patch poddisruptionbudget {resource} --type merge -p '{\"spec\":{\"minAvailable\":null,\"maxUnavailable\":1,\"unhealthyPodEvictionPolicy\":\"AlwaysAllow\"}}'");

    public override IReadOnlyList<string> References =>
    [
        "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
        "https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/application.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.DisruptionBudgets];

    protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot) =>
        snapshot.Kubernetes.DisruptionBudgets.Value.Select(budget => Judge(budget, ResourceRef.Namespaced("PodDisruptionBudget", budget.Namespace, budget.Name)));

    private CheckOutcome Judge(DisruptionBudget budget, ResourceRef resource)
    {
        List<Evidence> evidence =
        [
            new("spec.minAvailable", EvidenceValue.Of(budget.MinAvailable)),
            new("spec.maxUnavailable", EvidenceValue.Of(budget.MaxUnavailable)),
            new("spec.unhealthyPodEvictionPolicy", EvidenceValue.Of(budget.UnhealthyPodEvictionPolicy)),
            new("status.disruptionsAllowed", EvidenceValue.Of(budget.DisruptionsAllowed)),
            new("status.currentHealthy / desiredHealthy / expectedPods", $"{EvidenceValue.Of(budget.CurrentHealthy)} / {EvidenceValue.Of(budget.DesiredHealthy)} / {EvidenceValue.Of(budget.ExpectedPods)}"),
        ];
        if (Never(budget.MaxUnavailable))
        {
            return Fail(resource, $"maxUnavailable {budget.MaxUnavailable} never lets a pod go.", evidence);
        }

        if (IsAll(budget.MinAvailable))
        {
            return Fail(resource, $"minAvailable {budget.MinAvailable} never lets a pod go.", evidence);
        }

        // a status of an older spec says nothing of this one
        if (budget.ObservedGeneration < budget.Generation || budget.ExpectedPods is not { } pods || budget.DisruptionsAllowed is not { } allowed || budget.CurrentHealthy is not { } healthy || budget.DesiredHealthy is not { } desired)
        {
            return Unknown(resource, "The budget's status is missing or older than its spec.", evidence);
        }

        return pods == 0 ? NotApplicable(resource, "The budget guards no pod.", evidence)
            : allowed > 0 ? Pass(resource, $"{OutcomeText.Count(allowed, "pod")} of {pods} may go now.", evidence)
            : desired >= pods ? Fail(resource, $"All {pods} pods must stay: minAvailable {budget.MinAvailable ?? "from maxUnavailable " + budget.MaxUnavailable} is no less than there are.", evidence)
            : healthy >= pods ? Fail(resource, "No pod may go, though all are healthy.", evidence)
            : Fail(Severity.Medium, resource, $"No pod may go now: {healthy} of {pods} are healthy, {desired} must be.", evidence);
    }

    private static bool Never(string? value) => value is not null && int.TryParse(value.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == 0;

    private static bool IsAll(string? value) => value is not null && value.EndsWith('%') && int.TryParse(value[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent >= 100;
}
