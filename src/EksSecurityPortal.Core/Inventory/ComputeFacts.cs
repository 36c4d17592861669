namespace EksSecurityPortal.Core.Inventory;

/// <summary>EC2 instances behind the cluster's nodes and what they were made from.</summary>
public sealed record ComputeFacts
{
    /// <summary>Instances of the cluster that are not terminated, by tags and by the nodes' provider ids.</summary>
    public required Part<IReadOnlyList<Instance>> Instances { get; init; }
    public required Part<IReadOnlyList<InstanceType>> InstanceTypes { get; init; }
    public required Part<IReadOnlyList<MachineImage>> Images { get; init; }
    public required Part<IReadOnlyList<LaunchTemplate>> LaunchTemplates { get; init; }
    public required Part<IReadOnlyList<AutoScalingGroup>> AutoScalingGroups { get; init; }
    /// <summary>What AWS publishes today as the newest image, for each family and minor that the cluster's nodes use.</summary>
    public required Part<IReadOnlyList<LatestImage>> LatestImages { get; init; }
}

public sealed record Instance(
    string Id, string InstanceType, string State, string? ImageId, string? AvailabilityZone, string? SubnetId, string? PrivateIp, string? PublicIp,
    IReadOnlyList<string> Ipv6Addresses, IReadOnlyList<string> SecurityGroupIds, string? InstanceProfileArn, string? KeyName, DateTimeOffset? LaunchedAt,
    InstanceMetadataOptions? MetadataOptions, string? AutoScalingGroupName, LaunchTemplateRef? LaunchTemplate, bool IsSpot, IReadOnlyDictionary<string, string> Tags);

/// <param name="HttpEndpoint">enabled or disabled.</param>
/// <param name="HttpTokens">required (IMDSv2 only) or optional (IMDSv1 answers too).</param>
/// <param name="HopLimit">1 to 64. Two or more lets a pod on the pod network reach the node's credentials.</param>
public sealed record InstanceMetadataOptions(string? HttpEndpoint, string? HttpTokens, int? HopLimit);

/// <param name="MaxInterfaces">Of the default network card.</param>
public sealed record InstanceType(string Name, int? Vcpus, long? MemoryMiB, int? MaxInterfaces, int? Ipv4PerInterface, string? Hypervisor, IReadOnlyList<string> Architectures, bool? TrunkingSupported);

public sealed record MachineImage(string Id, string? Name, string? OwnerId, string? OwnerAlias, string? Architecture, string? State, bool? IsPublic, DateTimeOffset? CreatedAt, DateTimeOffset? DeprecatedAt, string? Description);

/// <param name="Versions">The versions that the cluster uses, and the default and latest one.</param>
public sealed record LaunchTemplate(string Id, string Name, long? DefaultVersion, long? LatestVersion, IReadOnlyList<LaunchTemplateVersion> Versions)
{
    /// <summary>The number behind a reference: <c>$Latest</c>, <c>$Default</c> (also for none), or the number itself; null when it is not known.</summary>
    public long? VersionOf(string? reference) => reference switch
    {
        "$Latest" => LatestVersion,
        null or "" or "$Default" => DefaultVersion,
        _ => long.TryParse(reference, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null,
    };
}

public sealed record LaunchTemplateVersion(
    long Version, bool IsDefault, string? ImageId, string? InstanceType, string? KeyName, bool? AssociatePublicIp, InstanceMetadataOptions? MetadataOptions,
    IReadOnlyList<string> SecurityGroupIds, string? InstanceProfile, bool? RootVolumeEncrypted, DateTimeOffset? CreatedAt);

public sealed record AutoScalingGroup(
    string Name, string? Arn, int MinSize, int MaxSize, int DesiredCapacity, IReadOnlyList<string> AvailabilityZones, IReadOnlyList<string> SubnetIds,
    LaunchTemplateRef? LaunchTemplate, string? LaunchConfigurationName, IReadOnlyList<AutoScalingInstance> Instances, IReadOnlyList<string> SuspendedProcesses,
    int? MaxInstanceLifetimeSeconds, IReadOnlyDictionary<string, string> Tags);

public sealed record AutoScalingInstance(string Id, string? InstanceType, string? AvailabilityZone, string? LifecycleState, string? HealthStatus, LaunchTemplateRef? LaunchTemplate, bool ProtectedFromScaleIn);

/// <summary>A published image.</summary>
/// <param name="Family">AL2, AL2023, Bottlerocket, Windows.</param>
/// <param name="AmiType">The node group API's name, for example AL2023_x86_64_STANDARD.</param>
/// <param name="KubernetesVersion">Minor.</param>
public sealed record LatestImage(string Family, string AmiType, string KubernetesVersion, string? ImageId, string? ReleaseVersion, DateTimeOffset? PublishedAt, string ParameterName);
