using System.Text.Json.Serialization;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Documents;

internal sealed class ServiceDocument
{
    public MetadataDocument? Metadata { get; set; }

    public ServiceSpecDocument? Spec { get; set; }

    public BalancedStatusDocument? Status { get; set; }
}

internal sealed class ServiceSpecDocument
{
    public string? Type { get; set; }

    [JsonPropertyName("clusterIP")]
    public string? ClusterIp { get; set; }

    [JsonPropertyName("externalIPs")]
    public List<string?>? ExternalIps { get; set; }

    public List<ServicePortDocument?>? Ports { get; set; }

    public Dictionary<string, string?>? Selector { get; set; }

    public List<string?>? LoadBalancerSourceRanges { get; set; }

    public string? LoadBalancerClass { get; set; }

    public string? ExternalTrafficPolicy { get; set; }
}

internal sealed class ServicePortDocument
{
    public string? Name { get; set; }

    public string? Protocol { get; set; }

    public int? Port { get; set; }

    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? TargetPort { get; set; }

    public int? NodePort { get; set; }

    public string? AppProtocol { get; set; }
}

internal sealed class BalancedStatusDocument
{
    public BalancerDocument? LoadBalancer { get; set; }
}

internal sealed class BalancerDocument
{
    public List<BalancerAddressDocument?>? Ingress { get; set; }
}

internal sealed class BalancerAddressDocument
{
    public string? Hostname { get; set; }

    public string? Ip { get; set; }
}

internal sealed class IngressDocument
{
    public MetadataDocument? Metadata { get; set; }

    public IngressSpecDocument? Spec { get; set; }

    public BalancedStatusDocument? Status { get; set; }
}

internal sealed class IngressSpecDocument
{
    public string? IngressClassName { get; set; }

    public IngressBackendDocument? DefaultBackend { get; set; }

    public List<IngressRuleDocument?>? Rules { get; set; }

    public List<IngressTlsDocument?>? Tls { get; set; }
}

internal sealed class IngressTlsDocument
{
    public List<string?>? Hosts { get; set; }
}

internal sealed class IngressRuleDocument
{
    public string? Host { get; set; }

    public IngressPathsDocument? Http { get; set; }
}

internal sealed class IngressPathsDocument
{
    public List<IngressPathDocument?>? Paths { get; set; }
}

internal sealed class IngressPathDocument
{
    public string? Path { get; set; }

    public IngressBackendDocument? Backend { get; set; }
}

internal sealed class IngressBackendDocument
{
    public IngressServiceDocument? Service { get; set; }
}

internal sealed class IngressServiceDocument
{
    public string? Name { get; set; }

    public IngressPortDocument? Port { get; set; }
}

internal sealed class IngressPortDocument
{
    public string? Name { get; set; }

    public int? Number { get; set; }
}

internal sealed class EndpointSliceDocument
{
    public MetadataDocument? Metadata { get; set; }

    public string? AddressType { get; set; }

    public List<EndpointDocument?>? Endpoints { get; set; }

    public List<EndpointPortDocument?>? Ports { get; set; }
}

internal sealed class EndpointDocument
{
    public EndpointConditionsDocument? Conditions { get; set; }
}

internal sealed class EndpointConditionsDocument
{
    public bool? Ready { get; set; }
}

internal sealed class EndpointPortDocument
{
    public string? Protocol { get; set; }

    public int? Port { get; set; }
}

internal sealed class NetworkPolicyDocument
{
    public MetadataDocument? Metadata { get; set; }

    public NetworkPolicySpecDocument? Spec { get; set; }
}

internal sealed class NetworkPolicySpecDocument
{
    public LabelSelectorDocument? PodSelector { get; set; }

    public List<string?>? PolicyTypes { get; set; }

    public List<IngressPolicyRuleDocument?>? Ingress { get; set; }

    public List<EgressPolicyRuleDocument?>? Egress { get; set; }
}

internal sealed class IngressPolicyRuleDocument
{
    public List<PolicyPeerDocument?>? From { get; set; }

    public List<PolicyPortDocument?>? Ports { get; set; }
}

internal sealed class EgressPolicyRuleDocument
{
    public List<PolicyPeerDocument?>? To { get; set; }

    public List<PolicyPortDocument?>? Ports { get; set; }
}

internal sealed class PolicyPeerDocument
{
    public LabelSelectorDocument? PodSelector { get; set; }

    public LabelSelectorDocument? NamespaceSelector { get; set; }

    public IpBlockDocument? IpBlock { get; set; }
}

internal sealed class IpBlockDocument
{
    public string? Cidr { get; set; }

    public List<string?>? Except { get; set; }
}

internal sealed class PolicyPortDocument
{
    public string? Protocol { get; set; }

    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? Port { get; set; }

    public int? EndPort { get; set; }
}
