using System.Text.Json.Serialization;

namespace EksSecurityPortal.Sandbox.Model;

// The records of this file are spelled like the EKS wire shapes and are serialised as they stand (camelCase, epoch seconds).

public sealed record AccessScope(string Type, IReadOnlyList<string> Namespaces)
{
    public static readonly AccessScope Cluster = new("cluster", []);
}

public sealed record AssociatedAccessPolicy(string PolicyArn, AccessScope AccessScope, DateTimeOffset AssociatedAt, DateTimeOffset ModifiedAt);

public sealed record AccessEntry
{
    public required string ClusterName { get; init; }

    public required string PrincipalArn { get; init; }

    public IReadOnlyList<string> KubernetesGroups { get; init; } = [];

    public required string AccessEntryArn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public required string Username { get; init; }

    public string Type { get; init; } = "STANDARD";

    [JsonIgnore]
    public IReadOnlyList<AssociatedAccessPolicy> Policies { get; init; } = [];
}

public sealed record PodIdentityAssociation
{
    public required string ClusterName { get; init; }

    public required string Namespace { get; init; }

    public required string ServiceAccount { get; init; }

    public required string RoleArn { get; init; }

    public required string AssociationArn { get; init; }

    public required string AssociationId { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public string? OwnerArn { get; init; }

    public bool DisableSessionTags { get; init; }

    public string? TargetRoleArn { get; init; }

    public string? ExternalId { get; init; }
}
