namespace EksSecurityPortal.Services.Collection;

/// <summary>Who the portal itself is in AWS: the principal that reader roles must trust. Thread-safe singleton.</summary>
public interface IHubIdentity
{
    /// <summary>Asks AWS once and remembers a good answer. Never throws for a refusal.</summary>
    Task<HubPrincipal> FindAsync(CancellationToken cancellationToken);
}

/// <param name="Arn">
/// IAM ARN of the role or user; null when it could not be told. A role's path is not in the answer of AWS: setting
/// <c>Aws:HubPrincipalArn</c> names it in full.
/// </param>
/// <param name="Problem">A sentence with cause and remedy; null when there is an ARN.</param>
public sealed record HubPrincipal(string? Arn, string? Problem);
