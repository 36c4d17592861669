using System.Text.Json.Serialization;

namespace EksSecurityPortal.Sandbox.Model;

// The records of this file are spelled like the EKS wire shapes and are serialised as they stand (camelCase, epoch seconds).

public sealed record InsightState(string Status, string Reason);

public sealed record InsightResource(InsightState InsightStatus, string? KubernetesResourceUri = null, string? Arn = null);

public sealed record ClientStat(string UserAgent, int NumberOfRequestsLast30Days, DateTimeOffset LastRequestTime);

public sealed record Deprecation(string Usage, string? ReplacedWith, string StopServingVersion, string? StartServingReplacementVersion, IReadOnlyList<ClientStat> ClientStats);

public sealed record AddonCompatibility(string Name, IReadOnlyList<string> CompatibleVersions);

public sealed record InsightSummaryDetails(IReadOnlyList<Deprecation>? DeprecationDetails, IReadOnlyList<AddonCompatibility>? AddonCompatibilityDetails);

public sealed record Insight
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>UPGRADE_READINESS, MISCONFIGURATION or ROLLBACK_READINESS.</summary>
    public required string Category { get; init; }

    public required string KubernetesVersion { get; init; }

    public required DateTimeOffset LastRefreshTime { get; init; }

    public required DateTimeOffset LastTransitionTime { get; init; }

    public required string Description { get; init; }

    public required InsightState InsightStatus { get; init; }

    public required string Recommendation { get; init; }

    public IReadOnlyDictionary<string, string> AdditionalInfo { get; init; } = Empty.Tags;

    public IReadOnlyList<InsightResource> Resources { get; init; } = [];

    public InsightSummaryDetails? CategorySpecificSummary { get; init; }
}

public sealed record UpdateParameter(string Type, string Value);

public sealed record UpdateError(string ErrorCode, string ErrorMessage, IReadOnlyList<string> ResourceIds);

public sealed record ClusterUpdate
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    public required string Type { get; init; }

    public IReadOnlyList<UpdateParameter> Params { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<UpdateError> Errors { get; init; } = [];

    /// <summary>The node group or add-on that was updated; null for the cluster itself.</summary>
    [JsonIgnore]
    public string? NodegroupName { get; init; }

    [JsonIgnore]
    public string? AddonName { get; init; }
}

public sealed record OidcIdentityProviderConfig
{
    public required string IdentityProviderConfigName { get; init; }

    public required string IdentityProviderConfigArn { get; init; }

    public required string ClusterName { get; init; }

    public required string IssuerUrl { get; init; }

    public required string ClientId { get; init; }

    public string? UsernameClaim { get; init; }

    public string? UsernamePrefix { get; init; }

    public string? GroupsClaim { get; init; }

    public string? GroupsPrefix { get; init; }

    public IReadOnlyDictionary<string, string> RequiredClaims { get; init; } = Empty.Tags;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public string Status { get; init; } = "ACTIVE";
}

public sealed record Capability
{
    public required string CapabilityName { get; init; }

    public required string Arn { get; init; }

    public required string ClusterName { get; init; }

    /// <summary>ACK, ARGOCD or KRO.</summary>
    public required string Type { get; init; }

    public required string RoleArn { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public required string Version { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public ResourceHealth Health { get; init; } = ResourceHealth.Good;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }
}

public sealed record CertificateValidity(DateTimeOffset NotBefore, DateTimeOffset NotAfter);

public sealed record CertificateEvents(DateTimeOffset? FirstAutoActivation, DateTimeOffset? FinalAutoActivation);

public sealed record CertificateAuthority
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "EKS";

    public DateTimeOffset? ActivatedAt { get; init; }

    public string? ActivatedBy { get; init; }

    public required string SigningStatus { get; init; }

    public string DistributionStatus { get; init; } = "COMPLETE";

    public required CertificateValidity Validity { get; init; }

    public CertificateEvents? ScheduledEvents { get; init; }

    public bool RollbackAvailable { get; init; }
}
