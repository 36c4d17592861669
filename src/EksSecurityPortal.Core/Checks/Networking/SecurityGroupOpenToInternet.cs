using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Networking;

namespace EksSecurityPortal.Core.Checks.Networking;

/// <summary>Fails per security group attached to nodes or control plane that admits the internet (any /0, or a union wider than a /8) to any port of any protocol, in either family.</summary>
public sealed class SecurityGroupOpenToInternet : Check
{
    public override string Id => "NET-005";

    public override string Title => "A security group of the cluster admits the internet";

    public override CheckArea Area => CheckArea.Networking;

    public override Severity Severity => Severity.Critical;

    public override string Risk =>
        "Everything that listens on these ports of a node, of host network pods, of NodePorts or of pods on the node's interface can be reached by anybody as soon as there is a route. "
        + "Load balancers have groups of their own; nodes never need the internet as a source.";

    public override Remediation Remediation => new(
        "Take the rule away, or name the sources that need it: a load balancer's security group, a VPN's CIDR.",
        "aws ec2 describe-security-group-rules --region {region} --filters Name=group-id,Values={resource}\n"
        + "aws ec2 revoke-security-group-ingress --region {region} --group-id {resource} --security-group-rule-ids <rule-id>");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.ControlPlane, SnapshotPart.SecurityGroups];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.Instances, SnapshotPart.NetworkInterfaces];

    public override IReadOnlyList<string> Mappings => ["FSBP:EC2.18"];

    protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot) =>
        AttachedSecurityGroups.Of(snapshot).Select(attached => Judge(attached, ResourceRef.Named("SecurityGroup", attached.Id)));

    private CheckOutcome Judge(AttachedSecurityGroup attached, ResourceRef resource)
    {
        var evidence = SecurityGroupEvidence.Attachments(attached);
        if (attached.Group is not { } group)
        {
            return Unknown(resource, "The group is attached, but its rules were not read.", evidence);
        }

        var exposure = SecurityGroupExposure.Of(group);
        evidence = [new("securityGroup.groupName", group.Name), .. evidence, .. SecurityGroupEvidence.InternetRules(group)];
        return exposure.Openings.Count > 0 ? Fail(resource, $"Open: {OutcomeText.List(exposure.Openings.Select(opening => opening.ToString()))}.", evidence)
            : exposure.UnreadPrefixLists.Count > 0 ? Unknown(resource, $"Admits prefix lists whose CIDRs were not read: {OutcomeText.List(exposure.UnreadPrefixLists)}.", evidence)
            : Pass(resource, $"None of {OutcomeText.Count(group.Ingress.Count, "rule")} admits the internet.", evidence);
    }
}
