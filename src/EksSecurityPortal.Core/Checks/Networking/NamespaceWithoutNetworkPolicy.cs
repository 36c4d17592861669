using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Networking;

/// <summary>
/// Fails per namespace that runs pods on the pod network and has no NetworkPolicy, nor a policy of its CNI's own kinds. Namespaces with nothing but
/// recognised system components, host network pods or Fargate pods are not applicable; cluster-wide policies make the answer unknown.
/// </summary>
public sealed class NamespaceWithoutNetworkPolicy : Check
{
    public override string Id => "NET-017";

    public override string Title => "A namespace with workloads has no network policy";

    public override CheckArea Area => CheckArea.Networking;

    public override Severity Severity => Severity.Medium;

    public override string Risk =>
        "Every pod of the cluster can reach every port of the pods here, and they can reach everything. One taken-over pod is then a foothold for all of it.";

    public override Remediation Remediation => new(
        "Deny ingress and egress by default, then allow what the workloads need, DNS first. Policies count only where a policy engine runs (NET-016).",
        "kubectl -n {namespace} apply -f default-deny.yaml",
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: default-deny\n  namespace: {namespace}\nspec:\n  podSelector: {}\n  policyTypes: [Ingress, Egress]\n  egress:\n"
        + "    - to:\n        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }\n      ports:\n        - { protocol: UDP, port: 53 }\n        - { protocol: TCP, port: 53 }\n");

    public override IReadOnlyList<string> References =>
    [
        "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
        "https://docs.aws.amazon.com/eks/latest/best-practices/network-security.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.Namespaces, SnapshotPart.Workloads, SnapshotPart.NetworkPolicies];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.CniPolicies, SnapshotPart.Nodes];

    public override IReadOnlyList<string> Mappings => ["CIS-EKS-1.8.0:4.3.2", "CIS-EKS-1.8.0:5.4.4"];

    protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot)
    {
        var policies = snapshot.Kubernetes.NetworkPolicies.Value.ToLookup(policy => policy.Namespace, policy => $"NetworkPolicy/{policy.Name}", StringComparer.Ordinal);
        var custom = snapshot.Kubernetes.CniPolicies.Facts?.Where(policy => policy.Kind.EndsWith("Policy", StringComparison.Ordinal)).ToList();
        var own = (custom ?? []).Where(policy => policy.Namespace is not null).ToLookup(policy => policy.Namespace!, policy => $"{policy.Kind}/{policy.Name}", StringComparer.Ordinal); // filtered just before
        var wide = custom?.Where(policy => policy.Namespace is null).Select(policy => $"{policy.Kind}/{policy.Name}").ToList();
        var workloads = snapshot.Kubernetes.Workloads.Value.Where(workload => workload.PodCount > 0).ToLookup(workload => workload.Namespace, StringComparer.Ordinal);
        var fargate = (snapshot.Kubernetes.Nodes.Facts ?? []).Where(node => node.Labels.GetValueOrDefault("eks.amazonaws.com/compute-type") == "fargate").Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var item in snapshot.Kubernetes.Namespaces.Value.Where(item => workloads.Contains(item.Name)))
        {
            var resource = new ResourceRef("Namespace", item.Name, item.Name, item.Name);
            List<string> names = [.. policies[item.Name], .. own[item.Name]];
            yield return names.Count > 0
                ? Pass(resource, $"{OutcomeText.Count(names.Count, "network policy rule set")} in the namespace.", new Evidence("policies", OutcomeText.List(names)))
                : Without(resource, [.. workloads[item.Name]], wide, fargate);
        }
    }

    private CheckOutcome Without(ResourceRef resource, List<Workload> workloads, List<string>? wide, HashSet<string> fargate)
    {
        if (workloads.TrueForAll(SystemComponents.Includes))
        {
            return NotApplicable(resource, "Only components of AWS and Kubernetes run here.", Workloads(workloads));
        }

        var networked = workloads.Where(workload => workload.Pods.Any(group => !group.Template.HostNetwork)).ToList();
        if (networked.Count == 0)
        {
            return NotApplicable(resource, "All pods here use the host network, which network policies do not govern.", Workloads(workloads));
        }

        // pods that have no node yet may land anywhere
        var groups = networked.SelectMany(workload => workload.Pods.Where(group => !group.Template.HostNetwork)).ToList();
        if (groups.TrueForAll(group => group.Placements.Count > 0 && group.Placements.Sum(placement => placement.Pods) == group.Count && group.Placements.All(placement => fargate.Contains(placement.Node))))
        {
            return NotApplicable(resource, "All pods here run on Fargate, where network policies are not enforced; use security groups for pods.", Workloads(networked));
        }

        Evidence[] evidence = [new("policies", "none"), Workloads(networked), new("pods", EvidenceValue.Of(groups.Sum(group => group.Count)))];
        return wide is null ? Unknown(resource, "No NetworkPolicy here; policies of the CNI's own kinds were not read.", evidence)
            : wide.Count > 0 ? Unknown(resource, "No policy in the namespace; cluster-wide policies exist, and whether they select its pods is not evaluated.", [.. evidence, new("cluster-wide policies", OutcomeText.List(wide))])
            : Fail(resource, $"No network policy for {OutcomeText.Count(groups.Sum(group => group.Count), "pod")} of {OutcomeText.Count(networked.Count, "workload")}.", evidence);
    }

    private static Evidence Workloads(List<Workload> workloads) => new("workloads", OutcomeText.List(workloads.Select(workload => $"{workload.Kind}/{workload.Name}")));
}
