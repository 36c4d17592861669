using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Identity;

/// <summary>The account's roles as far as this cluster is concerned, and the provider that its service accounts are known by.</summary>
internal static class RoleReader
{
    public static async Task<Part<IReadOnlyList<IamRole>>> ReadRolesAsync(ClusterScope scope, IAmazonIdentityManagementService iam, Task<RoleMentions> mentions)
    {
        // the longest answer of all: asked for while the other parts find out which of its roles matter
        var download = scope.Shared.GetAsync("iam", token => AccountIdentity.ReadAsync(iam, token), scope.Parts.Cancellation);
        var named = await mentions;
        return await scope.Parts.ReadAsync(SnapshotPart.IamRoles, async reading =>
        {
            var account = await download.WaitAsync(reading.Cancellation);
            var roles = account.Roles.Where(named.Concerns).ToList();
            reading.Note(named.Holes);
            reading.Note(roles.SelectMany(role => role.Policies.Where(policy => policy.Document is null)).Select(policy => policy.Arn).Distinct().Select(arn =>
                new PartGap(GapReason.Failed, "iam:GetAccountAuthorizationDetails", "The answer names the policy as attached but does not hold its document.", null, arn)));
            return (IReadOnlyList<IamRole>)roles;
        });
    }

    /// <summary>The provider whose URL is the cluster's issuer; an empty list means that the account has none for it.</summary>
    public static async Task<Part<IReadOnlyList<OidcProvider>>> ReadProvidersAsync(ClusterScope scope, IAmazonIdentityManagementService iam, Task<Part<ControlPlane>> controlPlane)
    {
        var cluster = await controlPlane;
        if (cluster.Facts is not { } facts)
        {
            return scope.Parts.Skip<IReadOnlyList<OidcProvider>>(SnapshotPart.OidcProviders, Dependency.Of(SnapshotPart.ControlPlane, cluster));
        }

        return await scope.Parts.ReadAsync(SnapshotPart.OidcProviders, async reading =>
        {
            var list = await scope.Shared.GetAsync(
                "oidc-providers", token => iam.ListOpenIDConnectProvidersAsync(new ListOpenIDConnectProvidersRequest(), token), reading.Cancellation);
            var issuer = RoleMentions.WithoutScheme(facts.OidcIssuer);
            var own = ListOf(list.OpenIDConnectProviderList?.Select(provider => provider.Arn)).Where(arn => issuer is not null && arn.EndsWith($":oidc-provider/{issuer}", StringComparison.Ordinal)).ToList();
            return await reading.DescribeAsync(own, arn => arn, async (arn, cancellationToken) =>
            {
                var provider = await iam.GetOpenIDConnectProviderAsync(new GetOpenIDConnectProviderRequest { OpenIDConnectProviderArn = arn }, cancellationToken);
                return new OidcProvider(arn, RoleMentions.WithoutScheme(TextOf(provider.Url)), ListOf(provider.ClientIDList), ListOf(provider.ThumbprintList), UtcOf(provider.CreateDate));
            });
        });
    }
}
