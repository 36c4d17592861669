using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Identity;

/// <summary>Fails per pool with a live instance whose metadata service answers without a session token (HttpTokens not required).</summary>
public sealed class MetadataServiceVersion1Allowed : MetadataServiceCheck
{
    public override string Id => "IAM-008";

    public override string Title => "Nodes answer the old instance metadata service (IMDSv1)";

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "IMDSv1 answers any plain GET: a server-side request forgery in one pod is enough to read the node role's credentials, and the hop limit does not hold it back.";

    public override Remediation Remediation => new(
        "Require session tokens on running instances, and in the template that makes the next ones.",
        "aws ec2 modify-instance-metadata-options --region {region} --instance-id <instance-id> --http-tokens required --http-put-response-hop-limit 1\n"
        + "aws ec2 create-launch-template-version --region {region} --launch-template-id <launch-template-id> --source-version '$Latest' \\\n  --launch-template-data '{\"MetadataOptions\":{\"HttpTokens\":\"required\",\"HttpPutResponseHopLimit\":1}}'\n"
        + "# Karpenter: spec.metadataOptions.httpTokens: required in the EC2NodeClass");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
    ];

    public override IReadOnlyList<string> Mappings => ["FSBP:EC2.8"];

    private protected override CheckOutcome Judge(NodePool pool, ResourceRef resource, IReadOnlyDictionary<string, int>? pods)
    {
        var instances = pool.Instances.ToList();
        if (instances.Count == 0)
        {
            return pool.Members.Count == 0 ? NotApplicable(resource, "The pool has no nodes.") : Unknown(resource, "The instances behind the nodes were not read.");
        }

        var open = instances.Where(instance => instance.MetadataOptions is { HttpTokens: "optional" } options && Answers(options)).Select(instance => instance.Id).ToList();
        var unread = instances.Where(instance => instance.MetadataOptions is null or { HttpTokens: null } && instance.MetadataOptions?.HttpEndpoint != "disabled").Select(instance => instance.Id).ToList();
        return open.Count > 0 ? Fail(resource, $"{OutcomeText.Count(open.Count, "instance")} of {instances.Count} answer IMDSv1.", NodePoolResources.Members("instance.metadataOptions.httpTokens: optional", open, instances.Count))
            : unread.Count > 0 ? Unknown(resource, $"The metadata options are not known of {NodePoolResources.Counted(unread, instances.Count)}.")
            : Pass(resource, $"All {OutcomeText.Count(instances.Count, "instance")} require session tokens, or have no metadata service.", new Evidence("instance.metadataOptions.httpTokens", OutcomeText.List(instances.Select(instance => EvidenceValue.Of(instance.MetadataOptions?.HttpTokens)))));
    }
}
