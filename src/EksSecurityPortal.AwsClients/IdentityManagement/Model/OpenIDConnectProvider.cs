namespace Amazon.IdentityManagement.Model;

/// <summary>ARN of an OpenID Connect provider.</summary>
public class OpenIDConnectProviderListEntry
{
    public string? Arn { get; set; }
}
