using System.Text.Json.Serialization;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Documents;

// Documents are the parts of Kubernetes objects that facts are made of, spelled as the API spells them. Whatever they do not name is skipped
// by the decoder without being built. Everything is nullable: a cluster may leave out anything.

internal sealed class MetadataDocument
{
    public string? Name { get; set; }

    public string? Namespace { get; set; }

    public Dictionary<string, string?>? Labels { get; set; }

    [JsonConverter(typeof(KeptAnnotationsConverter))]
    public Dictionary<string, string>? Annotations { get; set; }

    [JsonConverter(typeof(LenientTimeConverter))]
    public DateTimeOffset? CreationTimestamp { get; set; }

    public List<OwnerDocument?>? OwnerReferences { get; set; }

    public long? Generation { get; set; }
}

internal sealed class OwnerDocument
{
    public string? Kind { get; set; }

    public string? Name { get; set; }

    public bool? Controller { get; set; }
}

internal sealed class LabelSelectorDocument
{
    public Dictionary<string, string?>? MatchLabels { get; set; }

    public List<LabelRequirementDocument?>? MatchExpressions { get; set; }
}

internal sealed class LabelRequirementDocument
{
    public string? Key { get; set; }

    public string? Operator { get; set; }

    public List<string?>? Values { get; set; }
}

/// <summary>What a Kubernetes API answers instead of an object.</summary>
internal sealed class StatusDocument
{
    public string? Kind { get; set; }

    public string? Reason { get; set; }

    public string? Message { get; set; }

    public StatusMetadataDocument? Metadata { get; set; }

    public StatusDetailsDocument? Details { get; set; }
}

internal sealed class StatusMetadataDocument
{
    public string? Continue { get; set; }
}

internal sealed class StatusDetailsDocument
{
    public double? RetryAfterSeconds { get; set; }
}

internal sealed class VersionDocument
{
    public string? GitVersion { get; set; }

    public string? Platform { get; set; }
}

internal sealed class ConfigMapDocument
{
    public string? Kind { get; set; }

    public Dictionary<string, string?>? Data { get; set; }
}

internal sealed class ReviewDocument
{
    public string? Kind { get; set; }

    public ReviewStatusDocument? Status { get; set; }
}

internal sealed class ReviewStatusDocument
{
    public bool? Allowed { get; set; }

    public string? Reason { get; set; }
}

/// <summary>Objects of which nothing but the name and the labels matters.</summary>
internal sealed class NamedDocument
{
    public MetadataDocument? Metadata { get; set; }
}
