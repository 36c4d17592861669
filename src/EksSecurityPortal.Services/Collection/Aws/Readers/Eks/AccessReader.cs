using Amazon.EKS.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using IdentityProviderConfig = EksSecurityPortal.Core.Inventory.IdentityProviderConfig;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Eks;

/// <summary>Who may enter the cluster and which roles its pods get, as the EKS API says.</summary>
internal static class AccessReader
{
    private const string ConfigMapMode = "CONFIG_MAP";

    /// <summary>An entry without its policies would look harmless, so an entry is read whole or not at all.</summary>
    public static async Task<Part<IReadOnlyList<Core.Inventory.AccessEntry>>> ReadEntriesAsync(ClusterScope scope, Task<Part<ControlPlane>> controlPlane)
    {
        var mode = (await controlPlane).Facts?.AuthenticationMode;
        return await scope.Parts.ReadAsync(SnapshotPart.AccessEntries, async reading =>
        {
            // the API refuses the list in this mode, and there can be no entries
            if (mode == ConfigMapMode)
            {
                return [];
            }

            var eks = scope.Clients.Eks;
            var principals = await eks.Paginators.ListAccessEntries(new ListAccessEntriesRequest { ClusterName = scope.Name }).AccessEntries.ToListAsync(reading.Cancellation);
            principals.Sort(StringComparer.Ordinal);
            return await reading.DescribeAsync(principals, arn => arn, (arn, cancellationToken) => ReadEntryAsync(scope, arn, cancellationToken));
        });
    }

    public static Task<Part<IReadOnlyList<Core.Inventory.PodIdentityAssociation>>> ReadPodIdentityAsync(ClusterScope scope) =>
        scope.Parts.ReadAsync(SnapshotPart.PodIdentityAssociations, async reading =>
        {
            var request = new ListPodIdentityAssociationsRequest { ClusterName = scope.Name };
            var summaries = await scope.Clients.Eks.Paginators.ListPodIdentityAssociations(request).Associations.ToListAsync(reading.Cancellation);
            var ids = summaries.Select(summary => Required(summary.AssociationId, "eks:ListPodIdentityAssociations", "association id")).Order(StringComparer.Ordinal).ToList();
            return await reading.DescribeAsync(ids, id => id, (id, cancellationToken) => ReadAssociationAsync(scope, id, cancellationToken));
        });

    public static Task<Part<IReadOnlyList<IdentityProviderConfig>>> ReadProvidersAsync(ClusterScope scope) =>
        scope.Parts.ReadAsync(SnapshotPart.IdentityProviderConfigs, async reading =>
        {
            var request = new ListIdentityProviderConfigsRequest { ClusterName = scope.Name };
            var configs = await scope.Clients.Eks.Paginators.ListIdentityProviderConfigs(request).IdentityProviderConfigs.ToListAsync(reading.Cancellation);
            return await reading.DescribeAsync(configs, config => config.Name ?? "", (config, cancellationToken) => ReadProviderAsync(scope, config, cancellationToken));
        });

    private static async Task<Core.Inventory.AccessEntry?> ReadEntryAsync(ClusterScope scope, string principal, CancellationToken cancellationToken)
    {
        const string operation = "eks:DescribeAccessEntry";
        var eks = scope.Clients.Eks;
        var answer = await eks.DescribeAccessEntryAsync(new DescribeAccessEntryRequest { ClusterName = scope.Name, PrincipalArn = principal }, cancellationToken);
        var entry = Required(answer.AccessEntry, operation, "access entry");
        var request = new ListAssociatedAccessPoliciesRequest { ClusterName = scope.Name, PrincipalArn = principal };
        var policies = await eks.Paginators.ListAssociatedAccessPolicies(request).AssociatedAccessPolicies.ToListAsync(cancellationToken);
        return new Core.Inventory.AccessEntry(
            TextOf(principal) ?? "",
            Required(TextOf(entry.Type), operation, "type"),
            TextOf(entry.Username),
            ListOf(entry.KubernetesGroups),
            [.. policies.Select(AssociationOf).OrderBy(policy => policy.PolicyArn, StringComparer.Ordinal)],
            UtcOf(entry.CreatedAt),
            UtcOf(entry.ModifiedAt));
    }

    private static AccessPolicyAssociation AssociationOf(AssociatedAccessPolicy policy)
    {
        const string operation = "eks:ListAssociatedAccessPolicies";
        return new AccessPolicyAssociation(
            Required(TextOf(policy.PolicyArn), operation, "policy ARN"), Required(TextOf(policy.AccessScope?.Type), operation, "access scope"), ListOf(policy.AccessScope?.Namespaces));
    }

    private static async Task<Core.Inventory.PodIdentityAssociation?> ReadAssociationAsync(ClusterScope scope, string id, CancellationToken cancellationToken)
    {
        const string operation = "eks:DescribePodIdentityAssociation";
        var answer = await scope.Clients.Eks.DescribePodIdentityAssociationAsync(
            new DescribePodIdentityAssociationRequest { ClusterName = scope.Name, AssociationId = id }, cancellationToken);
        var association = Required(answer.Association, operation, "association");
        return new Core.Inventory.PodIdentityAssociation(
            id,
            Required(TextOf(association.Namespace), operation, "namespace"),
            Required(TextOf(association.ServiceAccount), operation, "service account"),
            TextOf(association.RoleArn),
            TextOf(association.TargetRoleArn),
            TextOf(association.ExternalId),
            association.DisableSessionTags,
            !string.IsNullOrEmpty(association.Policy),
            TextOf(association.OwnerArn),
            UtcOf(association.CreatedAt));
    }

    private static async Task<IdentityProviderConfig?> ReadProviderAsync(
        ClusterScope scope, Amazon.EKS.Model.IdentityProviderConfig config, CancellationToken cancellationToken)
    {
        var request = new DescribeIdentityProviderConfigRequest { ClusterName = scope.Name, IdentityProviderConfig = config };
        var answer = await scope.Clients.Eks.DescribeIdentityProviderConfigAsync(request, cancellationToken);
        var oidc = Required(answer.IdentityProviderConfig, "eks:DescribeIdentityProviderConfig", "identity provider").Oidc;
        return new IdentityProviderConfig(
            TextOf(config.Name) ?? "",
            TextOf(config.Type) ?? "",
            TextOf(oidc?.IssuerUrl),
            TextOf(oidc?.ClientId),
            TextOf(oidc?.UsernameClaim),
            TextOf(oidc?.UsernamePrefix),
            TextOf(oidc?.GroupsClaim),
            TextOf(oidc?.GroupsPrefix),
            MapOf(oidc?.RequiredClaims),
            TextOf(oidc?.Status));
    }
}
