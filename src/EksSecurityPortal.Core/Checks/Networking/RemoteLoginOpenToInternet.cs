using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Networking;

namespace EksSecurityPortal.Core.Checks.Networking;

/// <summary>Fails per security group attached to nodes that opens TCP 22 (SSH), or TCP or UDP 3389 (RDP), to the internet in either family.</summary>
public sealed class RemoteLoginOpenToInternet : Check
{
    private static readonly (string Name, string Protocol, int Port)[] Logins = [("SSH", "tcp", 22), ("RDP", "tcp", 3389), ("RDP", "udp", 3389)];

    public override string Id => "NET-006";

    public override string Title => "SSH or RDP of nodes is open to the internet";

    public override CheckArea Area => CheckArea.Networking;

    public override Severity Severity => Severity.Critical;

    public override string Risk =>
        "A stolen key, a weak password or a flaw of the service gives a shell on the node, and with it every pod, every mounted Secret and the node's role. Remote login ports are "
        + "tried from the internet all the time.";

    public override Remediation Remediation => new(
        "Close the port. For a shell on a node use Session Manager, which needs no open port and logs who did what.",
        "aws ec2 describe-security-group-rules --region {region} --filters Name=group-id,Values={resource}\n"
        + "aws ec2 revoke-security-group-ingress --region {region} --group-id {resource} --security-group-rule-ids <rule-id>\n"
        + "# a shell without open ports\naws ssm start-session --region {region} --target <instance-id>");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/best-practices/protecting-the-infrastructure.html",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.SecurityGroups, SnapshotPart.Instances];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.NetworkInterfaces];

    public override IReadOnlyList<string> Mappings => ["FSBP:EC2.13", "FSBP:EC2.14", "FSBP:EC2.19"];

    protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot) =>
        AttachedSecurityGroups.Of(snapshot).Where(attached => attached.Pools.Count > 0).Select(attached => Judge(attached, ResourceRef.Named("SecurityGroup", attached.Id)));

    private CheckOutcome Judge(AttachedSecurityGroup attached, ResourceRef resource)
    {
        var evidence = SecurityGroupEvidence.Attachments(attached);
        if (attached.Pools.All(pool => pool.Kind == NodePoolKind.AutoMode))
        {
            return NotApplicable(resource, "The group is on Auto Mode nodes only, which run no remote login service.", evidence);
        }

        if (attached.Group is not { } group)
        {
            return Unknown(resource, "The group is attached to nodes, but its rules were not read.", evidence);
        }

        var exposure = SecurityGroupExposure.Of(group);
        var open = Logins.SelectMany(login => exposure.Openings.Where(opening => opening.Includes(login.Protocol, login.Port)).Select(opening => $"{login.Name} ({login.Protocol} {login.Port}) by {opening}")).ToList();
        evidence = [new("securityGroup.groupName", group.Name), .. evidence, .. SecurityGroupEvidence.InternetRules(group)];
        return open.Count > 0 ? Fail(resource, $"Open: {OutcomeText.List(open)}.", evidence)
            : exposure.UnreadPrefixLists.Count > 0 ? Unknown(resource, $"Admits prefix lists whose CIDRs were not read: {OutcomeText.List(exposure.UnreadPrefixLists)}.", evidence)
            : Pass(resource, "Neither SSH nor RDP is open to the internet.", evidence);
    }
}
