using System.Globalization;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

internal enum ImageFamily
{
    AmazonLinux2,
    AmazonLinux2023,
    AmazonLinux2023Arm,
    Bottlerocket,
    BottlerocketArm,
    WindowsCore2022,
    Custom,
}

/// <summary>One published image, new or old, and how nodes that run it describe themselves.</summary>
internal sealed record ImageBuild(string ImageId, string Name, string OwnerId, string Release, DateTimeOffset Published, string AmiType, string OsImage, string Kernel, string Runtime, string KubeletVersion)
{
    public string Architecture => AmiType.Contains("ARM", StringComparison.Ordinal) ? "arm64" : "x86_64";

    public bool IsWindows => AmiType.StartsWith("WINDOWS", StringComparison.Ordinal);
}

/// <summary>The rhythm in which AWS publishes node images, and the release of any family at any age.</summary>
internal static class ImageCatalog
{
    private static readonly string[] Minors = ["1.29", "1.30", "1.31", "1.32", "1.33", "1.34", "1.35", "1.36"];

    /// <summary>Days since the newest release. Amazon Linux 2 stopped being published a year ago.</summary>
    private static int LatestAgeDays(ImageFamily family) => family switch
    {
        ImageFamily.AmazonLinux2 => 364,
        ImageFamily.Bottlerocket or ImageFamily.BottlerocketArm => 9,
        ImageFamily.WindowsCore2022 => 12,
        _ => 5,
    };

    public static IReadOnlyList<ImageRelease> Releases(IEnumerable<string> regions, DateTimeOffset now) =>
    [
        .. from region in regions
           from minor in Minors
           from family in Enum.GetValues<ImageFamily>()
           where family != ImageFamily.Custom && (family != ImageFamily.AmazonLinux2 || string.CompareOrdinal(minor, "1.32") <= 0)
           let build = Build(region, family, minor, lagDays: 0, now)
           select new ImageRelease(region, ParameterPath(family, minor), build.ImageId, build.Name, family is ImageFamily.Bottlerocket or ImageFamily.BottlerocketArm ? "image_version" : "release_version", build.Release, build.Published),
    ];

    /// <summary>The release that was the newest the given number of days before today's newest.</summary>
    public static ImageBuild Build(string region, ImageFamily family, string minor, int lagDays, DateTimeOffset now)
    {
        var published = new DateTimeOffset(now.Date, TimeSpan.Zero).AddDays(-LatestAgeDays(family) - lagDays).AddHours(18);
        var day = published.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var patch = string.Create(CultureInfo.InvariantCulture, $"{minor}.{Math.Max(0, PublicTables.Patch(minor) - (lagDays / 45))}");
        var kubelet = $"v{patch}-eks-{Ids.Hex("kubelet" + patch, 7)}";
        var image = Ids.Resource("ami", $"{region}/{family}/{minor}/{day}");
        return family switch
        {
            ImageFamily.AmazonLinux2 => new(image, $"amazon-eks-node-{minor}-v{day}", "602401143452", $"{patch}-{day}", published, "AL2_x86_64", "Amazon Linux 2", "5.10.245-241.978.amzn2.x86_64", "containerd://1.7.29", kubelet),
            ImageFamily.AmazonLinux2023 => Linux2023("x86_64", "AL2023_x86_64_STANDARD"),
            ImageFamily.AmazonLinux2023Arm => Linux2023("arm64", "AL2023_ARM_64_STANDARD"),
            ImageFamily.Bottlerocket => Rocket("x86_64", "BOTTLEROCKET_x86_64"),
            ImageFamily.BottlerocketArm => Rocket("aarch64", "BOTTLEROCKET_ARM_64"),
            ImageFamily.WindowsCore2022 => Windows(),
            _ => new(image, $"golden-eks-{minor}-{day}", "", image, published, "CUSTOM", "Ubuntu 22.04.5 LTS", "6.8.0-1031-aws", "containerd://1.7.28", kubelet),
        };

        ImageBuild Linux2023(string architecture, string amiType) => new(
            image, $"amazon-eks-node-al2023-{architecture}-standard-{minor}-v{day}", "602401143452", $"{patch}-{day}", published, amiType,
            "Amazon Linux 2023.9." + day, $"6.12.{60 - (lagDays / 10)}-{60 - (lagDays / 10)}.102.amzn2023.{(architecture == "arm64" ? "aarch64" : architecture)}", "containerd://2.1.5", kubelet);

        ImageBuild Rocket(string architecture, string amiType)
        {
            var version = string.Create(CultureInfo.InvariantCulture, $"1.{60 - (lagDays / 21)}.0");
            var release = $"{version}-{Ids.Hex("bottlerocket" + version, 8)}";
            return new(image, $"bottlerocket-aws-k8s-{minor}-{architecture}-v{release}", "092701018921", release, published, amiType, $"Bottlerocket OS {version} (aws-k8s-{minor})", "6.12.55", "containerd://2.1.5+bottlerocket", kubelet);
        }

        ImageBuild Windows() => new(
            image, $"Windows_Server-2022-English-Core-EKS_Optimized-{minor}-{published.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture)}", "801119661308",
            $"{minor}-{published.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture)}", published, "WINDOWS_CORE_2022_x86_64", "Windows Server 2022 Datacenter", "10.0.20348.4405", "containerd://1.7.29", kubelet);
    }

    private static string ParameterPath(ImageFamily family, string minor) => family switch
    {
        ImageFamily.AmazonLinux2 => $"/aws/service/eks/optimized-ami/{minor}/amazon-linux-2/recommended",
        ImageFamily.AmazonLinux2023 => $"/aws/service/eks/optimized-ami/{minor}/amazon-linux-2023/x86_64/standard/recommended",
        ImageFamily.AmazonLinux2023Arm => $"/aws/service/eks/optimized-ami/{minor}/amazon-linux-2023/arm64/standard/recommended",
        ImageFamily.Bottlerocket => $"/aws/service/bottlerocket/aws-k8s-{minor}/x86_64/latest",
        ImageFamily.BottlerocketArm => $"/aws/service/bottlerocket/aws-k8s-{minor}/arm64/latest",
        _ => $"/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-EKS_Optimized-{minor}",
    };
}
