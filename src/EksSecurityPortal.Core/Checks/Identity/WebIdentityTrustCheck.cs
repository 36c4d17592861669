using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Permissions;

namespace EksSecurityPortal.Core.Checks.Identity;

/// <summary>A check of the trust of each role that takes tokens of the cluster's OIDC issuer.</summary>
public abstract class WebIdentityTrustCheck : Check
{
    public override CheckArea Area => CheckArea.Identity;

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.ControlPlane, SnapshotPart.IamRoles];

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
    ];

    protected sealed override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot)
    {
        var cluster = ResourceRef.Cluster(snapshot.Cluster.Name);
        if (snapshot.Eks.ControlPlane.Value.OidcIssuer is not { Length: > 0 } url)
        {
            yield return Unknown(cluster, "The API did not name the cluster's OIDC issuer.");
            yield break;
        }

        var issuer = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? url["https://".Length..] : url;
        var any = false;
        foreach (var role in snapshot.Identity.Roles.Value)
        {
            var resource = new ResourceRef("Role", role.Arn, null, role.Name);
            var trust = WebIdentityTrust.Of(role.TrustPolicy, issuer);
            if (trust is { Grants.Count: 0 })
            {
                continue;
            }

            any = true;
            yield return trust is null ? Unknown(resource, "The role's trust policy cannot be read.") : Judge(resource, trust);
        }

        if (!any)
        {
            yield return NotApplicable(cluster, "No role trusts the cluster's OIDC issuer.", new Evidence("cluster.identity.oidc.issuer", url));
        }
    }

    private protected abstract CheckOutcome Judge(ResourceRef role, WebIdentityTrust trust);

    private protected static IReadOnlyList<Evidence> Evidence(WebIdentityTrust trust) =>
    [
        .. trust.Grants.Select(grant => new Evidence("trust policy: conditions", grant.Conditions.Count == 0 ? "none" : string.Join("; ", grant.Conditions))).Distinct().OrderBy(item => item.Value, StringComparer.Ordinal),
    ];
}
