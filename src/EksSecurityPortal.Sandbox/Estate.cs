using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox;

/// <summary>Everything the sandbox answers from: one organisation, its accounts, and the public tables of AWS. Facts only, no verdicts.</summary>
public sealed record Estate
{
    /// <summary>The time the estate describes; all times in it are relative to this.</summary>
    public required DateTimeOffset Now { get; init; }

    public required Organization Organization { get; init; }

    /// <summary>The principal that the portal runs as before it assumes any role.</summary>
    public required HubPrincipal Hub { get; init; }

    public required IReadOnlyList<Account> Accounts { get; init; }

    public required IReadOnlyList<AwsRegion> Regions { get; init; }

    public required IReadOnlyList<ClusterVersion> ClusterVersions { get; init; }

    /// <summary>Public SSM parameters under /aws/service, per region.</summary>
    public required IReadOnlyList<ImageRelease> ImageReleases { get; init; }

    public required IReadOnlyList<AddonOffer> AddonOffers { get; init; }

    public required IReadOnlyList<AccessPolicy> AccessPolicies { get; init; }

    public required IReadOnlyList<InstanceType> InstanceTypes { get; init; }

    public IEnumerable<Cluster> Clusters => Accounts.SelectMany(account => account.Regions).SelectMany(region => region.Clusters);
}

