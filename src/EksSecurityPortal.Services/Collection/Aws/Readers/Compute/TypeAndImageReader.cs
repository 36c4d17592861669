using Amazon.EC2.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using Instance = EksSecurityPortal.Core.Inventory.Instance;
using InstanceType = EksSecurityPortal.Core.Inventory.InstanceType;
using LaunchTemplate = EksSecurityPortal.Core.Inventory.LaunchTemplate;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Compute;

/// <summary>Instance types and machine images that the cluster uses.</summary>
internal static class TypeAndImageReader
{
    /// <summary>Types in one answer of the API.</summary>
    private const int TypesAtOnce = 100;

    public static async Task<Part<IReadOnlyList<InstanceType>>> ReadTypesAsync(
        ClusterScope scope, Task<Part<IReadOnlyList<Instance>>> instances, Task<Part<IReadOnlyList<NodeGroup>>> nodeGroups)
    {
        var used = await instances;
        var groups = await nodeGroups;
        var names = (used.Facts ?? []).Select(instance => instance.InstanceType).Concat((groups.Facts ?? []).SelectMany(group => group.InstanceTypes));
        return await scope.Parts.ReadAsync(SnapshotPart.InstanceTypes, async reading =>
        {
            reading.Note(used.IsPresent ? [] : [Dependency.Of(SnapshotPart.Instances, used)]);
            var types = await Ec2Filter.ReadAsync(
                names,
                some => scope.Clients.Ec2.Paginators.DescribeInstanceTypes(
                    new DescribeInstanceTypesRequest { Filters = Ec2Filter.By("instance-type", some), MaxResults = TypesAtOnce }).InstanceTypes,
                reading.Cancellation);
            return (IReadOnlyList<InstanceType>)[.. types.Select(FactOf).OrderBy(type => type.Name, StringComparer.Ordinal)];
        });
    }

    /// <summary>
    /// An image that is not visible to the account is a gap: it was deregistered, or is no longer shared. Images of Auto Mode are AWS's own and
    /// never were visible, which is no gap.
    /// </summary>
    public static async Task<Part<IReadOnlyList<MachineImage>>> ReadImagesAsync(
        ClusterScope scope, Task<Part<IReadOnlyList<Instance>>> instances, Task<Part<IReadOnlyList<LaunchTemplate>>> templates, Task<KubernetesFacts> kubernetes)
    {
        var used = await instances;
        var ofAutoMode = ImagesOfAutoMode(used.Facts ?? [], (await kubernetes).Nodes.Facts ?? []);
        var ids = (used.Facts ?? []).Select(instance => instance.ImageId)
            .Concat(((await templates).Facts ?? []).SelectMany(template => template.Versions).Select(version => version.ImageId))
            .OfType<string>().Where(id => id.StartsWith("ami-", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return await scope.Parts.ReadAsync(SnapshotPart.Images, async reading =>
        {
            reading.Note(used.IsPresent ? [] : [Dependency.Of(SnapshotPart.Instances, used)]);
            var images = await Ec2Filter.ReadAsync(
                ids,
                some => scope.Clients.Ec2.Paginators.DescribeImages(
                    new DescribeImagesRequest { Filters = Ec2Filter.By("image-id", some), IncludeDeprecated = true, MaxResults = 1000 }).Images,
                reading.Cancellation);
            var facts = images.Select(FactOf).OrderBy(image => image.Id, StringComparer.Ordinal).ToList();
            reading.Note(ids.Except(facts.Select(image => image.Id)).Except(ofAutoMode).Order(StringComparer.Ordinal).Select(id =>
                new PartGap(GapReason.Failed, "ec2:DescribeImages", "The image is not visible to the account: deregistered, or no longer shared with it.", null, id)));
            return (IReadOnlyList<MachineImage>)facts;
        });
    }

    private static HashSet<string> ImagesOfAutoMode(IReadOnlyList<Instance> instances, IReadOnlyList<Node> nodes)
    {
        var ids = nodes.Where(node => node.Labels.GetValueOrDefault("eks.amazonaws.com/compute-type") == "auto")
            .Select(node => InstanceReader.InstanceIdOf(node.ProviderId)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return instances.Where(instance => ids.Contains(instance.Id) || instance.Tags.ContainsKey("eks:kubernetes-node-pool-name"))
            .Select(instance => instance.ImageId).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private static InstanceType FactOf(InstanceTypeInfo type)
    {
        var network = type.NetworkInfo;
        var card = network?.NetworkCards?.FirstOrDefault(card => card.NetworkCardIndex == network.DefaultNetworkCardIndex);
        return new InstanceType(
            Required(TextOf(type.InstanceType), "ec2:DescribeInstanceTypes", "name"),
            type.VCpuInfo?.DefaultVCpus,
            type.MemoryInfo?.SizeInMiB,
            card?.MaximumNetworkInterfaces ?? network?.MaximumNetworkInterfaces,
            network?.Ipv4AddressesPerInterface,
            TextOf(type.Hypervisor),
            ListOf(type.ProcessorInfo?.SupportedArchitectures),
            null);
    }

    private static MachineImage FactOf(Image image) => new(
        Required(TextOf(image.ImageId), "ec2:DescribeImages", "id"),
        TextOf(image.Name),
        TextOf(image.OwnerId),
        TextOf(image.ImageOwnerAlias),
        TextOf(image.Architecture),
        TextOf(image.State),
        image.Public,
        UtcOf(image.CreationDate),
        UtcOf(image.DeprecationTime),
        TextOf(image.Description));
}
