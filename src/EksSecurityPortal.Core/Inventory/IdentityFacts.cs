namespace EksSecurityPortal.Core.Inventory;

/// <summary>IAM as far as it touches this cluster, the registry's settings, and the keys that encrypt API data.</summary>
public sealed record IdentityFacts
{
    /// <summary>
    /// Roles that the cluster, its nodes, Fargate profiles, add-ons, Pod Identity or access entries name, or whose trust policy names the
    /// cluster's OIDC issuer; with every policy attached to them.
    /// </summary>
    public required Part<IReadOnlyList<IamRole>> Roles { get; init; }
    public required Part<IReadOnlyList<OidcProvider>> OidcProviders { get; init; }
    public required Part<RegistrySettings> Registry { get; init; }
    public required Part<IReadOnlyList<EncryptionKey>> EncryptionKeys { get; init; }
}

/// <param name="InstanceProfileArns">Profiles that hold the role.</param>
/// <param name="TrustPolicy">JSON, decoded.</param>
public sealed record IamRole(
    string Arn, string Name, string RoleId, string Path, string TrustPolicy, IReadOnlyList<string> InstanceProfileArns, IReadOnlyList<IamPolicy> Policies,
    string? PermissionsBoundaryArn, DateTimeOffset? CreatedAt, DateTimeOffset? LastUsedAt, IReadOnlyDictionary<string, string> Tags);

/// <param name="Arn">Null for an inline policy.</param>
/// <param name="Document">JSON, decoded; null when the attached policy's document was not in the answer (says so in the part's gaps).</param>
public sealed record IamPolicy(string Name, string? Arn, string? Document)
{
    public bool IsInline => Arn is null;
}

/// <param name="Url">Issuer without <c>https://</c>.</param>
public sealed record OidcProvider(string Arn, string? Url, IReadOnlyList<string> ClientIds, IReadOnlyList<string> Thumbprints, DateTimeOffset? CreatedAt);

/// <param name="ScanType">BASIC or ENHANCED; null when unknown.</param>
public sealed record RegistrySettings(string? ScanType, IReadOnlyList<string> ScanRules, IReadOnlyList<ImageRepository> Repositories);

public sealed record ImageRepository(string Name, string? Uri, string? TagMutability, bool? ScanOnPush, string? EncryptionType);

/// <param name="State">Enabled, Disabled, PendingDeletion, PendingImport, Unavailable.</param>
public sealed record EncryptionKey(string Arn, string? State, string? Manager, bool? RotationEnabled, DateTimeOffset? DeletionAt);
