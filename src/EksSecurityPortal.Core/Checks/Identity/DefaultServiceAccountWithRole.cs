using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Identity;

/// <summary>Fails per namespace whose <c>default</c> service account has an IAM role, by annotation or Pod Identity association; low when no pod uses it now.</summary>
public sealed class DefaultServiceAccountWithRole : Check
{
    private const string DefaultName = "default";

    public override string Id => "IAM-053";

    public override string Title => "A default service account has an IAM role";

    public override CheckArea Area => CheckArea.Identity;

    public override Severity Severity => Severity.Medium;

    public override string Risk =>
        "Every pod of the namespace that names no service account gets the role without anybody having asked for it: also the next one, and also one that an intruder starts.";

    public override Remediation Remediation => new(
        "Make a service account for the workload that needs the role, and take the role from the default one.",
        "kubectl -n {namespace} create serviceaccount <workload>\nkubectl -n {namespace} annotate serviceaccount default eks.amazonaws.com/role-arn-\n"
        + "aws eks list-pod-identity-associations --region {region} --cluster-name {cluster} --namespace {namespace} --service-account default\n"
        + "aws eks delete-pod-identity-association --region {region} --cluster-name {cluster} --association-id <association-id>");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
        "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.ServiceAccounts, SnapshotPart.PodIdentityAssociations, SnapshotPart.Workloads];

    public override IReadOnlyList<string> Mappings => ["CIS-EKS-1.8.0:4.1.5", "CIS-EKS-1.8.0:5.2.1"];

    protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot)
    {
        var sources = Sources(snapshot).GroupBy(item => item.Namespace, StringComparer.Ordinal).ToList();
        foreach (var item in sources)
        {
            yield return Judge(item.Key, [.. item.Select(source => source.Source)], snapshot.Kubernetes.Workloads.Facts);
        }

        if (sources.Count == 0 && snapshot.Kubernetes.ServiceAccounts.IsPresent && snapshot.Eks.PodIdentityAssociations.IsPresent)
        {
            yield return Pass(ResourceRef.Cluster(snapshot.Cluster.Name), "No default service account has an IAM role.", new Evidence("service accounts read", EvidenceValue.Of(snapshot.Kubernetes.ServiceAccounts.Value.Count)));
        }
    }

    private static IEnumerable<(string Namespace, Evidence Source)> Sources(ClusterSnapshot snapshot)
    {
        foreach (var account in snapshot.Kubernetes.ServiceAccounts.Facts ?? [])
        {
            if (account is { Name: DefaultName, RoleArn: { } role })
            {
                yield return (account.Namespace, new("annotation eks.amazonaws.com/role-arn", role));
            }
        }

        foreach (var association in snapshot.Eks.PodIdentityAssociations.Facts ?? [])
        {
            if (association.ServiceAccount == DefaultName)
            {
                yield return (association.Namespace, new($"podIdentityAssociation {association.Id}", association.RoleArn ?? EvidenceValue.NotStated));
            }
        }
    }

    private CheckOutcome Judge(string space, IReadOnlyList<Evidence> sources, IReadOnlyList<Workload>? workloads)
    {
        var resource = ResourceRef.Namespaced("ServiceAccount", space, DefaultName);
        var evidence = sources.OrderBy(item => item.Field, StringComparer.Ordinal).ThenBy(item => item.Value, StringComparer.Ordinal).ToList();
        var users = workloads?.Where(workload => workload.Namespace == space)
            .Select(workload => (workload.Kind, workload.Name, Pods: workload.Pods.Where(group => group.Template.ServiceAccountName == DefaultName).Sum(group => group.Count)))
            .Where(item => item.Pods > 0).ToList();
        var pods = users?.Sum(item => item.Pods);
        evidence.Add(new("pods with the default service account", users is null ? "not read" : users.Count == 0 ? "none" : $"{EvidenceValue.Of(pods)}: {OutcomeText.List(users.Select(item => $"{item.Kind}/{item.Name}"))}"));
        return Fail(pods == 0 ? Severity.Low : Severity.Medium, resource, pods is null or 0 ? "The default service account has an IAM role." : $"{OutcomeText.Count(pods.Value, "pod")} get an IAM role from the default service account.", evidence);
    }
}
