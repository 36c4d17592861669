using System.Text.RegularExpressions;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Compute;

/// <summary>Which AMI types and minors a cluster's nodes use, from its node groups and from what its nodes report.</summary>
internal static partial class NodeImages
{
    /// <summary>
    /// Each type with the minor of its own nodes, for patch drift, and with the cluster's, for version drift; ordered. Nodes of Auto Mode,
    /// Fargate and hybrid nodes run no image of these families that the account could choose.
    /// </summary>
    public static IReadOnlyList<AmiParameters> InUse(string? clusterMinor, IEnumerable<NodeGroup> nodeGroups, IEnumerable<Node> nodes)
    {
        var used = nodeGroups.Where(group => group.AmiType is not null).Select(group => (Type: group.AmiType!, Minor: group.Version))
            .Concat(nodes.SelectMany(node => TypesOf(node).Select(type => (Type: type, Minor: MinorOf(node.KubeletVersion)))));
        return
        [
            .. used.SelectMany(pair => new[] { (pair.Type, pair.Minor), (pair.Type, Minor: clusterMinor) })
                .Where(pair => pair.Minor is not null)
                .Distinct()
                .Select(pair => AmiParameters.Find(pair.Type, pair.Minor!))
                .OfType<AmiParameters>()
                .OrderBy(parameters => parameters.AmiType, StringComparer.Ordinal)
                .ThenBy(parameters => parameters.Minor, VersionOrder.Instance),
        ];
    }

    /// <summary>The minor of a kubelet version such as <c>v1.33.5-eks-abc1234</c>.</summary>
    internal static string? MinorOf(string? kubeletVersion) =>
        kubeletVersion is not null && Kubelet().Match(kubeletVersion) is { Success: true } match ? match.Groups["minor"].Value : null;

    /// <summary>A node does not say which edition of Windows it runs, so both count.</summary>
    private static IEnumerable<string> TypesOf(Node node)
    {
        if (node.Labels.TryGetValue("eks.amazonaws.com/compute-type", out var compute) && compute is "auto" or "fargate" or "hybrid")
        {
            return [];
        }

        var image = node.OsImage ?? "";
        var architecture = node.Architecture == "arm64" ? "ARM_64" : "x86_64";
        if (image.StartsWith("Bottlerocket", StringComparison.Ordinal))
        {
            var variant = BottlerocketVariant().Match(image).Groups["variant"].Value.Replace('-', '_').ToUpperInvariant();
            return [$"BOTTLEROCKET_{architecture}{variant}"];
        }

        if (image.StartsWith("Amazon Linux 2023", StringComparison.Ordinal))
        {
            return [$"AL2023_{architecture}_STANDARD"];
        }

        if (image == "Amazon Linux 2")
        {
            return [$"AL2_{architecture}"];
        }

        return WindowsServer().Match(image) is { Success: true } windows
            ? [$"WINDOWS_CORE_{windows.Groups["year"].Value}_x86_64", $"WINDOWS_FULL_{windows.Groups["year"].Value}_x86_64"]
            : [];
    }

    [GeneratedRegex("^v(?<minor>1\\.[0-9]{1,3})\\.", RegexOptions.CultureInvariant)]
    private static partial Regex Kubelet();

    [GeneratedRegex("\\(aws-k8s-1\\.[0-9]+(?<variant>(-nvidia)?(-fips)?)\\)", RegexOptions.CultureInvariant)]
    private static partial Regex BottlerocketVariant();

    [GeneratedRegex("^Windows Server (?<year>20[0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex WindowsServer();
}
