using System.Globalization;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Patching;

/// <summary>
/// Fails when a group asks for a launch template version that is neither the default nor the latest, or when its instances or nodes come from an older
/// version than the group asks for.
/// </summary>
public sealed class LaunchTemplateOutdated : NodePoolCheck
{
    private const string SourceVersionLabel = "eks.amazonaws.com/sourceLaunchTemplateVersion";

    public override string Id => "PAT-015";

    public override string Title => "Nodes come from an old launch template version";

    public override CheckArea Area => CheckArea.Patching;

    public override Severity Severity => Severity.Medium;

    public override string Risk =>
        "Image, metadata options, security groups and user data of a newer version do not reach these nodes. A fix that somebody put into the template looks done and is not.";

    public override Remediation Remediation => new(
        "Let the group use the version you mean, and roll its nodes.",
        "# managed node group\naws eks update-nodegroup-version --region {region} --cluster-name {cluster} --nodegroup-name {resource} --launch-template id=<launch-template-id>,version=<version>\n"
        + "# self-managed\naws autoscaling update-auto-scaling-group --region {region} --auto-scaling-group-name {resource} --launch-template LaunchTemplateId=<launch-template-id>,Version='$Latest'\n"
        + "aws autoscaling start-instance-refresh --region {region} --auto-scaling-group-name {resource}");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html",
        "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.LaunchTemplates];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.NodeGroups, SnapshotPart.AutoScalingGroups, SnapshotPart.Instances];

    private protected override Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot)
    {
        var templates = snapshot.Compute.LaunchTemplates.Value;
        return (pool, resource) => pool.Kind switch
        {
            NodePoolKind.Managed when pool.NodeGroup is { LaunchTemplate: null } => NotApplicable(resource, "EKS makes and keeps the launch template of this node group."),
            NodePoolKind.Managed when pool.NodeGroup is { LaunchTemplate: { } reference } => Judge(pool, resource, reference, templates),
            NodePoolKind.SelfManaged when pool.AutoScalingGroup is { LaunchTemplate: { } reference } => Judge(pool, resource, reference, templates),
            NodePoolKind.SelfManaged when pool.AutoScalingGroup is not null || pool.Name == NodePools.StandaloneName => NotApplicable(resource, "The pool does not use a launch template."),
            NodePoolKind.Managed or NodePoolKind.SelfManaged => Unknown(resource, "The group, and with it its launch template, was not read."),
            NodePoolKind.Unknown => Unknown(resource, "What was read does not say which group the nodes belong to."),
            _ => NotApplicable(resource, $"{pool.Kind} uses no launch template of yours."),
        };
    }

    private CheckOutcome Judge(NodePool pool, ResourceRef resource, LaunchTemplateRef reference, IReadOnlyList<LaunchTemplate> templates)
    {
        var template = templates.FirstOrDefault(item => reference.Id is not null ? item.Id == reference.Id : item.Name == reference.Name);
        var asked = template?.VersionOf(reference.Version);
        List<Evidence> evidence =
        [
            new("launchTemplate", $"{template?.Name ?? reference.Name ?? reference.Id ?? "not named"}, version {EvidenceValue.Of(reference.Version)} = {EvidenceValue.Of(asked)}"),
            new("launchTemplate.defaultVersionNumber", EvidenceValue.Of(template?.DefaultVersion)),
            new("launchTemplate.latestVersionNumber", EvidenceValue.Of(template?.LatestVersion)),
        ];
        if (template is null || asked is not { } version)
        {
            return Unknown(resource, template is null ? "The launch template was not read." : "The template's versions were not read.", evidence);
        }

        var members = Versions(pool, reference, template);
        var older = members.Where(item => item.Version is { } own && own < version).ToList();
        if (older.Count > 0)
        {
            evidence.Add(NodePoolResources.Members("launch template version of instances", [.. older.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Name}: {item.Version}"))], members.Count));
        }

        if (template.DefaultVersion is null && template.LatestVersion is null)
        {
            return Unknown(resource, "Default and latest version of the template were not read.", evidence);
        }

        var isCurrent = version == template.LatestVersion || version == template.DefaultVersion;
        return older.Count > 0 ? Fail(resource, $"{OutcomeText.Count(older.Count, "node")} of {members.Count} come from a version older than {version}, which the group asks for.", evidence)
            : !isCurrent ? Fail(resource, $"The group asks for version {version}; the default is {EvidenceValue.Of(template.DefaultVersion)}, the latest {EvidenceValue.Of(template.LatestVersion)}.", evidence)
            : Pass(resource, $"The group and {OutcomeText.Count(members.Count, "node")} use version {version}.", evidence);
    }

    /// <summary>
    /// EKS starts the instances of a managed group from its own copy of the template, so there only the node's label names the version; elsewhere the
    /// group's list and the instance do.
    /// </summary>
    private static List<(string Name, long? Version)> Versions(NodePool pool, LaunchTemplateRef reference, LaunchTemplate template)
    {
        var listed = (pool.AutoScalingGroup?.Instances ?? []).GroupBy(item => item.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().LaunchTemplate, StringComparer.Ordinal);
        return [.. pool.Members.Select(member =>
        {
            var label = member.Node?.Labels.GetValueOrDefault(SourceVersionLabel);
            var used = member.Instance is null ? null : listed.GetValueOrDefault(member.Instance.Id) ?? member.Instance.LaunchTemplate;
            var isSame = used is not null && (used.Id ?? used.Name) == (reference.Id ?? reference.Name);
            return (member.Name, label is not null ? template.VersionOf(label) : isSame ? template.VersionOf(used!.Version) : (long?)null); // the same template, so there is one
        })];
    }
}
