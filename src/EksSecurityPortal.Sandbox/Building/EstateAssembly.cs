using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Joins accounts with the public tables.</summary>
internal static class EstateAssembly
{
    public static Estate Create(Organization organization, HubPrincipal hub, IReadOnlyList<Account> accounts, IReadOnlyList<string> clusterRegions, DateTimeOffset now) => new()
    {
        Now = now,
        Organization = organization,
        Hub = hub,
        Accounts = accounts,
        Regions = PublicTables.Regions,
        ClusterVersions = PublicTables.ClusterVersions(now),
        ImageReleases = ImageCatalog.Releases(clusterRegions, now),
        AddonOffers = AddonCatalog.Offers,
        AccessPolicies = PublicTables.AccessPolicies,
        InstanceTypes = PublicTables.InstanceTypes,
    };
}
