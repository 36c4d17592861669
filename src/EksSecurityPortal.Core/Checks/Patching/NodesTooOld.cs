using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Patching;

/// <summary>Fails when a machine of a pool is older than 90 days, or than 21 days in Auto Mode, whose nodes live no longer by contract. The older of node object and instance counts.</summary>
public sealed class NodesTooOld : NodePoolCheck
{
    /// <summary>Days that a node may live without being replaced.</summary>
    public const int MaxAgeDays = 90;

    /// <summary>Days that AWS lets an Auto Mode node live.</summary>
    public const int MaxAutoModeDays = 21;

    public override string Id => "PAT-012";

    public override string Title => "Nodes are not replaced regularly";

    public override CheckArea Area => CheckArea.Patching;

    public override Severity Severity => Severity.Medium;

    public override string Risk =>
        "A long-lived node gathers what nobody declared: packages, changes by hand, an intruder's tools. Whoever does not replace nodes in calm times cannot do it in haste when a flaw is published.";

    public override Remediation Remediation => new(
        "Replace the nodes, and let it happen by itself: scheduled updates, a maximum instance lifetime, or Karpenter's expireAfter.",
        "# managed node group: a new release, or the same one by force of a new launch template version\naws eks update-nodegroup-version --region {region} --cluster-name {cluster} --nodegroup-name {resource}\n"
        + "# self-managed\naws autoscaling update-auto-scaling-group --region {region} --auto-scaling-group-name {resource} --max-instance-lifetime 2592000\naws autoscaling start-instance-refresh --region {region} --auto-scaling-group-name {resource}\n"
        + "# Karpenter: spec.template.spec.expireAfter: 720h in the NodePool");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/best-practices/protecting-the-infrastructure.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/automode.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.Nodes, SnapshotPart.Instances];

    private protected override Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot) => (pool, resource) =>
        pool.Kind == NodePoolKind.Fargate ? NotApplicable(resource, "A Fargate node lives as long as its pod; AWS replaces it when it must be patched.")
        : pool.Members.Count == 0 ? NotApplicable(resource, "The pool has no nodes.")
        : Judge(pool, resource, snapshot.CollectedAt);

    private CheckOutcome Judge(NodePool pool, ResourceRef resource, DateTimeOffset now)
    {
        var limit = pool.Kind == NodePoolKind.AutoMode ? MaxAutoModeDays : MaxAgeDays;
        var ages = pool.Members.Select(member => (member.Name, Born: BornAt(member))).ToList();
        var unknown = ages.Where(item => item.Born is null).Select(item => item.Name).ToList();
        var old = ages.Where(item => item.Born is { } born && (int)(now - born).TotalDays > limit).OrderBy(item => item.Born).ToList();
        List<Evidence> evidence = [new("oldest", EvidenceValue.Of(ages.Min(item => item.Born))), new("limit", OutcomeText.Count(limit, "day"))];
        if (old.Count > 0)
        {
            var oldest = (int)(now - old[0].Born!.Value).TotalDays; // filtered just before
            evidence.Add(NodePoolResources.Members("node.metadata.creationTimestamp or instance.launchTime", [.. old.Select(item => $"{item.Name}: {EvidenceValue.Of(item.Born)}")], ages.Count));
            return Fail(resource, $"{OutcomeText.Count(old.Count, "node")} of {ages.Count} older than {limit} days; the oldest is {OutcomeText.Count(oldest, "day")} old.", evidence);
        }

        return unknown.Count > 0 ? Unknown(resource, $"The age is not known of {NodePoolResources.Counted(unknown, ages.Count)}.", evidence)
            : Pass(resource, $"All {OutcomeText.Count(ages.Count, "node")} are at most {limit} days old.", evidence);
    }

    private static DateTimeOffset? BornAt(NodePoolMember member) =>
        new[] { member.Node?.CreatedAt, member.Instance?.LaunchedAt }.Where(time => time is not null).Min();
}
