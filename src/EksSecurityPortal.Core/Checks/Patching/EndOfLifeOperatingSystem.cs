using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Patching;

/// <summary>
/// Fails when the support of a node's operating system, or of what a pool would start next, has ended on the day of collection: high, and medium for Windows
/// Server 2019, which still gets security fixes.
/// </summary>
public sealed class EndOfLifeOperatingSystem : NodePoolCheck
{
    /// <summary>Begin of the osImage that a kubelet reports, or of a node group's AMI type, and the day updates end. More specific entries first.</summary>
    private static readonly (string Prefix, string Name, DateOnly? End)[] Lives =
    [
        ("Amazon Linux 2023", "Amazon Linux 2023", new(2029, 6, 30)),
        ("AL2023_", "Amazon Linux 2023", new(2029, 6, 30)),
        ("Amazon Linux 2", "Amazon Linux 2 for EKS", new(2025, 11, 26)),
        ("AL2_", "Amazon Linux 2 for EKS", new(2025, 11, 26)),
        ("Bottlerocket", "Bottlerocket", null),
        ("BOTTLEROCKET_", "Bottlerocket", null),
        ("Windows Server 2019", "Windows Server 2019 (mainstream support)", new(2024, 1, 9)),
        ("WINDOWS_CORE_2019", "Windows Server 2019 (mainstream support)", new(2024, 1, 9)),
        ("WINDOWS_FULL_2019", "Windows Server 2019 (mainstream support)", new(2024, 1, 9)),
        ("Windows Server 2022", "Windows Server 2022", new(2031, 10, 14)),
        ("WINDOWS_CORE_2022", "Windows Server 2022", new(2031, 10, 14)),
        ("WINDOWS_FULL_2022", "Windows Server 2022", new(2031, 10, 14)),
        ("Windows Server 2025", "Windows Server 2025", new(2034, 10, 10)),
        ("WINDOWS_CORE_2025", "Windows Server 2025", new(2034, 10, 10)),
        ("WINDOWS_FULL_2025", "Windows Server 2025", new(2034, 10, 10)),
        ("Ubuntu 18.04", "Ubuntu 18.04 (standard support)", new(2023, 5, 31)),
        ("Ubuntu 20.04", "Ubuntu 20.04 (standard support)", new(2025, 5, 31)),
        ("Ubuntu 22.04", "Ubuntu 22.04 (standard support)", new(2027, 4, 1)),
        ("Ubuntu 24.04", "Ubuntu 24.04 (standard support)", new(2029, 5, 31)),
        ("CentOS Linux 7", "CentOS 7", new(2024, 6, 30)),
        ("Debian GNU/Linux 10", "Debian 10", new(2024, 6, 30)),
        ("Debian GNU/Linux 11", "Debian 11", new(2026, 8, 31)),
    ];

    public override string Id => "PAT-010";

    public override string Title => "Nodes run an operating system whose support has ended";

    public override CheckArea Area => CheckArea.Patching;

    public override Severity Severity => Severity.High;

    public override string Risk => "New flaws of kernel, container runtime and libraries are no longer mended on these nodes, however often they are replaced.";

    public override Remediation Remediation => new(
        "Move the workloads to a pool on Amazon Linux 2023, Bottlerocket or a supported Windows, and take the old pool away. A node group's AMI type cannot be changed.",
        "aws eks create-nodegroup --region {region} --cluster-name {cluster} --nodegroup-name <new-name> --ami-type AL2023_x86_64_STANDARD --node-role <node-role-arn> --subnets <subnet-ids>\n"
        + "kubectl cordon -l eks.amazonaws.com/nodegroup={resource}\nkubectl drain -l eks.amazonaws.com/nodegroup={resource} --ignore-daemonsets --delete-emptydir-data\n"
        + "aws eks delete-nodegroup --region {region} --cluster-name {cluster} --nodegroup-name {resource}");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/al2023.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.Nodes, SnapshotPart.NodeGroups, SnapshotPart.Instances, SnapshotPart.Images];

    private protected override Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot)
    {
        var today = DateOnly.FromDateTime(snapshot.CollectedAt.UtcDateTime);
        return (pool, resource) =>
            pool.IsOperatedByAws ? NotApplicable(resource, "AWS chooses and keeps up the operating system of Auto Mode and Fargate.")
            : pool.Images.Count == 0 ? Empty(pool, resource)
            : Judge(pool, resource, today);
    }

    private CheckOutcome Empty(NodePool pool, ResourceRef resource) =>
        pool.UnreadParts.Count > 0 ? Unknown(resource, $"No node or image of the pool was read; missing: {OutcomeText.List(pool.UnreadParts.Select(part => part.ToString()))}.") : NotApplicable(resource, "The pool has no nodes.");

    private CheckOutcome Judge(NodePool pool, ResourceRef resource, DateOnly today)
    {
        var seen = pool.Images.Select(image => (Image: image, Text: image.OsImage ?? image.AmiType, Life: LifeOf(image))).ToList();
        List<Evidence> evidence =
        [
            .. seen.Select(item => new Evidence(
                item.Image.OsImage is null ? "nodegroup.amiType or image" : "node.status.nodeInfo.osImage",
                $"{item.Text ?? "not read"} on {OutcomeText.Count(item.Image.Count, "node")}: {(item.Life is not { } life ? "no end of updates known" : life.End is null ? "updated without a fixed end" : $"{life.Name}: support ends {EvidenceValue.Of(life.End)}")}")).Distinct(),
        ];
        var ended = seen.Where(item => item.Life?.End is { } end && end <= today).ToList();
        if (ended.Count > 0)
        {
            return Fail(ended.TrueForAll(item => item.Life!.Value.Name.StartsWith("Windows", StringComparison.Ordinal)) ? Severity.Medium : Severity.High, resource,
                $"{OutcomeText.Count(ended.Sum(item => item.Image.Count), "node")} on {OutcomeText.List(ended.Select(item => item.Life!.Value.Name))}: support ended {EvidenceValue.Of(ended.Min(item => item.Life!.Value.End))}.", evidence); // filtered just before
        }

        var unknown = seen.Where(item => item.Life is null).Select(item => item.Text ?? "an image that was not read").ToList();
        return unknown.Count > 0 ? Unknown(resource, $"The portal knows no end of updates of {OutcomeText.List(unknown)}.", evidence)
            : Pass(resource, $"Operating systems with updates: {OutcomeText.List(seen.Select(item => item.Life!.Value.Name))}.", evidence); // none is null
    }

    /// <summary>What a kubelet reports is true of the node; the type is what AWS says of the image.</summary>
    private static (string Name, DateOnly? End)? LifeOf(NodePoolImage image)
    {
        foreach (var text in new[] { image.OsImage, image.AmiType })
        {
            foreach (var (prefix, name, end) in Lives)
            {
                if (text?.StartsWith(prefix, StringComparison.Ordinal) == true && (prefix != "Amazon Linux 2" || !text.StartsWith("Amazon Linux 20", StringComparison.Ordinal)))
                {
                    return (name, end);
                }
            }
        }

        return null;
    }
}
