using System.Globalization;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Ec2;

/// <summary>Images: those the estate lists, and the newest public ones, which come from the table of image releases.</summary>
internal sealed class Ec2Images(Estate estate)
{
    private const string AmazonEksOwner = "602401143452";

    private static readonly Ec2Collection<MachineImage> Collection = new("imagesSet", "ImageId", "InvalidAMIID.NotFound", image => image.Id)
    {
        Tags = image => image.Tags,
        Filter = (image, name) => name switch
        {
            "image-id" => [image.Id],
            "name" => [image.Name],
            "owner-id" => [image.OwnerId],
            "owner-alias" => [Alias(image)],
            "architecture" => [image.Architecture],
            "state" => ["available"],
            "is-public" => [image.IsPublic ? "true" : "false"],
            "platform" => image.Platform is { } platform ? [platform] : [],
            _ => null,
        },
        Write = Write,
    };

    private readonly ILookup<string, MachineImage> published = estate.ImageReleases.DistinctBy(release => (release.Region, release.ImageId)).ToLookup(release => release.Region, ImageOf);

    public void Answer(XmlBody body, AwsRequest request, RegionEstate region)
    {
        var owners = request.List("Owner");
        IReadOnlyList<MachineImage> all = [.. region.Images.Concat(published[region.Region]).DistinctBy(image => image.Id)
            .Where(image => owners.Count == 0 || owners.Contains(image.OwnerId) || owners.Contains(Alias(image) ?? "-") || (owners.Contains("self") && image.OwnerId == region.AccountId))];
        Collection.Answer(body, request, "DescribeImages", all);
    }

    private static string? Alias(MachineImage image) => image.OwnerId is AmazonEksOwner or "092701018921" or "801119661308" ? "amazon" : null;

    private static MachineImage ImageOf(ImageRelease release)
    {
        var isWindows = release.Path.Contains("windows", StringComparison.OrdinalIgnoreCase);
        var owner = isWindows ? "801119661308" : release.Path.Contains("bottlerocket", StringComparison.Ordinal) ? "092701018921" : AmazonEksOwner;
        return new MachineImage(release.ImageId, release.ImageName, owner, release.Published)
        {
            Architecture = release.Path.Contains("arm64", StringComparison.Ordinal) ? "arm64" : "x86_64",
            Platform = isWindows ? "windows" : null,
            Deprecated = release.Published.AddYears(2),
            Description = "EKS-optimized node image " + release.Version,
        };
    }

    private static void Write(XmlBody body, MachineImage image) => body
        .Text("imageId", image.Id).Text("imageLocation", (Alias(image) ?? image.OwnerId) + "/" + image.Name).Text("imageState", "available").Text("imageOwnerId", image.OwnerId)
        .Text("creationDate", image.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).Text("isPublic", image.IsPublic)
        .Text("architecture", image.Architecture).Text("imageType", "machine").Text("platform", image.Platform).Text("imageOwnerAlias", Alias(image)).Text("name", image.Name)
        .Text("description", image.Description).Text("rootDeviceType", "ebs").Text("rootDeviceName", "/dev/xvda").Text("virtualizationType", "hvm")
        .Tags("tagSet", image.Tags, "key", "value").Text("hypervisor", "xen").Text("enaSupport", value: true).Text("deprecationTime", image.Deprecated).Text("imdsSupport", "v2.0");
}
