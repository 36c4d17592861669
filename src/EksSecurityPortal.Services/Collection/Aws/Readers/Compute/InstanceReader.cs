using Amazon.EC2;
using Amazon.EC2.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using AutoScalingGroup = EksSecurityPortal.Core.Inventory.AutoScalingGroup;
using Instance = EksSecurityPortal.Core.Inventory.Instance;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Compute;

/// <summary>
/// Instances of the cluster: those whose tags name a cluster are read once per region and matched here; members of its Auto Scaling groups and
/// instances that its nodes name are added by id, because tags may be missing.
/// </summary>
internal static class InstanceReader
{
    private const string Operation = "ec2:DescribeInstances";

    private static readonly string[] LivingStates = ["pending", "running", "shutting-down", "stopping", "stopped"];

    public static async Task<Part<IReadOnlyList<Instance>>> ReadAsync(
        ClusterScope scope, Task<Part<IReadOnlyList<AutoScalingGroup>>> groups, Task<KubernetesFacts> kubernetes)
    {
        var members = ((await groups).Facts ?? []).SelectMany(group => group.Instances).Select(instance => instance.Id);
        var nodes = ((await kubernetes).Nodes.Facts ?? []).Select(node => InstanceIdOf(node.ProviderId)).OfType<string>();
        var named = members.Concat(nodes).ToHashSet(StringComparer.Ordinal);
        return await scope.Parts.ReadAsync(SnapshotPart.Instances, async reading =>
        {
            var tagged = await scope.Shared.GetAsync(
                $"instances/{scope.Region}", token => FindAsync(scope, "tag-key", ClusterTags.InstanceKeys, token), reading.Cancellation);
            var own = tagged.Where(instance => named.Contains(instance.Id) || ClusterTags.AreOfNodes(instance.Tags, scope.Name)).ToList();
            reading.Count(own.Count);
            var rest = named.Except(own.Select(instance => instance.Id), StringComparer.Ordinal);
            own.AddRange(await FindAsync(scope, "instance-id", rest, reading.Cancellation));
            return (IReadOnlyList<Instance>)[.. own.OrderBy(instance => instance.Id, StringComparer.Ordinal)];
        });
    }

    /// <summary>The instance of <c>aws:///{zone}/{instance}</c>; null for Fargate and hybrid nodes.</summary>
    internal static string? InstanceIdOf(string? providerId)
    {
        var id = providerId?[(providerId.LastIndexOf('/') + 1)..];
        return providerId is not null && providerId.StartsWith("aws://", StringComparison.Ordinal) && id is not null && id.StartsWith("i-", StringComparison.Ordinal) ? id : null;
    }

    private static async Task<IReadOnlyList<Instance>> FindAsync(ClusterScope scope, string filter, IEnumerable<string> values, CancellationToken cancellationToken)
    {
        var reservations = await Ec2Filter.ReadAsync(
            values,
            some => scope.Clients.Ec2.Paginators.DescribeInstances(new DescribeInstancesRequest
            {
                Filters = [.. Ec2Filter.By(filter, some), .. Ec2Filter.By("instance-state-name", LivingStates)],
                MaxResults = 1000,
            }).Reservations,
            cancellationToken);
        return [.. reservations.SelectMany(reservation => reservation.Instances ?? []).Select(FactOf)];
    }

    private static Instance FactOf(Amazon.EC2.Model.Instance instance)
    {
        var tags = TagsOf(instance.Tags, tag => tag.Key, tag => tag.Value);
        return new Instance(
            Required(TextOf(instance.InstanceId), Operation, "id"),
            Required(TextOf(instance.InstanceType), Operation, "type"),
            Required(TextOf(instance.State?.Name), Operation, "state"),
            TextOf(instance.ImageId),
            TextOf(instance.Placement?.AvailabilityZone),
            TextOf(instance.SubnetId),
            TextOf(instance.PrivateIpAddress),
            TextOf(instance.PublicIpAddress),
            ListOf(instance.NetworkInterfaces?.SelectMany(face => face.Ipv6Addresses ?? []).Select(address => address.Ipv6Address)),
            ListOf(instance.SecurityGroups?.Select(group => group.GroupId)),
            TextOf(instance.IamInstanceProfile?.Arn),
            TextOf(instance.KeyName),
            UtcOf(instance.LaunchTime),
            instance.MetadataOptions is { } options
                ? new Core.Inventory.InstanceMetadataOptions(TextOf(options.HttpEndpoint), TextOf(options.HttpTokens), options.HttpPutResponseHopLimit)
                : null,
            tags.GetValueOrDefault("aws:autoscaling:groupName"),
            TemplateOf(tags),
            instance.InstanceLifecycle == InstanceLifecycleType.Spot,
            tags);
    }

    private static LaunchTemplateRef? TemplateOf(IReadOnlyDictionary<string, string> tags) =>
        tags.TryGetValue("aws:ec2launchtemplate:id", out var id) ? new LaunchTemplateRef(id, null, tags.GetValueOrDefault("aws:ec2launchtemplate:version")) : null;
}
