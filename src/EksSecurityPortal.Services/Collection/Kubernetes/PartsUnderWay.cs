using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

/// <summary>The readings of all parts, each on its way.</summary>
internal sealed class PartsUnderWay
{
    internal required Task<Part<KubernetesVersion>> Version { get; init; }

    internal required Task<Part<IReadOnlyList<Node>>> Nodes { get; init; }

    internal required Task<Part<IReadOnlyList<KubernetesNamespace>>> Namespaces { get; init; }

    internal required Task<Part<IReadOnlyList<Workload>>> Workloads { get; init; }

    internal required Task<Part<IReadOnlyList<KubernetesService>>> Services { get; init; }

    internal required Task<Part<IReadOnlyList<Ingress>>> Ingresses { get; init; }

    internal required Task<Part<IReadOnlyList<EndpointSlice>>> EndpointSlices { get; init; }

    internal required Task<Part<IReadOnlyList<ServiceAccount>>> ServiceAccounts { get; init; }

    internal required Task<Part<RbacFacts>> Rbac { get; init; }

    internal required Task<Part<IReadOnlyList<NetworkPolicy>>> NetworkPolicies { get; init; }

    internal required Task<Part<IReadOnlyList<CustomObject>>> CniPolicies { get; init; }

    internal required Task<Part<IReadOnlyList<DisruptionBudget>>> DisruptionBudgets { get; init; }

    internal required Task<Part<IReadOnlyList<Autoscaler>>> Autoscalers { get; init; }

    internal required Task<Part<QuotaFacts>> Quotas { get; init; }

    internal required Task<Part<AdmissionFacts>> Admission { get; init; }

    internal required Task<Part<IReadOnlyList<CustomResourceDefinition>>> CustomResourceDefinitions { get; init; }

    internal required Task<Part<StorageFacts>> Storage { get; init; }

    internal required Task<Part<NodeProvisioningFacts>> NodeProvisioning { get; init; }

    internal required Task<Part<AwsAuth>> AwsAuth { get; init; }

    internal required Task<Part<CniConfig>> CniConfig { get; init; }

    internal Task WhenAllAsync() => Task.WhenAll(
        Version, Nodes, Namespaces, Workloads, Services, Ingresses, EndpointSlices,
        ServiceAccounts, Rbac, NetworkPolicies, CniPolicies, DisruptionBudgets, Autoscalers, Quotas,
        Admission, CustomResourceDefinitions, Storage, NodeProvisioning, AwsAuth, CniConfig);

    internal async Task<KubernetesFacts> ToFactsAsync() => new()
    {
        Version = await Version,
        Nodes = await Nodes,
        Namespaces = await Namespaces,
        Workloads = await Workloads,
        Services = await Services,
        Ingresses = await Ingresses,
        EndpointSlices = await EndpointSlices,
        ServiceAccounts = await ServiceAccounts,
        Rbac = await Rbac,
        NetworkPolicies = await NetworkPolicies,
        CniPolicies = await CniPolicies,
        DisruptionBudgets = await DisruptionBudgets,
        Autoscalers = await Autoscalers,
        Quotas = await Quotas,
        Admission = await Admission,
        CustomResourceDefinitions = await CustomResourceDefinitions,
        Storage = await Storage,
        NodeProvisioning = await NodeProvisioning,
        AwsAuth = await AwsAuth,
        CniConfig = await CniConfig,
    };
}
