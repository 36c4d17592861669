using System.Text.Json.Serialization;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Documents;

internal sealed class NodeDocument
{
    public MetadataDocument? Metadata { get; set; }

    public NodeSpecDocument? Spec { get; set; }

    public NodeStatusDocument? Status { get; set; }
}

internal sealed class NodeSpecDocument
{
    [JsonPropertyName("providerID")]
    public string? ProviderId { get; set; }

    public bool? Unschedulable { get; set; }

    public List<TaintDocument?>? Taints { get; set; }
}

internal sealed class TaintDocument
{
    public string? Key { get; set; }

    public string? Value { get; set; }

    public string? Effect { get; set; }
}

internal sealed class NodeStatusDocument
{
    public Dictionary<string, string?>? Allocatable { get; set; }

    public List<ConditionDocument?>? Conditions { get; set; }

    public List<AddressDocument?>? Addresses { get; set; }

    public NodeSystemDocument? NodeInfo { get; set; }
}

internal sealed class ConditionDocument
{
    public string? Type { get; set; }

    public string? Status { get; set; }
}

internal sealed class AddressDocument
{
    public string? Type { get; set; }

    public string? Address { get; set; }
}

internal sealed class NodeSystemDocument
{
    public string? KubeletVersion { get; set; }

    public string? OsImage { get; set; }

    public string? KernelVersion { get; set; }

    public string? ContainerRuntimeVersion { get; set; }

    public string? OperatingSystem { get; set; }

    public string? Architecture { get; set; }
}

internal sealed class NamespaceDocument
{
    public MetadataDocument? Metadata { get; set; }

    public PhaseDocument? Status { get; set; }
}

internal sealed class PhaseDocument
{
    public string? Phase { get; set; }
}

internal sealed class ServiceAccountDocument
{
    public MetadataDocument? Metadata { get; set; }

    public bool? AutomountServiceAccountToken { get; set; }

    public List<NameDocument?>? ImagePullSecrets { get; set; }
}

internal sealed class NameDocument
{
    public string? Name { get; set; }
}

internal sealed class RoleDocument
{
    public MetadataDocument? Metadata { get; set; }

    public List<RbacRuleDocument?>? Rules { get; set; }

    public AggregationDocument? AggregationRule { get; set; }
}

internal sealed class AggregationDocument
{
    public List<LabelSelectorDocument?>? ClusterRoleSelectors { get; set; }
}

internal sealed class RbacRuleDocument
{
    public List<string?>? Verbs { get; set; }

    public List<string?>? ApiGroups { get; set; }

    public List<string?>? Resources { get; set; }

    public List<string?>? ResourceNames { get; set; }

    [JsonPropertyName("nonResourceURLs")]
    public List<string?>? NonResourceUrls { get; set; }
}

internal sealed class BindingDocument
{
    public MetadataDocument? Metadata { get; set; }

    public RoleRefDocument? RoleRef { get; set; }

    public List<SubjectDocument?>? Subjects { get; set; }
}

internal sealed class RoleRefDocument
{
    public string? Kind { get; set; }

    public string? Name { get; set; }
}

internal sealed class SubjectDocument
{
    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? Namespace { get; set; }
}

internal sealed class DefinitionDocument
{
    public MetadataDocument? Metadata { get; set; }

    public DefinitionSpecDocument? Spec { get; set; }
}

internal sealed class DefinitionSpecDocument
{
    public string? Group { get; set; }

    public string? Scope { get; set; }

    public DefinitionNamesDocument? Names { get; set; }

    public List<DefinitionVersionDocument?>? Versions { get; set; }
}

internal sealed class DefinitionNamesDocument
{
    public string? Kind { get; set; }

    public string? Plural { get; set; }
}

internal sealed class DefinitionVersionDocument
{
    public string? Name { get; set; }

    public bool? Served { get; set; }

    public bool? Storage { get; set; }
}

internal sealed class CustomDocument
{
    public string? ApiVersion { get; set; }

    public string? Kind { get; set; }

    public MetadataDocument? Metadata { get; set; }

    [JsonConverter(typeof(RawJsonConverter))]
    public string? Spec { get; set; }

    [JsonConverter(typeof(RawJsonConverter))]
    public string? Status { get; set; }
}
