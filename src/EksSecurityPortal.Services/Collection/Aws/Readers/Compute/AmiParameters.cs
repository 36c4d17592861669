using System.Text.RegularExpressions;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Compute;

/// <summary>
/// Where AWS publishes its newest image for nodes: the public parameters of one AMI type and Kubernetes minor.
/// Source: <see href="https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html"/> and its siblings for Bottlerocket and Windows.
/// </summary>
internal sealed partial record AmiParameters(string Family, string AmiType, string Minor, string ImageParameter, string ReleaseParameter)
{
    /// <summary>Null for CUSTOM and for types that this table does not know.</summary>
    public static AmiParameters? Find(string amiType, string minor)
    {
        if (!MinorForm().IsMatch(minor))
        {
            return null;
        }

        if (AmazonLinux2023().Match(amiType) is { Success: true } al2023)
        {
            var variant = al2023.Groups["variant"].Value.ToLowerInvariant();
            return Recommended("AL2023", amiType, minor, $"amazon-linux-2023/{ArchitectureOf(al2023)}/{variant}");
        }

        if (amiType is "AL2_x86_64" or "AL2_ARM_64" or "AL2_x86_64_GPU")
        {
            var suffix = amiType switch { "AL2_ARM_64" => "-arm64", "AL2_x86_64_GPU" => "-gpu", _ => "" };
            return Recommended("AL2", amiType, minor, $"amazon-linux-2{suffix}");
        }

        if (Bottlerocket().Match(amiType) is { Success: true } bottlerocket)
        {
            var variant = bottlerocket.Groups["variant"].Value.Replace('_', '-').ToLowerInvariant();
            var path = $"/aws/service/bottlerocket/aws-k8s-{minor}{variant}/{ArchitectureOf(bottlerocket)}/latest";
            return new AmiParameters("Bottlerocket", amiType, minor, $"{path}/image_id", $"{path}/image_version");
        }

        if (Windows().Match(amiType) is { Success: true } windows)
        {
            var edition = windows.Groups["edition"].Value == "CORE" ? "Core" : "Full";
            var path = $"/aws/service/ami-windows-latest/Windows_Server-{windows.Groups["year"].Value}-English-{edition}-EKS_Optimized-{minor}";
            return new AmiParameters("Windows", amiType, minor, $"{path}/image_id", $"{path}/release_version");
        }

        return null;
    }

    private static AmiParameters Recommended(string family, string amiType, string minor, string variant)
    {
        var path = $"/aws/service/eks/optimized-ami/{minor}/{variant}/recommended";
        return new AmiParameters(family, amiType, minor, $"{path}/image_id", $"{path}/release_version");
    }

    private static string ArchitectureOf(Match match) => match.Groups["architecture"].Value == "ARM_64" ? "arm64" : "x86_64";

    [GeneratedRegex("^1\\.[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex MinorForm();

    [GeneratedRegex("^AL2023_(?<architecture>x86_64|ARM_64)_(?<variant>STANDARD|NVIDIA|NEURON)$", RegexOptions.CultureInvariant)]
    private static partial Regex AmazonLinux2023();

    [GeneratedRegex("^BOTTLEROCKET_(?<architecture>x86_64|ARM_64)(?<variant>(_NVIDIA)?(_FIPS)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bottlerocket();

    [GeneratedRegex("^WINDOWS_(?<edition>CORE|FULL)_(?<year>[0-9]{4})_x86_64$", RegexOptions.CultureInvariant)]
    private static partial Regex Windows();
}
