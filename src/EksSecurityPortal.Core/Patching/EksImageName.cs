using System.Globalization;
using System.Text.RegularExpressions;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Patching;

/// <summary>What the name of an image that AWS publishes for EKS says. A name proves nothing of its owner: ask <see cref="IsPublishedByAws"/> too.</summary>
/// <param name="AmiType">The node group API's name: <c>AL2023_x86_64_STANDARD</c>.</param>
/// <param name="KubernetesVersion">Minor.</param>
/// <param name="Release">The version without the patch of Kubernetes: <c>20251120</c>, <c>1.52.0-abc123de</c>, <c>2026.10.15</c>.</param>
/// <param name="ReleasedOn">The day in the release; null for Bottlerocket, whose versions have none.</param>
public sealed partial record EksImageName(ImageFamily Family, string AmiType, string KubernetesVersion, string Release, DateOnly? ReleasedOn)
{
    /// <summary>Null when the name is none of AWS's forms.</summary>
    public static EksImageName? Parse(string? name)
    {
        if (name is null || name.Length > 200)
        {
            return null;
        }

        if (AmazonLinux2023().Match(name) is { Success: true } al2023)
        {
            return new(ImageFamily.AmazonLinux2023, $"AL2023_{Architecture(al2023)}_{Upper(al2023, "variant")}", Minor(al2023), Text(al2023, "day"), Day(Text(al2023, "day")));
        }

        if (AmazonLinux2().Match(name) is { Success: true } al2)
        {
            var type = Text(al2, "kind") switch { "-arm64" => "AL2_ARM_64", "-gpu" => "AL2_x86_64_GPU", _ => "AL2_x86_64" };
            return new(ImageFamily.AmazonLinux2, type, Minor(al2), Text(al2, "day"), Day(Text(al2, "day")));
        }

        if (Bottlerocket().Match(name) is { Success: true } rocket)
        {
            var variant = Upper(rocket, "variant").Replace('-', '_');
            return new(ImageFamily.Bottlerocket, $"BOTTLEROCKET_{Architecture(rocket)}{variant}", Minor(rocket), Text(rocket, "release"), null);
        }

        return Windows().Match(name) is { Success: true } windows
            ? new(ImageFamily.Windows, $"WINDOWS_{Upper(windows, "edition")}_{Text(windows, "year")}_x86_64", Minor(windows), Text(windows, "day"), Day(Text(windows, "day")))
            : null;
    }

    /// <summary>True when the image is Amazon's own; a copy in the account or a stranger's image of the same name is not.</summary>
    public static bool IsPublishedByAws(MachineImage image) => string.Equals(image.OwnerAlias, "amazon", StringComparison.OrdinalIgnoreCase);

    /// <summary>Family of a node group's AMI type; Custom for CUSTOM, Unknown for types that are not known here.</summary>
    public static ImageFamily FamilyOf(string? amiType) => amiType switch
    {
        null => ImageFamily.Unknown,
        "CUSTOM" => ImageFamily.Custom,
        _ when amiType.StartsWith("AL2023_", StringComparison.Ordinal) => ImageFamily.AmazonLinux2023,
        _ when amiType.StartsWith("AL2_", StringComparison.Ordinal) => ImageFamily.AmazonLinux2,
        _ when amiType.StartsWith("BOTTLEROCKET_", StringComparison.Ordinal) => ImageFamily.Bottlerocket,
        _ when amiType.StartsWith("WINDOWS_", StringComparison.Ordinal) => ImageFamily.Windows,
        _ => ImageFamily.Unknown,
    };

    /// <summary>The day of a release version: of <c>1.34.2-20251120</c>, <c>20251120</c>, <c>1.34-2026.10.15</c>; null when there is none in it.</summary>
    public static DateOnly? DayOf(string? releaseVersion) => releaseVersion is null ? null : Day(releaseVersion[(releaseVersion.LastIndexOf('-') + 1)..]);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, ["yyyyMMdd", "yyyy.MM.dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Architecture(Match match) => Text(match, "architecture") is "arm64" or "aarch64" ? "ARM_64" : "x86_64";

    private static string Minor(Match match) => Text(match, "minor");

    private static string Text(Match match, string group) => match.Groups[group].Value;

    private static string Upper(Match match, string group) => match.Groups[group].Value.ToUpperInvariant();

    [GeneratedRegex("^amazon-eks-node-al2023-(?<architecture>x86_64|arm64)-(?<variant>standard|nvidia|neuron)-(?<minor>1\\.[0-9]{1,3})-v(?<day>[0-9]{8})$", RegexOptions.CultureInvariant)]
    private static partial Regex AmazonLinux2023();

    [GeneratedRegex("^amazon-eks(?<kind>-arm64|-gpu)?-node-(?<minor>1\\.[0-9]{1,3})-v(?<day>[0-9]{8})$", RegexOptions.CultureInvariant)]
    private static partial Regex AmazonLinux2();

    [GeneratedRegex("^bottlerocket-aws-k8s-(?<minor>1\\.[0-9]{1,3})(?<variant>(-nvidia)?(-fips)?)-(?<architecture>x86_64|aarch64|arm64)-v(?<release>[0-9]+\\.[0-9]+\\.[0-9]+-[0-9a-f]{1,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex Bottlerocket();

    [GeneratedRegex("^Windows_Server-(?<year>20[0-9]{2})-English-(?<edition>Core|Full)-EKS_Optimized-(?<minor>1\\.[0-9]{1,3})-(?<day>[0-9]{4}\\.[0-9]{2}\\.[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Windows();
}
