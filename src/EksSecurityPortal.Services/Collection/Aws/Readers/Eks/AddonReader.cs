using Amazon.EKS.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Eks;

/// <summary>Installed add-ons, and the versions that AWS publishes of each.</summary>
internal static class AddonReader
{
    private const string DescribeAddon = "eks:DescribeAddon";
    private const int MaxConfigurationLength = 64 << 10;

    public static Task<Part<IReadOnlyList<Core.Inventory.Addon>>> ReadAsync(ClusterScope scope) => scope.Parts.ReadAsync(SnapshotPart.Addons, async reading =>
    {
        var eks = scope.Clients.Eks;
        var names = await eks.Paginators.ListAddons(new ListAddonsRequest { ClusterName = scope.Name }).Addons.ToListAsync(reading.Cancellation);
        names.Sort(StringComparer.Ordinal);
        return await reading.DescribeAsync(names, name => name, async (name, cancellationToken) =>
        {
            var answer = await eks.DescribeAddonAsync(new DescribeAddonRequest { ClusterName = scope.Name, AddonName = name }, cancellationToken);
            return FactOf(name, Required(answer.Addon, DescribeAddon, "add-on"));
        });
    });

    /// <summary>Published versions for the cluster's minor, of AWS's own add-ons and of those that are installed; read once per region and minor.</summary>
    public static async Task<Part<IReadOnlyList<AddonVersions>>> ReadVersionsAsync(
        ClusterScope scope, Task<Part<ControlPlane>> controlPlane, Task<Part<IReadOnlyList<Core.Inventory.Addon>>> installed)
    {
        var cluster = await controlPlane;
        if (cluster.Facts is not { } facts)
        {
            return scope.Parts.Skip<IReadOnlyList<AddonVersions>>(SnapshotPart.AddonVersions, Dependency.Of(SnapshotPart.ControlPlane, cluster));
        }

        var names = ((await installed).Facts ?? []).Select(addon => addon.Name).ToHashSet(StringComparer.Ordinal);
        return await scope.Parts.ReadAsync(SnapshotPart.AddonVersions, async reading =>
        {
            var published = await scope.Shared.GetAsync(
                $"addon-versions/{scope.Region}/{facts.Version}", token => ReadPublishedAsync(scope, facts.Version, token), reading.Cancellation);
            return (IReadOnlyList<AddonVersions>)[.. published.Where(entry => entry.IsOwnedByAws || names.Contains(entry.Versions.Name)).Select(entry => entry.Versions)];
        });
    }

    private static async Task<IReadOnlyList<PublishedAddon>> ReadPublishedAsync(ClusterScope scope, string minor, CancellationToken cancellationToken)
    {
        var infos = await scope.Clients.Eks.Paginators.DescribeAddonVersions(new DescribeAddonVersionsRequest { KubernetesVersion = minor }).Addons.ToListAsync(cancellationToken);
        return
        [
            .. infos.Where(info => info.AddonName is not null)
                .Select(info => new PublishedAddon(info.Owner == "aws", VersionsOf(info, minor)))
                .OrderBy(entry => entry.Versions.Name, StringComparer.Ordinal),
        ];
    }

    private static AddonVersions VersionsOf(AddonInfo info, string minor)
    {
        var versions = (info.AddonVersions ?? []).Where(version => version.AddonVersion is not null && Serves(version, minor)).ToList();
        var byDefault = versions.FirstOrDefault(version => version.Compatibilities?.Any(with => with.ClusterVersion == minor && with.DefaultVersion == true) == true);
        return new AddonVersions(
            TextOf(info.AddonName) ?? "",
            [.. ListOf(versions.Select(version => version.AddonVersion)).OrderByDescending(version => version, VersionOrder.Instance)],
            TextOf(byDefault?.AddonVersion));
    }

    private static bool Serves(AddonVersionInfo version, string minor) =>
        version.Compatibilities is not { Count: > 0 } list || list.Any(with => with.ClusterVersion == minor);

    private static Core.Inventory.Addon FactOf(string name, Amazon.EKS.Model.Addon addon) => new(
        name,
        TextOf(addon.AddonArn),
        Required(TextOf(addon.Status), DescribeAddon, "status"),
        TextOf(addon.AddonVersion),
        TextOf(addon.ServiceAccountRoleArn),
        ListOf(addon.PodIdentityAssociations),
        addon.ConfigurationValues is { Length: <= MaxConfigurationLength } values ? values : null,
        TextOf(addon.Publisher),
        TextOf(addon.Owner),
        UtcOf(addon.CreatedAt),
        UtcOf(addon.ModifiedAt),
        ListOf(addon.Health?.Issues, issue => new HealthIssue(TextOf(issue.Code) ?? "", TextOf(issue.Message) ?? "", ListOf(issue.ResourceIds))));

    private sealed record PublishedAddon(bool IsOwnedByAws, AddonVersions Versions);
}
