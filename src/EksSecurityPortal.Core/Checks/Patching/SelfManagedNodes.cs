using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Patching;

/// <summary>Fails per pool of EC2 instances that neither a managed node group nor Karpenter nor Auto Mode makes and replaces.</summary>
public sealed class SelfManagedNodes : NodePoolCheck
{
    public override string Id => "PAT-043";

    public override string Title => "Nodes are self-managed";

    public override CheckArea Area => CheckArea.Patching;

    public override Severity Severity => Severity.Low;

    public override string Risk =>
        "Nobody but you finds new images, rolls the nodes, drains them and watches that they join. What no controller does is done late.";

    public override Remediation Remediation => new(
        "Move the workloads to a managed node group, Karpenter or Auto Mode, and scale the old group to nothing.",
        "aws eks create-nodegroup --region {region} --cluster-name {cluster} --nodegroup-name <new-name> --node-role <node-role-arn> --subnets <subnet-ids>\n"
        + "aws autoscaling update-auto-scaling-group --region {region} --auto-scaling-group-name {resource} --min-size 0 --max-size 0 --desired-capacity 0");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/eks-compute.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/data-plane.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.Instances, SnapshotPart.Nodes, SnapshotPart.NodeGroups, SnapshotPart.AutoScalingGroups];

    private protected override Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot)
    {
        // without the list of node groups and without tags, a managed group's Auto Scaling group looks like a person's own
        return (pool, resource) => pool.Kind switch
        {
            NodePoolKind.Hybrid => NotApplicable(resource, "Hybrid nodes are their owner's machines by design."),
            NodePoolKind.Unknown => Unknown(resource, $"What was read does not say who made {NodePoolResources.Counted([.. pool.Members.Select(member => member.Name)], pool.Members.Count)}."),
            NodePoolKind.SelfManaged when pool.Members.Count == 0 => NotApplicable(resource, "The group has no nodes."),
            NodePoolKind.SelfManaged => Fail(
                resource, $"{OutcomeText.Count(pool.Members.Count, "node")} that no managed node group, Karpenter or Auto Mode makes.",
                new Evidence("autoScalingGroup", pool.AutoScalingGroup?.Name ?? pool.Name), NodePoolResources.Members("nodes", [.. pool.Members.Select(member => member.Name)], pool.Members.Count)),
            var kind => Pass(resource, $"{kind} replaces the pool's nodes.", new Evidence("pool", pool.Key)),
        };
    }
}
