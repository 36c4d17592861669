using EksSecurityPortal.Core.Patching;

namespace EksSecurityPortal.Core.Inventory;

/// <summary>Puts together what is known of one pool.</summary>
internal sealed class NodePoolAssembly(ClusterSnapshot snapshot)
{
    private readonly Dictionary<string, NodeGroup> nodeGroups = Index(snapshot.Eks.NodeGroups.Facts, group => group.Name);
    private readonly Dictionary<string, FargateProfile> profiles = Index(snapshot.Eks.FargateProfiles.Facts, profile => profile.Name);
    private readonly Dictionary<string, AutoScalingGroup> scalingGroups = Index(snapshot.Compute.AutoScalingGroups.Facts, group => group.Name);
    private readonly Dictionary<string, CustomObject> karpenterPools = Index(snapshot.Kubernetes.NodeProvisioning.Facts?.NodePools, pool => pool.Name);
    private readonly Dictionary<string, CustomObject> classes = Index(snapshot.Kubernetes.NodeProvisioning.Facts?.NodeClasses, item => $"{item.Group}/{item.Name}");
    private readonly Dictionary<string, MachineImage> images = Index(snapshot.Compute.Images.Facts, image => image.Id);
    private readonly Dictionary<string, LaunchTemplate> templates = Index(snapshot.Compute.LaunchTemplates.Facts, template => template.Id);
    private readonly Dictionary<string, LaunchTemplate> templatesByName = Index(snapshot.Compute.LaunchTemplates.Facts, template => template.Name);

    internal NodePool Assemble(NodePoolKey key, IReadOnlyList<NodePoolMember> members)
    {
        var group = key.Kind == NodePoolKind.Managed ? nodeGroups.GetValueOrDefault(key.Name) : null;
        var scaling = ScalingGroupOf(key, group);
        var karpenter = key.Kind is NodePoolKind.Karpenter or NodePoolKind.AutoMode ? karpenterPools.GetValueOrDefault(key.Name) : null;
        var reference = karpenter is null ? null : NodeClassReference.Of(karpenter);
        var profile = key.Kind == NodePoolKind.Fargate ? profiles.GetValueOrDefault(key.Name) : null;
        return new NodePool
        {
            Kind = key.Kind,
            Name = key.Name,
            Members = members,
            NodeGroup = group,
            AutoScalingGroup = scaling,
            FargateProfile = profile,
            KarpenterPool = karpenter,
            NodeClass = reference is null ? null : classes.GetValueOrDefault($"{reference.Group}/{reference.Name}"),
            NextTemplate = VersionOf(scaling?.LaunchTemplate) ?? VersionOf(group?.LaunchTemplate),
            Images = ImagesOf(key.Kind, group, members),
            KubeletVersions = [.. members.Select(member => member.Node?.KubeletVersion).OfType<string>().CountBy(version => version)
                .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new NodePoolTally(entry.Key, entry.Value))],
            SubnetIds = [.. members.Select(member => member.Instance?.SubnetId).OfType<string>()
                .Concat(group?.SubnetIds ?? []).Concat(scaling?.SubnetIds ?? []).Concat(profile?.SubnetIds ?? [])
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            UnreadParts = [.. PartsOf(key.Kind).Where(part => !snapshot[part].IsPresent)],
        };
    }

    /// <summary>Which parts tell of a pool of this kind.</summary>
    internal static IReadOnlyList<SnapshotPart> PartsOf(NodePoolKind kind) => kind switch
    {
        NodePoolKind.Managed => [SnapshotPart.NodeGroups, SnapshotPart.Instances, SnapshotPart.Images, SnapshotPart.LaunchTemplates, SnapshotPart.AutoScalingGroups, SnapshotPart.Nodes],
        NodePoolKind.SelfManaged => [SnapshotPart.Instances, SnapshotPart.Images, SnapshotPart.LaunchTemplates, SnapshotPart.AutoScalingGroups, SnapshotPart.Nodes],
        NodePoolKind.Karpenter => [SnapshotPart.Instances, SnapshotPart.Images, SnapshotPart.Nodes, SnapshotPart.NodeProvisioning],
        NodePoolKind.AutoMode => [SnapshotPart.Instances, SnapshotPart.Nodes, SnapshotPart.NodeProvisioning],
        NodePoolKind.Fargate => [SnapshotPart.FargateProfiles, SnapshotPart.Nodes, SnapshotPart.Workloads],
        NodePoolKind.Hybrid => [SnapshotPart.Nodes],
        _ => [SnapshotPart.Instances, SnapshotPart.Nodes],
    };

    private AutoScalingGroup? ScalingGroupOf(NodePoolKey key, NodeGroup? group) => key.Kind switch
    {
        NodePoolKind.Managed => group?.AutoScalingGroupNames.Order(StringComparer.Ordinal).Select(name => scalingGroups.GetValueOrDefault(name)).FirstOrDefault(found => found is not null),
        NodePoolKind.SelfManaged => scalingGroups.GetValueOrDefault(key.Name),
        _ => null,
    };

    private LaunchTemplateVersion? VersionOf(LaunchTemplateRef? reference)
    {
        var template = reference?.Id is { } id ? templates.GetValueOrDefault(id) : reference?.Name is { } name ? templatesByName.GetValueOrDefault(name) : null;
        return template is null ? null : template.VersionOf(reference!.Version) is { } number ? template.Versions.FirstOrDefault(version => version.Version == number) : null; // a template comes from a reference
    }

    private List<NodePoolImage> ImagesOf(NodePoolKind kind, NodeGroup? group, IReadOnlyList<NodePoolMember> members)
    {
        var found = members.Select(member => ImageOf(kind, group, member)).CountBy(image => image).Select(entry => entry.Key with { Count = entry.Value });
        if (members.Count == 0 && group is not null)
        {
            found = [FromNodeGroup(group, null, null, group.Version)];
        }

        return [.. found
            .OrderByDescending(image => image.Count)
            .ThenBy(image => image.ImageId, StringComparer.Ordinal).ThenBy(image => image.ReleaseVersion, StringComparer.Ordinal)
            .ThenBy(image => image.OsImage, StringComparer.Ordinal).ThenBy(image => image.KubernetesVersion, StringComparer.Ordinal)];
    }

    private NodePoolImage ImageOf(NodePoolKind kind, NodeGroup? group, NodePoolMember member)
    {
        var osImage = member.Node?.OsImage;
        var imageId = member.Instance?.ImageId;
        var minor = KubernetesMinor.Parse(member.Node?.KubeletVersion)?.ToString();
        if (kind is NodePoolKind.AutoMode or NodePoolKind.Fargate)
        {
            return new(imageId, ImageFamily.AwsOperated, null, minor, null, null, osImage, 0);
        }

        var image = imageId is null ? null : images.GetValueOrDefault(imageId);
        if (image is not null)
        {
            return EksImageName.IsPublishedByAws(image) && EksImageName.Parse(image.Name) is { } name
                ? new(imageId, name.Family, name.AmiType, name.KubernetesVersion, name.Release, name.ReleasedOn ?? Day(image.CreatedAt), osImage, 0)
                : new(imageId, ImageFamily.Custom, null, minor, null, Day(image.CreatedAt), osImage, 0);
        }

        // a group in the middle of a roll runs two releases: then only the image itself says which
        return group is not null ? FromNodeGroup(group, imageId, osImage, minor ?? group.Version)
            : new(imageId, kind == NodePoolKind.Hybrid ? ImageFamily.Custom : ImageFamily.Unknown, null, minor, null, null, osImage, 0);
    }

    private static NodePoolImage FromNodeGroup(NodeGroup group, string? imageId, string? osImage, string? minor)
    {
        var family = EksImageName.FamilyOf(group.AmiType);
        var release = family is ImageFamily.Custom or ImageFamily.Unknown ? null : group.ReleaseVersion;
        return new(imageId, family, family is ImageFamily.Custom ? null : group.AmiType, group.Version ?? minor, release, EksImageName.DayOf(release), osImage, 0);
    }

    private static DateOnly? Day(DateTimeOffset? time) => time is { } known ? DateOnly.FromDateTime(known.UtcDateTime) : null;

    // names are unique in AWS and Kubernetes; should a list repeat one, the last stands
    private static Dictionary<string, T> Index<T>(IReadOnlyList<T>? items, Func<T, string> key)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items ?? [])
        {
            index[key(item)] = item;
        }

        return index;
    }
}
