using Amazon.EC2;
using Amazon.EC2.Model;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using AutoScalingGroup = EksSecurityPortal.Core.Inventory.AutoScalingGroup;
using Instance = EksSecurityPortal.Core.Inventory.Instance;
using LaunchTemplate = EksSecurityPortal.Core.Inventory.LaunchTemplate;
using LaunchTemplateVersion = EksSecurityPortal.Core.Inventory.LaunchTemplateVersion;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Compute;

/// <summary>
/// Launch templates of node groups, Auto Scaling groups and instances: the versions in use, the default and the latest one, in one call each.
/// User data is left out: it may hold secrets.
/// </summary>
internal static class TemplateReader
{
    private const string Operation = "ec2:DescribeLaunchTemplateVersions";

    private static readonly string[] RootDevices = ["/dev/xvda", "/dev/sda1"];

    public static async Task<Part<IReadOnlyList<LaunchTemplate>>> ReadAsync(
        ClusterScope scope, Task<Part<IReadOnlyList<NodeGroup>>> nodeGroups, Task<Part<IReadOnlyList<AutoScalingGroup>>> groups, Task<Part<IReadOnlyList<Instance>>> instances)
    {
        var asked = await FindUsedAsync(nodeGroups, groups, instances);
        return await scope.Parts.ReadAsync(SnapshotPart.LaunchTemplates, async reading =>
        {
            var templates = await reading.DescribeAsync(
                asked, used => used.Id ?? used.Name ?? "", (used, token) => ReadAsync(scope.Clients.Ec2, used, reading, token), wereListed: false);
            return (IReadOnlyList<LaunchTemplate>)[.. templates.OrderBy(template => template.Id, StringComparer.Ordinal)];
        });
    }

    /// <summary>Each template once, with every version that is named anywhere.</summary>
    private static async Task<IReadOnlyList<UsedTemplate>> FindUsedAsync(
        Task<Part<IReadOnlyList<NodeGroup>>> nodeGroups, Task<Part<IReadOnlyList<AutoScalingGroup>>> groups, Task<Part<IReadOnlyList<Instance>>> instances)
    {
        var scaling = (await groups).Facts ?? [];
        var named = ((await nodeGroups).Facts ?? []).Select(group => group.LaunchTemplate)
            .Concat(scaling.Select(group => group.LaunchTemplate))
            .Concat(scaling.SelectMany(group => group.Instances).Select(instance => instance.LaunchTemplate))
            .Concat(((await instances).Facts ?? []).Select(instance => instance.LaunchTemplate))
            .OfType<LaunchTemplateRef>().Where(template => template.Id is not null || template.Name is not null);
        return
        [
            .. named.GroupBy(template => template.Id ?? template.Name, StringComparer.Ordinal)
                .Select(same => new UsedTemplate(
                    same.First().Id, same.First().Name, [.. same.Select(template => template.Version).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
                .OrderBy(template => template.Id ?? template.Name, StringComparer.Ordinal),
        ];
    }

    private static async Task<LaunchTemplate?> ReadAsync(IAmazonEC2 ec2, UsedTemplate used, PartReading reading, CancellationToken cancellationToken)
    {
        List<Amazon.EC2.Model.LaunchTemplateVersion> versions;
        try
        {
            versions = await ReadVersionsAsync(ec2, used, [.. used.Versions.Union(["$Default", "$Latest"])], cancellationToken);
        }
        catch (AmazonEC2Exception exception) when (exception.ErrorCode == "InvalidLaunchTemplateId.VersionNotFound")
        {
            // a version in use was deleted, and it fails the whole question
            reading.Note(AwsGaps.Of(exception, used.Id ?? used.Name));
            versions = await ReadVersionsAsync(ec2, used, ["$Default", "$Latest"], cancellationToken);
        }

        var facts = versions.Select(FactOf).DistinctBy(version => version.Version).OrderBy(version => version.Version).ToList();
        return new LaunchTemplate(
            Required(TextOf(versions.FirstOrDefault()?.LaunchTemplateId) ?? used.Id, Operation, "template id"),
            TextOf(versions.FirstOrDefault()?.LaunchTemplateName) ?? used.Name ?? "",
            facts.FirstOrDefault(version => version.IsDefault)?.Version,
            facts.Count > 0 ? facts[^1].Version : null,
            facts);
    }

    private static Task<List<Amazon.EC2.Model.LaunchTemplateVersion>> ReadVersionsAsync(
        IAmazonEC2 ec2, UsedTemplate used, List<string> versions, CancellationToken cancellationToken)
    {
        var request = new DescribeLaunchTemplateVersionsRequest
        {
            LaunchTemplateId = used.Id, LaunchTemplateName = used.Id is null ? used.Name : null, Versions = versions,
        };
        return ec2.Paginators.DescribeLaunchTemplateVersions(request).LaunchTemplateVersions.ToListAsync(cancellationToken).AsTask();
    }

    private static LaunchTemplateVersion FactOf(Amazon.EC2.Model.LaunchTemplateVersion version)
    {
        var data = version.LaunchTemplateData;
        var faces = data?.NetworkInterfaces ?? [];
        var root = data?.BlockDeviceMappings?.FirstOrDefault(mapping => RootDevices.Contains(mapping.DeviceName, StringComparer.Ordinal));
        return new LaunchTemplateVersion(
            Required(version.VersionNumber, Operation, "version number"),
            version.DefaultVersion == true,
            TextOf(data?.ImageId),
            TextOf(data?.InstanceType),
            TextOf(data?.KeyName),
            faces.Select(face => face.AssociatePublicIpAddress).FirstOrDefault(answer => answer is not null),
            data?.MetadataOptions is { } options
                ? new Core.Inventory.InstanceMetadataOptions(TextOf(options.HttpEndpoint), TextOf(options.HttpTokens), options.HttpPutResponseHopLimit)
                : null,
            [.. ListOf(data?.SecurityGroupIds).Concat(faces.SelectMany(face => ListOf(face.Groups))).Distinct(StringComparer.Ordinal)],
            TextOf(data?.IamInstanceProfile?.Arn ?? data?.IamInstanceProfile?.Name),
            root?.Ebs?.Encrypted,
            UtcOf(version.CreateTime));
    }

    private sealed record UsedTemplate(string? Id, string? Name, IReadOnlyList<string> Versions);
}
