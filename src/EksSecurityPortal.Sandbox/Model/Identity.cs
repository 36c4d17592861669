namespace EksSecurityPortal.Sandbox.Model;

/// <summary>IAM of one account.</summary>
public sealed record IdentityEstate
{
    public IReadOnlyList<IamRole> Roles { get; init; } = [];

    public IReadOnlyList<ManagedPolicy> Policies { get; init; } = [];

    public IReadOnlyList<IamUser> Users { get; init; } = [];

    public IReadOnlyList<IamGroup> Groups { get; init; } = [];

    public IReadOnlyList<OidcProvider> OidcProviders { get; init; } = [];

    public bool RootMfaEnabled { get; init; } = true;

    public bool RootAccessKeyPresent { get; init; }
}

/// <summary>An inline policy; Document is plain JSON (the wire carries it percent-encoded).</summary>
public sealed record InlinePolicy(string Name, string Document);

public sealed record IamRole(string Name, string Arn, string Id, string TrustPolicy, DateTimeOffset Created)
{
    public string Path { get; init; } = "/";

    public string? Description { get; init; }

    public int MaxSessionSeconds { get; init; } = 3600;

    public IReadOnlyList<InlinePolicy> InlinePolicies { get; init; } = [];

    public IReadOnlyList<string> AttachedPolicyArns { get; init; } = [];

    /// <summary>Names of the instance profiles that carry the role.</summary>
    public IReadOnlyList<string> InstanceProfiles { get; init; } = [];

    public string? BoundaryArn { get; init; }

    public DateTimeOffset? LastUsed { get; init; }

    public string? LastUsedRegion { get; init; }

    /// <summary>Services used, as (namespace, name, last used); null = granted but never used.</summary>
    public IReadOnlyList<ServiceAccess> ServicesAccessed { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

/// <summary>One line of "service last accessed" of a role.</summary>
public sealed record ServiceAccess(string Namespace, string Name, DateTimeOffset? LastAuthenticated);

public sealed record PolicyVersion(string Id, string Document, bool IsDefault, DateTimeOffset Created);

/// <summary>A managed policy, of the account or of AWS (arn:aws:iam::aws:policy/…).</summary>
public sealed record ManagedPolicy(string Arn, string Id, IReadOnlyList<PolicyVersion> Versions)
{
    public string Name => Arn[(Arn.LastIndexOf('/') + 1)..];

    public bool IsAwsManaged => Arn.StartsWith("arn:aws:iam::aws:", StringComparison.Ordinal);

    public string? Description { get; init; }

    public string Path { get; init; } = "/";
}

public sealed record IamUser(string Name, string Arn, string Id, DateTimeOffset Created)
{
    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<string> AttachedPolicyArns { get; init; } = [];

    public IReadOnlyList<InlinePolicy> InlinePolicies { get; init; } = [];
}

public sealed record IamGroup(string Name, string Arn, string Id, DateTimeOffset Created)
{
    public IReadOnlyList<string> AttachedPolicyArns { get; init; } = [];

    public IReadOnlyList<InlinePolicy> InlinePolicies { get; init; } = [];
}

/// <summary>An IAM OIDC provider; Url has no scheme.</summary>
public sealed record OidcProvider(string Arn, string Url, DateTimeOffset Created)
{
    public IReadOnlyList<string> ClientIds { get; init; } = ["sts.amazonaws.com"];

    public IReadOnlyList<string> Thumbprints { get; init; } = ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"];
}
