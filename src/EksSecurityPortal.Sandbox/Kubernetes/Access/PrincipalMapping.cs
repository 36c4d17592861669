using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Access;

/// <summary>Maps an IAM principal to a Kubernetes user, by access entry first and then by aws-auth, as the authentication mode allows.</summary>
internal static class PrincipalMapping
{
    private const string Authenticated = "system:authenticated";

    /// <returns>Null when the principal is not mapped, which the API server answers with 401.</returns>
    public static KubeUser? Find(Cluster cluster, TokenIdentity identity)
    {
        if (identity.PrincipalArn is not { } principal)
        {
            return null;
        }

        var entry = cluster.AuthenticationMode == "CONFIG_MAP" ? null : cluster.AccessEntries.FirstOrDefault(entry => IsSame(entry.PrincipalArn, principal));
        if (entry is not null)
        {
            return new KubeUser(Fill(entry.Username, identity), [.. entry.KubernetesGroups, Authenticated], entry.PrincipalArn);
        }

        var mapping = cluster.AuthenticationMode == "API" ? null : MappingOf(cluster.AwsAuth, principal);
        return mapping is null ? null : new KubeUser(Fill(mapping.Username, identity), [.. mapping.Groups, Authenticated], principal);
    }

    /// <summary>aws-auth names roles without their path, and a role with one in it matches nobody.</summary>
    private static AwsAuthMapping? MappingOf(AwsAuthMap? map, string principal) =>
        map?.Roles.Concat(map.Users).FirstOrDefault(mapping => string.Equals(mapping.Arn, WithoutPath(principal), StringComparison.OrdinalIgnoreCase));

    private static bool IsSame(string arn, string principal) =>
        string.Equals(WithoutPath(arn), WithoutPath(principal), StringComparison.OrdinalIgnoreCase);

    private static string WithoutPath(string arn)
    {
        var kind = arn.IndexOf('/', StringComparison.Ordinal);
        return kind < 0 ? arn : arn[..(kind + 1)] + arn[(arn.LastIndexOf('/') + 1)..];
    }

    private static string Fill(string template, TokenIdentity identity)
    {
        var session = identity.SessionArn is { } arn && arn.Contains(":assumed-role/", StringComparison.Ordinal) ? arn[(arn.LastIndexOf('/') + 1)..] : "";
        var account = identity.PrincipalArn?.Split(':') is [_, _, _, _, var id, ..] ? id : "";
        return template
            .Replace("{{SessionName}}", session.Replace('@', '-'), StringComparison.Ordinal)
            .Replace("{{SessionNameRaw}}", session, StringComparison.Ordinal)
            .Replace("{{AccountID}}", account, StringComparison.Ordinal);
    }
}
