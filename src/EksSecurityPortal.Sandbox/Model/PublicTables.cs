namespace EksSecurityPortal.Sandbox.Model;

/// <summary>One Kubernetes minor as DescribeClusterVersions tells it.</summary>
public sealed record ClusterVersion(string Minor, DateTimeOffset Released, DateTimeOffset StandardEnds, DateTimeOffset ExtendedEnds)
{
    public required string PatchVersion { get; init; }

    public required string PlatformVersion { get; init; }

    public bool IsDefault { get; init; }

    /// <summary>STANDARD_SUPPORT, EXTENDED_SUPPORT or UNSUPPORTED at a time.</summary>
    public string StatusAt(DateTimeOffset now) => now < StandardEnds ? "STANDARD_SUPPORT" : now < ExtendedEnds ? "EXTENDED_SUPPORT" : "UNSUPPORTED";
}

/// <summary>The newest published image of one family: a group of SSM public parameters under one path.</summary>
/// <param name="Path">Prefix of the parameters, e.g. <c>/aws/service/eks/optimized-ami/1.34/amazon-linux-2023/x86_64/standard/recommended</c>.</param>
/// <param name="VersionParameter">Last segment of the version parameter: release_version or image_version.</param>
public sealed record ImageRelease(string Region, string Path, string ImageId, string ImageName, string VersionParameter, string Version, DateTimeOffset Published);

/// <summary>Versions of one add-on, newest first.</summary>
public sealed record AddonOffer(string Name, string Type, string Namespace, IReadOnlyList<AddonOfferVersion> Versions)
{
    public string Publisher { get; init; } = "eks";

    public string Owner { get; init; } = "aws";
}

/// <summary>One add-on version and the cluster minors it fits; DefaultFor are those for which it is the default.</summary>
public sealed record AddonOfferVersion(string Version, IReadOnlyList<string> Minors, IReadOnlyList<string> DefaultFor);

/// <summary>A managed access policy of EKS.</summary>
public sealed record AccessPolicy(string Name, string Arn);
