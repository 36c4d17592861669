using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Identity;

/// <summary>Fails per access entry with AmazonEKSClusterAdminPolicy at cluster scope; critical when the principal is of another account. Entries have no effect in mode CONFIG_MAP.</summary>
public sealed class ClusterAdminAccessEntry : Check
{
    private const string AdminPolicy = "/AmazonEKSClusterAdminPolicy";

    public override string Id => "IAM-032";

    public override string Title => "An IAM principal is administrator of the whole cluster";

    public override CheckArea Area => CheckArea.Identity;

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "The principal may do everything in the cluster: read every Secret, run anything on every node, take every pod's role, give access to others. Whoever gets its credentials may too.";

    public override Remediation Remediation => new(
        "Give people and pipelines the narrowest policy, in the namespaces they work in; keep one guarded role for emergencies.",
        "aws eks associate-access-policy --region {region} --cluster-name {cluster} --principal-arn {resource} \\\n  --policy-arn arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy --access-scope type=namespace,namespaces=<namespace>\n"
        + "aws eks disassociate-access-policy --region {region} --cluster-name {cluster} --principal-arn {resource} \\\n  --policy-arn arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.ControlPlane, SnapshotPart.AccessEntries];

    public override IReadOnlyList<string> Mappings => ["CIS-EKS-1.8.0:4.1.1"];

    protected internal override bool Needs(SnapshotPart part, ClusterSnapshot snapshot) => part != SnapshotPart.AccessEntries || !IsConfigMapOnly(snapshot);

    protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot)
    {
        var cluster = ResourceRef.Cluster(snapshot.Cluster.Name);
        if (IsConfigMapOnly(snapshot))
        {
            return [NotApplicable(cluster, "Access entries have no effect: the authentication mode is CONFIG_MAP.", new Evidence("cluster.accessConfig.authenticationMode", "CONFIG_MAP"))];
        }

        var entries = snapshot.Eks.AccessEntries.Value;
        var admins = entries.Where(entry => Grants(entry).Any(policy => policy.ScopeType == "cluster")).Select(entry => entry.PrincipalArn).ToList();
        return entries.Count == 0 ? [NotApplicable(cluster, "The cluster has no access entries.")] : entries.Select(entry => Judge(entry, admins, snapshot.Cluster.AccountId));
    }

    private static bool IsConfigMapOnly(ClusterSnapshot snapshot) => snapshot.Eks.ControlPlane.Facts?.AuthenticationMode == "CONFIG_MAP";

    private static IEnumerable<AccessPolicyAssociation> Grants(AccessEntry entry) => entry.Policies.Where(policy => policy.PolicyArn.EndsWith(AdminPolicy, StringComparison.Ordinal));

    private CheckOutcome Judge(AccessEntry entry, List<string> admins, string accountId)
    {
        var resource = new ResourceRef("AccessEntry", entry.PrincipalArn, null, entry.PrincipalArn[(entry.PrincipalArn.LastIndexOf('/') + 1)..]);
        List<Evidence> evidence =
        [
            new("accessEntry.principalArn", entry.PrincipalArn),
            new("associatedAccessPolicies", OutcomeText.List(entry.Policies.Select(policy => $"{policy.PolicyArn[(policy.PolicyArn.LastIndexOf('/') + 1)..]} ({policy.ScopeType}{(policy.Namespaces.Count > 0 ? ": " + OutcomeText.List(policy.Namespaces) : "")})"))),
        ];
        if (Grants(entry).All(policy => policy.ScopeType == "namespace"))
        {
            return Pass(resource, Grants(entry).Any() ? "Administrator in named namespaces only." : "No cluster administrator policy.", evidence);
        }

        // a scope that is neither known word could be the cluster
        evidence.Add(new("cluster administrators by access entry", $"{admins.Count}: {OutcomeText.List(admins)}"));
        var isForeign = entry.PrincipalArn.Split(':') is [_, _, _, _, var account, ..] && account != accountId;
        return Fail(isForeign ? Severity.Critical : Severity.High, resource, $"{(isForeign ? "A principal of another account" : entry.Type == "STANDARD" ? "The principal" : $"The {entry.Type} principal")} has AmazonEKSClusterAdminPolicy on the whole cluster.", evidence);
    }
}
