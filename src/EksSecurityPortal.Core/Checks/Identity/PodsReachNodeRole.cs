using System.Text.Json;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Identity;

/// <summary>
/// Fails per pool where pods on the pod network reach the node role: a live instance with hop limit 2 or more, or with IMDSv1, which no hop limit holds back.
/// Medium when only the template of the next instance allows it.
/// </summary>
public sealed class PodsReachNodeRole : MetadataServiceCheck
{
    public override string Id => "IAM-009";

    public override string Title => "Pods can take the node's role from instance metadata";

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "Every pod on the node, whatever its own identity, can ask the metadata service for the node role's credentials and act with them from anywhere. A pod is one hop away: hop limit 1 holds it back.";

    public override Remediation Remediation => new(
        "Set the hop limit to 1 on running instances and in the template. First give a role of their own to controllers that still use the metadata service, such as load balancer controllers without region and VPC flags.",
        "aws ec2 modify-instance-metadata-options --region {region} --instance-id <instance-id> --http-tokens required --http-put-response-hop-limit 1\n"
        + "aws ec2 create-launch-template-version --region {region} --launch-template-id <launch-template-id> --source-version '$Latest' \\\n  --launch-template-data '{\"MetadataOptions\":{\"HttpTokens\":\"required\",\"HttpPutResponseHopLimit\":1}}'\n"
        + "# Karpenter: spec.metadataOptions.httpPutResponseHopLimit: 1 in the EC2NodeClass");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html",
    ];

    public override IReadOnlyList<string> Mappings => ["FSBP:AutoScaling.4"];

    private protected override CheckOutcome Judge(NodePool pool, ResourceRef resource, IReadOnlyDictionary<string, int>? pods)
    {
        var instances = pool.Instances.ToList();
        var next = NextOptions(pool);
        List<Evidence> evidence = next is null ? [] : [new($"template of the next instance: {next.Value.Source}", $"hop limit {EvidenceValue.Of(next.Value.Options.HopLimit)}, tokens {EvidenceValue.Of(next.Value.Options.HttpTokens)}")];
        if (instances.Count == 0 && pool.Members.Count > 0)
        {
            return Unknown(resource, "The instances behind the nodes were not read.", evidence);
        }

        var open = instances.Where(instance => LetsPodsIn(instance.MetadataOptions) == true).ToList();
        if (open.Count > 0)
        {
            evidence.Insert(0, NodePoolResources.Members("instance.metadataOptions", [.. open.Select(instance => $"{instance.Id}: hop limit {EvidenceValue.Of(instance.MetadataOptions?.HopLimit)}, tokens {EvidenceValue.Of(instance.MetadataOptions?.HttpTokens)}")], instances.Count));
            evidence.Add(new("pods on the pod network of these nodes", pods is null ? "not read" : EvidenceValue.Of(PodsOn(pool, open, pods))));
            return Fail(resource, $"{OutcomeText.Count(open.Count, "instance")} of {instances.Count} let pods reach the metadata service.", evidence);
        }

        if (LetsPodsIn(next?.Options) == true)
        {
            return Fail(Severity.Medium, resource, "Running instances hold pods back, but the next one will not: its template allows it.", evidence);
        }

        var unread = instances.Where(instance => LetsPodsIn(instance.MetadataOptions) is null).Select(instance => instance.Id).ToList();
        return unread.Count > 0 ? Unknown(resource, $"The metadata options are not known of {NodePoolResources.Counted(unread, instances.Count)}.", evidence)
            : instances.Count == 0 ? NotApplicable(resource, "The pool has no nodes.", evidence)
            : Pass(resource, $"All {OutcomeText.Count(instances.Count, "instance")} hold pods back from the metadata service.",
                [new("instance.metadataOptions.httpPutResponseHopLimit", OutcomeText.List(instances.Select(instance => EvidenceValue.Of(instance.MetadataOptions?.HopLimit)))), .. evidence]);
    }

    /// <summary>Null when it cannot be told.</summary>
    private static bool? LetsPodsIn(InstanceMetadataOptions? options) =>
        options is null ? null
        : !Answers(options) ? false
        : options.HttpTokens == "optional" || options.HopLimit >= 2 ? true
        : options is { HttpTokens: not null, HopLimit: not null } ? false
        : null;

    private static (string Source, InstanceMetadataOptions Options)? NextOptions(NodePool pool)
    {
        if (pool.NextTemplate is { MetadataOptions: { } options } template)
        {
            return ($"launch template version {EvidenceValue.Of(template.Version)}", options);
        }

        return pool.NodeClass is { } nodeClass && SpecReader.Find(nodeClass.SpecJson, "metadataOptions") is { ValueKind: JsonValueKind.Object } spec
            ? ($"{nodeClass.Kind} {nodeClass.Name}", new(SpecReader.Text(spec, "httpEndpoint"), SpecReader.Text(spec, "httpTokens"), SpecReader.Number(spec, "httpPutResponseHopLimit"))) : null;
    }

    private static int PodsOn(NodePool pool, List<Instance> instances, IReadOnlyDictionary<string, int> pods)
    {
        var ids = instances.Select(instance => instance.Id).ToHashSet(StringComparer.Ordinal);
        return pool.Members.Where(member => member is { Node: not null, Instance: not null } && ids.Contains(member.Instance.Id)).Sum(member => pods.GetValueOrDefault(member.Name));
    }
}
