using System.Globalization;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Patching;

/// <summary>How an image stands against the newest that AWS publishes for its type and minor.</summary>
public enum ReleaseStanding
{
    /// <summary>The newest release.</summary>
    Current,

    /// <summary>A newer release exists.</summary>
    Behind,

    /// <summary>What is needed to compare was not read.</summary>
    Unknown,

    /// <summary>AWS publishes no release to compare with: custom images, and images that AWS operates.</summary>
    NotComparable,
}

/// <summary>The patch lag of one image of a pool.</summary>
/// <param name="Latest">The newest published release; null when none is known.</param>
/// <param name="DaysBehind">Days from its own release to the newest one; 0 when current; null when a date is missing.</param>
/// <param name="ReleasesBehind">Minor releases behind, for Bottlerocket, whose versions count them; null for others.</param>
/// <param name="Reason">Why it is Unknown or NotComparable; null for the others.</param>
public sealed record ReleaseLag(NodePoolImage Image, LatestImage? Latest, ReleaseStanding Standing, int? DaysBehind, int? ReleasesBehind, string? Reason)
{
    /// <summary>Compares with the newest release for the image's own minor: patch lag, not version lag.</summary>
    public static ReleaseLag Of(NodePoolImage image, IReadOnlyList<LatestImage> published)
    {
        ReleaseLag Without(ReleaseStanding standing, string reason, LatestImage? newest = null) => new(image, newest, standing, null, null, reason);

        switch (image.Family)
        {
            case ImageFamily.AwsOperated:
                return Without(ReleaseStanding.NotComparable, "AWS chooses and patches the image.");
            case ImageFamily.Custom:
                return Without(ReleaseStanding.NotComparable, "AWS publishes no releases of this image.");
            case ImageFamily.Unknown:
                return Without(ReleaseStanding.Unknown, "The image was not read.");
        }

        var latest = published.Where(item => item.AmiType == image.AmiType && item.KubernetesVersion == image.KubernetesVersion).OrderByDescending(item => item.ReleaseVersion, StringComparer.Ordinal).FirstOrDefault();
        if (latest is null)
        {
            return Without(ReleaseStanding.Unknown, $"The newest release of {image.AmiType ?? "this type"} for Kubernetes {image.KubernetesVersion ?? "of unknown version"} was not read.");
        }

        return latest.ReleaseVersion is null && latest.ImageId is null ? Without(ReleaseStanding.NotComparable, $"AWS publishes no {image.AmiType} for Kubernetes {image.KubernetesVersion} any more.", latest)
            : image.ImageId is not null && image.ImageId == latest.ImageId ? new(image, latest, ReleaseStanding.Current, 0, null, null)
            : image.Family == ImageFamily.Bottlerocket ? OfBottlerocket(image, latest)
            : OfDated(image, latest);
    }

    private static ReleaseLag OfDated(NodePoolImage image, LatestImage latest)
    {
        var newest = EksImageName.DayOf(latest.ReleaseVersion) ?? Day(latest.PublishedAt);
        if (image.ReleasedOn is not { } own || newest is not { } day)
        {
            return new(image, latest, ReleaseStanding.Unknown, null, null, "The day of the running or of the newest release is not known.");
        }

        var days = Math.Max(0, day.DayNumber - own.DayNumber);
        return new(image, latest, days == 0 ? ReleaseStanding.Current : ReleaseStanding.Behind, days, null, null);
    }

    private static ReleaseLag OfBottlerocket(NodePoolImage image, LatestImage latest)
    {
        var own = Version(image.ReleaseVersion);
        var newest = Version(latest.ReleaseVersion);
        if (own is null || newest is null)
        {
            return new(image, latest, ReleaseStanding.Unknown, null, null, "The running or the newest version cannot be read.");
        }

        if (own >= newest)
        {
            return new(image, latest, ReleaseStanding.Current, 0, 0, null);
        }

        int? days = image.ReleasedOn is { } made && Day(latest.PublishedAt) is { } published ? Math.Max(0, published.DayNumber - made.DayNumber) : null;
        int? releases = own.Major == newest.Major ? newest.Minor - own.Minor : null;
        return new(image, latest, ReleaseStanding.Behind, days, releases, null);
    }

    /// <summary><c>1.52.0-abc123de</c> gives 1.52.0.</summary>
    private static Version? Version(string? release) => System.Version.TryParse((release ?? "").Split('-')[0], out var version) ? version : null;

    private static DateOnly? Day(DateTimeOffset? time) => time is { } known ? DateOnly.FromDateTime(known.UtcDateTime) : null;

    /// <summary><c>20261116 of 2026-11-16, 35 days behind 20261221</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Image.ReleaseVersion ?? Image.ImageId ?? "unknown"} ({Standing}{(DaysBehind is { } days ? $", {days} days" : "")}{(ReleasesBehind is { } releases and > 0 ? $", {releases} minor releases" : "")}), newest {Latest?.ReleaseVersion ?? "not known"}");
}
