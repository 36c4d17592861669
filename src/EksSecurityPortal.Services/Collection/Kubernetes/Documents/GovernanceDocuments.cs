using System.Text.Json.Serialization;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Documents;

internal sealed class DisruptionBudgetDocument
{
    public MetadataDocument? Metadata { get; set; }

    public DisruptionBudgetSpecDocument? Spec { get; set; }

    public DisruptionBudgetStatusDocument? Status { get; set; }
}

internal sealed class DisruptionBudgetSpecDocument
{
    public LabelSelectorDocument? Selector { get; set; }

    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? MinAvailable { get; set; }

    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? MaxUnavailable { get; set; }

    public string? UnhealthyPodEvictionPolicy { get; set; }
}

internal sealed class DisruptionBudgetStatusDocument
{
    public int? DisruptionsAllowed { get; set; }

    public int? CurrentHealthy { get; set; }

    public int? DesiredHealthy { get; set; }

    public int? ExpectedPods { get; set; }

    public long? ObservedGeneration { get; set; }
}

internal sealed class AutoscalerDocument
{
    public MetadataDocument? Metadata { get; set; }

    public AutoscalerSpecDocument? Spec { get; set; }

    public AutoscalerStatusDocument? Status { get; set; }
}

internal sealed class AutoscalerSpecDocument
{
    public RoleRefDocument? ScaleTargetRef { get; set; }

    public int? MinReplicas { get; set; }

    public int? MaxReplicas { get; set; }
}

internal sealed class AutoscalerStatusDocument
{
    public int? CurrentReplicas { get; set; }
}

internal sealed class ResourceQuotaDocument
{
    public MetadataDocument? Metadata { get; set; }

    public QuantitiesDocument? Spec { get; set; }

    public QuantitiesDocument? Status { get; set; }
}

internal sealed class QuantitiesDocument
{
    public Dictionary<string, string?>? Hard { get; set; }

    public Dictionary<string, string?>? Used { get; set; }
}

internal sealed class LimitRangeDocument
{
    public MetadataDocument? Metadata { get; set; }

    public LimitRangeSpecDocument? Spec { get; set; }
}

internal sealed class LimitRangeSpecDocument
{
    public List<ConditionDocument?>? Limits { get; set; }
}

internal sealed class WebhooksDocument
{
    public MetadataDocument? Metadata { get; set; }

    public List<WebhookDocument?>? Webhooks { get; set; }
}

internal sealed class WebhookDocument
{
    public string? Name { get; set; }

    public string? FailurePolicy { get; set; }

    public int? TimeoutSeconds { get; set; }

    public WebhookTargetDocument? ClientConfig { get; set; }

    public LabelSelectorDocument? NamespaceSelector { get; set; }

    public LabelSelectorDocument? ObjectSelector { get; set; }

    public List<WebhookRuleDocument?>? Rules { get; set; }
}

internal sealed class WebhookTargetDocument
{
    public string? Url { get; set; }

    public SubjectDocument? Service { get; set; }
}

internal sealed class WebhookRuleDocument
{
    public List<string?>? Operations { get; set; }

    public List<string?>? ApiGroups { get; set; }

    public List<string?>? Resources { get; set; }

    public string? Scope { get; set; }
}

internal sealed class AdmissionPolicyDocument
{
    public MetadataDocument? Metadata { get; set; }

    public AdmissionPolicySpecDocument? Spec { get; set; }
}

internal sealed class AdmissionPolicySpecDocument
{
    public string? FailurePolicy { get; set; }

    /// <summary>Of a binding.</summary>
    public string? PolicyName { get; set; }

    /// <summary>Of a binding.</summary>
    public List<string?>? ValidationActions { get; set; }
}

internal sealed class StorageClassDocument
{
    public MetadataDocument? Metadata { get; set; }

    public string? Provisioner { get; set; }

    public string? ReclaimPolicy { get; set; }

    public string? VolumeBindingMode { get; set; }

    public Dictionary<string, string?>? Parameters { get; set; }
}

internal sealed class VolumeClaimDocument
{
    public MetadataDocument? Metadata { get; set; }

    public VolumeClaimSpecDocument? Spec { get; set; }

    public PhaseDocument? Status { get; set; }
}

internal sealed class VolumeClaimSpecDocument
{
    public string? StorageClassName { get; set; }

    public string? VolumeName { get; set; }

    public List<string?>? AccessModes { get; set; }
}

internal sealed class PersistentVolumeDocument
{
    public MetadataDocument? Metadata { get; set; }

    public PersistentVolumeSpecDocument? Spec { get; set; }

    public PhaseDocument? Status { get; set; }
}

internal sealed class PersistentVolumeSpecDocument
{
    public string? StorageClassName { get; set; }

    public SubjectDocument? ClaimRef { get; set; }

    public VolumeAffinityDocument? NodeAffinity { get; set; }

    public DriverDocument? Csi { get; set; }

    public PathDocument? HostPath { get; set; }

    public PathDocument? Local { get; set; }

    public PathDocument? Nfs { get; set; }

    public FileSystemDocument? AwsElasticBlockStore { get; set; }
}

internal sealed class DriverDocument
{
    public string? Driver { get; set; }
}

internal sealed class PathDocument
{
    public string? Path { get; set; }
}

internal sealed class FileSystemDocument
{
    public string? FsType { get; set; }
}

internal sealed class VolumeAffinityDocument
{
    public NodeSelectorDocument? Required { get; set; }
}

internal sealed class NodeSelectorDocument
{
    public List<NodeSelectorTermDocument?>? NodeSelectorTerms { get; set; }
}

internal sealed class NodeSelectorTermDocument
{
    public List<LabelRequirementDocument?>? MatchExpressions { get; set; }
}
