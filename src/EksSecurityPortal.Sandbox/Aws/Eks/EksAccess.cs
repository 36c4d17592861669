using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>Who may enter a cluster: access entries and their policies, Pod Identity, OIDC identity providers.</summary>
internal static class EksAccess
{
    private static readonly EksJsonContext Wire = EksJsonContext.Wire;

    public static AwsAnswer Answer(AwsRequest request, string operation, Cluster cluster) => operation switch
    {
        "ListAccessEntries" => ListEntries(request, cluster),
        "DescribeAccessEntry" => EksWire.One("accessEntry", Entry(request, cluster), Wire.AccessEntry),
        "ListAssociatedAccessPolicies" => ListPolicies(request, cluster),
        "ListPodIdentityAssociations" => EksWire.Many("associations", EksPages.Cut(request, operation, Associations(request, cluster)), EksSummaries.Write),
        "DescribePodIdentityAssociation" => EksWire.One(
            "association",
            EksPages.One(request, cluster.PodIdentityAssociations, association => association.AssociationId, "The specified association {0} could not be found"),
            Wire.PodIdentityAssociation),
        "ListIdentityProviderConfigs" => EksWire.Many("identityProviderConfigs", EksPages.Cut(request, operation, cluster.IdentityProviderConfigs), WriteProviderName),
        "DescribeIdentityProviderConfig" => DescribeProvider(request, cluster),
        _ => throw new InvalidOperationException($"The route of {operation} has no answer."),
    };

    private static IReadOnlyList<AccessEntry> Entries(Cluster cluster) => cluster.AuthenticationMode == "CONFIG_MAP"
        ? throw new AwsException(400, "InvalidRequestException", "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation.")
        : cluster.AccessEntries;

    private static AwsAnswer ListEntries(AwsRequest request, Cluster cluster)
    {
        var policy = request.Find("associatedPolicyArn");
        var names = Entries(cluster).Where(entry => policy is null || entry.Policies.Any(associated => associated.PolicyArn == policy)).Select(entry => entry.PrincipalArn);
        return EksWire.Names("accessEntries", EksPages.Cut(request, "ListAccessEntries", [.. names]));
    }

    private static AccessEntry Entry(AwsRequest request, Cluster cluster) =>
        EksPages.One(request, Entries(cluster), entry => entry.PrincipalArn, "The specified principalArn could not be found. You can view your existing access entries with 'aws eks list-access-entries': {0}");

    private static AwsAnswer ListPolicies(AwsRequest request, Cluster cluster)
    {
        var entry = Entry(request, cluster);
        var page = EksPages.Cut(request, "ListAssociatedAccessPolicies", entry.Policies);
        return EksWire.Body(writer =>
        {
            writer.WriteString("clusterName", cluster.Name);
            writer.WriteString("principalArn", entry.PrincipalArn);
            writer.WriteStartArray("associatedAccessPolicies");
            foreach (var policy in page.Items)
            {
                JsonSerializer.Serialize(writer, policy, Wire.AssociatedAccessPolicy);
            }

            writer.WriteEndArray();
            if (page.Next is not null)
            {
                writer.WriteString("nextToken", page.Next);
            }
        });
    }

    private static List<PodIdentityAssociation> Associations(AwsRequest request, Cluster cluster) =>
        [.. cluster.PodIdentityAssociations.Where(association => (request.Find("namespace") is not { } wantedNamespace || association.Namespace == wantedNamespace)
            && (request.Find("serviceAccount") is not { } account || association.ServiceAccount == account))];

    private static void WriteProviderName(Utf8JsonWriter writer, OidcIdentityProviderConfig provider)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "oidc");
        writer.WriteString("name", provider.IdentityProviderConfigName);
        writer.WriteEndObject();
    }

    private static AwsAnswer DescribeProvider(AwsRequest request, Cluster cluster)
    {
        var wanted = request.Json().TryGetProperty("identityProviderConfig", out var config) ? JsonTarget.String(config, "name") : null;
        var provider = cluster.IdentityProviderConfigs.FirstOrDefault(provider => provider.IdentityProviderConfigName == wanted)
            ?? throw EksPages.NotFound("Identity provider config is not associated with cluster " + cluster.Name);
        return EksWire.Body(writer =>
        {
            writer.WriteStartObject("identityProviderConfig");
            writer.WritePropertyName("oidc");
            JsonSerializer.Serialize(writer, provider, Wire.OidcIdentityProviderConfig);
            writer.WriteEndObject();
        });
    }
}
