using System.Globalization;
using System.Text;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Ec2;

/// <summary>Launch templates and their versions.</summary>
internal static class Ec2LaunchTemplates
{
    private static Ec2Collection<LaunchTemplate> Collection(RegionEstate region) => new("launchTemplates", "LaunchTemplateId", "InvalidLaunchTemplateId.NotFound", template => template.Id)
    {
        Tags = template => template.Tags,
        Filter = (template, name) => name switch
        {
            "launch-template-name" => [template.Name],
            "launch-template-id" => [template.Id],
            _ => null,
        },
        Write = (body, template) => body.Text("launchTemplateId", template.Id).Text("launchTemplateName", template.Name).Text("createTime", template.Versions[0].Created)
            .Text("createdBy", $"arn:aws:iam::{region.AccountId}:root").Text("defaultVersionNumber", template.DefaultVersion)
            .Text("latestVersionNumber", template.Versions[^1].Number).Tags("tagSet", template.Tags, "key", "value"),
    };

    public static void Answer(XmlBody body, AwsRequest request, RegionEstate region)
    {
        var names = request.List("LaunchTemplateName");
        var all = region.LaunchTemplates;
        if (names.Count > 0)
        {
            all = [.. names.Select(name => all.FirstOrDefault(template => template.Name == name)
                ?? throw new AwsException(400, "InvalidLaunchTemplateName.NotFoundException", $"At least one of the launch templates specified in the request does not exist: {name}"))];
        }

        Collection(region).Answer(body, request, "DescribeLaunchTemplates", all);
    }

    public static void AnswerVersions(XmlBody body, AwsRequest request, RegionEstate region)
    {
        var (id, name, wanted) = (request.Find("LaunchTemplateId"), request.Find("LaunchTemplateName"), request.List("LaunchTemplateVersion"));
        IReadOnlyList<(LaunchTemplate Template, LaunchTemplateVersion Version)> all;
        if (id is null && name is null)
        {
            if (wanted.Count == 0 || wanted.Any(version => version is not "$Latest" and not "$Default"))
            {
                throw new AwsException(400, "MissingParameter", "When no launch template is named, the versions must be $Latest or $Default");
            }

            all = [.. region.LaunchTemplates.SelectMany(template => Wanted(template, wanted))];
        }
        else
        {
            var template = region.LaunchTemplates.FirstOrDefault(template => template.Id == id || template.Name == name)
                ?? throw new AwsException(400, id is null ? "InvalidLaunchTemplateName.NotFoundException" : "InvalidLaunchTemplateId.NotFound", "The specified launch template does not exist.");
            all = [.. Wanted(template, wanted)];
        }

        var page = Ec2Filters.Cut(request, "DescribeLaunchTemplateVersions", all);
        body.List("launchTemplateVersionSet", page.Items, (item, pair) => WriteVersion(item, pair.Template, pair.Version, region)).Text("nextToken", page.Next);
    }

    private static IEnumerable<(LaunchTemplate Template, LaunchTemplateVersion Version)> Wanted(LaunchTemplate template, IReadOnlyList<string> wanted)
    {
        var numbers = wanted.Select(text => text switch
        {
            "$Latest" => template.Versions[^1].Number,
            "$Default" => template.DefaultVersion,
            _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && template.Versions.Any(version => version.Number == number)
                ? number
                : throw new AwsException(400, "InvalidLaunchTemplateId.VersionNotFound", $"Could not find the specified version {text} for the launch template with ID {template.Id}."),
        }).ToHashSet();
        return template.Versions.Where(version => numbers.Count == 0 || numbers.Contains(version.Number)).Reverse().Select(version => (template, version));
    }

    private static void WriteVersion(XmlBody body, LaunchTemplate template, LaunchTemplateVersion version, RegionEstate region)
    {
        body.Text("launchTemplateId", template.Id).Text("launchTemplateName", template.Name).Text("versionNumber", version.Number).Text("versionDescription", version.Description)
            .Text("createTime", version.Created).Text("createdBy", $"arn:aws:iam::{region.AccountId}:root").Text("defaultVersion", version.Number == template.DefaultVersion);
        body.Group("launchTemplateData", data => WriteData(data, version));
    }

    private static void WriteData(XmlBody data, LaunchTemplateVersion version)
    {
        if (version.InstanceProfileArn is { } profile)
        {
            data.Group("iamInstanceProfile", item => item.Text("arn", profile));
        }

        if (version.VolumeEncrypted is { } encrypted)
        {
            data.List("blockDeviceMappingSet", [encrypted], (item, value) => item.Text("deviceName", "/dev/xvda")
                .Group("ebs", ebs => ebs.Text("encrypted", value).Text("deleteOnTermination", value: true).Text("volumeSize", 80).Text("volumeType", "gp3")));
        }

        if (version.AssociatePublicIp is { } isPublic)
        {
            data.List("networkInterfaceSet", [isPublic], (item, value) => item.Text("deviceIndex", 0).Text("associatePublicIpAddress", value));
        }

        data.Text("imageId", version.ImageId).Text("instanceType", version.InstanceType).Text("keyName", version.KeyName)
            .Text("userData", version.UserData is { } text ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : null);
        if (version.SecurityGroups.Count > 0)
        {
            data.List("securityGroupIdSet", version.SecurityGroups);
        }

        if (version.Metadata is { } metadata)
        {
            data.Group("metadataOptions", item => item.Text("httpTokens", metadata.HttpTokens).Text("httpPutResponseHopLimit", metadata.HopLimit).Text("httpEndpoint", metadata.HttpEndpoint));
        }
    }
}
