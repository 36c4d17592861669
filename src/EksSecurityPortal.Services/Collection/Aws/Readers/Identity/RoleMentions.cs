using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Identity;

/// <summary>What in a cluster names IAM roles, which decides the roles that belong in its snapshot.</summary>
/// <param name="Arns">Roles and instance profiles by ARN. Names in aws-auth have no path, so roles are also compared without theirs.</param>
/// <param name="Issuer">The cluster's OIDC issuer without its scheme; null when unknown.</param>
/// <param name="Holes">Parts that could have named further roles but are missing.</param>
internal sealed record RoleMentions(IReadOnlySet<string> Arns, string? Issuer, IReadOnlyList<PartGap> Holes)
{
    public bool Concerns(IamRole role) =>
        Arns.Contains(role.Arn)
        || Arns.Contains(WithoutPath(role.Arn))
        || role.InstanceProfileArns.Any(Arns.Contains)
        || (Issuer is not null && role.TrustPolicy.Contains(Issuer, StringComparison.Ordinal));

    public static string? WithoutScheme(string? url) => url is not null && url.StartsWith("https://", StringComparison.Ordinal) ? url["https://".Length..] : url;

    /// <summary>Gathers the mentions of every part that is present.</summary>
    public static RoleMentions In(EksFacts eks, IPart instances, IReadOnlyList<Instance> nodes, KubernetesFacts kubernetes)
    {
        var cluster = eks.ControlPlane.Facts;
        IEnumerable<string?> arns =
        [
            cluster?.RoleArn,
            cluster?.AutoModeNodeRoleArn,
            .. (eks.NodeGroups.Facts ?? []).Select(group => group.NodeRoleArn),
            .. (eks.FargateProfiles.Facts ?? []).Select(profile => profile.PodExecutionRoleArn),
            .. (eks.Addons.Facts ?? []).Select(addon => addon.ServiceAccountRoleArn),
            .. (eks.PodIdentityAssociations.Facts ?? []).SelectMany(association => new[] { association.RoleArn, association.TargetRoleArn }),
            .. (eks.AccessEntries.Facts ?? []).Select(entry => entry.PrincipalArn),
            .. (eks.Capabilities.Facts ?? []).Select(capability => capability.RoleArn),
            .. nodes.Select(instance => instance.InstanceProfileArn),
            .. (kubernetes.ServiceAccounts.Facts ?? []).Select(account => account.RoleArn),
            .. (kubernetes.AwsAuth.Facts?.Roles ?? []).Select(mapping => mapping.Arn),
        ];
        (SnapshotPart Name, IPart Part)[] sources =
        [
            (SnapshotPart.ControlPlane, eks.ControlPlane), (SnapshotPart.NodeGroups, eks.NodeGroups), (SnapshotPart.FargateProfiles, eks.FargateProfiles),
            (SnapshotPart.PodIdentityAssociations, eks.PodIdentityAssociations), (SnapshotPart.Instances, instances),
        ];
        return new RoleMentions(
            arns.OfType<string>().ToHashSet(StringComparer.Ordinal),
            WithoutScheme(cluster?.OidcIssuer),
            [.. sources.Where(source => !source.Part.IsPresent).Select(source => Dependency.Of(source.Name, source.Part))]);
    }

    private static string WithoutPath(string arn)
    {
        var start = arn.IndexOf(":role/", StringComparison.Ordinal);
        return start < 0 ? arn : arn[..(start + ":role/".Length)] + arn[(arn.LastIndexOf('/') + 1)..];
    }
}
