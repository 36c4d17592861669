using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>Facts of Services, Ingresses, EndpointSlices and NetworkPolicies.</summary>
internal sealed class NetworkReadings(StringPool texts)
{
    internal IEnumerable<KubernetesService> Service(ServiceDocument document)
    {
        var spec = document.Spec ?? new ServiceSpecDocument();
        yield return new(
            document.Metadata.NamespaceOf(texts), document.Metadata.NameOf(texts), texts.Get(spec.Type ?? "ClusterIP"), texts.Find(spec.ClusterIp), texts.Get(spec.ExternalIps),
            [.. spec.Ports.Present().Select(Port)], texts.Get(spec.Selector), texts.Get(spec.LoadBalancerSourceRanges), texts.Find(spec.LoadBalancerClass),
            Balancers(document.Status), texts.Find(spec.ExternalTrafficPolicy), document.Metadata.AnnotationsOf(texts), document.Metadata.LabelsOf(texts));
    }

    internal IEnumerable<Ingress> Ingress(IngressDocument document)
    {
        var spec = document.Spec ?? new IngressSpecDocument();
        var annotations = document.Metadata.AnnotationsOf(texts);
        yield return new(
            document.Metadata.NamespaceOf(texts), document.Metadata.NameOf(texts),
            texts.Find(spec.IngressClassName) ?? annotations.GetValueOrDefault("kubernetes.io/ingress.class"),
            [.. spec.Rules.Present().SelectMany(Rules)], texts.Get(spec.Tls.Present().SelectMany(tls => tls.Hosts ?? []).ToList()), spec.Tls.Present().Any(),
            spec.DefaultBackend is not null, Balancers(document.Status), annotations);
    }

    internal IEnumerable<EndpointSlice> EndpointSlice(EndpointSliceDocument document)
    {
        var endpoints = document.Endpoints.Present().ToList();
        // an endpoint without the condition is to be taken for ready
        var notReady = endpoints.Count(endpoint => endpoint.Conditions?.Ready == false);
        yield return new(
            document.Metadata.NamespaceOf(texts), document.Metadata.NameOf(texts), document.Metadata.LabelsOf(texts).GetValueOrDefault("kubernetes.io/service-name"),
            texts.Get(document.AddressType ?? ""), endpoints.Count - notReady, notReady,
            [.. document.Ports.Present().Where(port => port.Port is not null).Select(port => texts.Get($"{port.Port}/{port.Protocol ?? "TCP"}"))]);
    }

    internal IEnumerable<NetworkPolicy> NetworkPolicy(NetworkPolicyDocument document)
    {
        var spec = document.Spec ?? new NetworkPolicySpecDocument();
        yield return new(
            document.Metadata.NamespaceOf(texts), document.Metadata.NameOf(texts), Reading.Selector(spec.PodSelector, texts),
            spec.PolicyTypes is null ? null : texts.Get(spec.PolicyTypes),
            spec.Ingress?.Present().Select(rule => new NetworkPolicyRule(Peers(rule.From), Ports(rule.Ports))).ToList(),
            spec.Egress?.Present().Select(rule => new NetworkPolicyRule(Peers(rule.To), Ports(rule.Ports))).ToList(),
            document.Metadata?.CreationTimestamp);
    }

    private List<NetworkPolicyPeer>? Peers(List<PolicyPeerDocument?>? peers) => peers?.Present().Select(peer => new NetworkPolicyPeer(
        Reading.Selector(peer.PodSelector, texts), Reading.Selector(peer.NamespaceSelector, texts), texts.Find(peer.IpBlock?.Cidr), texts.Get(peer.IpBlock?.Except))).ToList();

    private List<NetworkPolicyPort>? Ports(List<PolicyPortDocument?>? ports) =>
        ports?.Present().Select(port => new NetworkPolicyPort(texts.Find(port.Protocol), texts.Find(port.Port), port.EndPort)).ToList();

    private ServicePort Port(ServicePortDocument port) => new(
        texts.Find(port.Name), texts.Get(port.Protocol ?? "TCP"), port.Port ?? 0, texts.Find(port.TargetPort), port.NodePort is > 0 ? port.NodePort : null, texts.Find(port.AppProtocol));

    private IEnumerable<IngressRule> Rules(IngressRuleDocument rule)
    {
        var paths = (rule.Http?.Paths).Present().ToList();
        return paths.Count == 0 ? [new IngressRule(texts.Find(rule.Host), null, null, null)]
            : paths.Select(path => new IngressRule(
                texts.Find(rule.Host), texts.Find(path.Path), texts.Find(path.Backend?.Service?.Name),
                texts.Find(path.Backend?.Service?.Port?.Name) ?? (path.Backend?.Service?.Port?.Number is { } number ? texts.Get($"{number}") : null)));
    }

    private IReadOnlyList<string> Balancers(BalancedStatusDocument? status) =>
        texts.Get((status?.LoadBalancer?.Ingress).Present().Select(address => address.Hostname ?? address.Ip).ToList());
}
