using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Permissions;

namespace EksSecurityPortal.Core.Checks.Identity;

/// <summary>
/// Fails per role of nodes that has administrator power: an administrator policy, Action * or iam:* on everything (critical), NotAction Allow or the whole of a
/// sensitive service (high), the whole of another service (medium). Conditions and boundaries make it one step milder, since they may still allow.
/// </summary>
public sealed class NodeRoleTooPowerful : Check
{
    public override string Id => "IAM-001";

    public override string Title => "The nodes' role has administrator power or whole services";

    public override CheckArea Area => CheckArea.Identity;

    public override Severity Severity => Severity.Critical;

    public override string Risk =>
        "Every pod that reaches the metadata service, every host network pod and everybody with a shell on a node has this role. An administrator policy on it makes one taken-over container "
        + "the owner of the account.";

    public override Remediation Remediation => new(
        "Leave only what the kubelet needs: AmazonEKSWorkerNodePolicy (or AmazonEKSWorkerNodeMinimalPolicy), AmazonEC2ContainerRegistryPullOnly, and Session Manager if used. Give pods roles of their own.",
        "aws iam list-attached-role-policies --role-name \"$(basename {resource})\"\naws iam list-role-policies --role-name \"$(basename {resource})\"\n"
        + "aws iam detach-role-policy --role-name \"$(basename {resource})\" --policy-arn <policy-arn>\naws iam delete-role-policy --role-name \"$(basename {resource})\" --policy-name <inline-policy>\n"
        + "# a role for the pods that needed it\naws eks create-pod-identity-association --region {region} --cluster-name {cluster} --namespace <namespace> --service-account <service-account> --role-arn <role-arn>");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.IamRoles];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.NodeGroups, SnapshotPart.Instances, SnapshotPart.ControlPlane, SnapshotPart.NodeProvisioning];

    public override IReadOnlyList<string> Mappings => ["FSBP:IAM.1"];

    protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot) => NodeRoles.Of(snapshot).Select(Judge);

    private CheckOutcome Judge(NodeRole node)
    {
        var resource = new ResourceRef("Role", node.Arn, null, node.Role?.Name ?? node.Arn);
        var sources = new Evidence("used by", OutcomeText.List(node.Sources));
        if (node.Role is not { } role)
        {
            return Unknown(resource, "The role and its policies were not read.", sources);
        }

        var power = AdminPower.Of(role);
        List<Evidence> evidence =
        [
            sources,
            .. power.Grants.Select(grant => new Evidence($"policy {grant.Policy}", grant.What)),
            new("policies", OutcomeText.List(role.Policies.Select(policy => policy.Name))),
        ];
        if (role.PermissionsBoundaryArn is { } boundary)
        {
            evidence.Add(new("permissions boundary, not evaluated", boundary));
        }

        if (power.Grants.Count > 0)
        {
            var worst = power.Grants[0];
            return Fail(worst.Severity, resource, $"{worst.Policy}: {worst.What}.", evidence);
        }

        return power.Unread.Count > 0 ? Unknown(resource, $"Policies could not be read: {OutcomeText.List(power.Unread)}.", evidence)
            : Pass(resource, $"None of {OutcomeText.Count(role.Policies.Count, "policy document")} gives administrator power or a whole service.", evidence);
    }
}
