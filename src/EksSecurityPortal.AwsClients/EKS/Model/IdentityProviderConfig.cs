namespace Amazon.EKS.Model;

/// <summary>Type ("oidc") and name of an identity provider.</summary>
public class IdentityProviderConfig
{
    public string? Type { get; set; }
    public string? Name { get; set; }
}

public class IdentityProviderConfigResponse
{
    public OidcIdentityProviderConfig? Oidc { get; set; }
}

/// <summary>An OpenID Connect provider whose tokens the cluster takes, and the claims that it reads.</summary>
public class OidcIdentityProviderConfig
{
    public string? IdentityProviderConfigName { get; set; }
    public string? IdentityProviderConfigArn { get; set; }
    public string? ClusterName { get; set; }
    public string? IssuerUrl { get; set; }
    public string? ClientId { get; set; }
    public string? UsernameClaim { get; set; }
    public string? UsernamePrefix { get; set; }
    public string? GroupsClaim { get; set; }
    public string? GroupsPrefix { get; set; }
    public Dictionary<string, string>? RequiredClaims { get; set; }
    public Dictionary<string, string>? Tags { get; set; }
    public ConfigStatus? Status { get; set; }
}
