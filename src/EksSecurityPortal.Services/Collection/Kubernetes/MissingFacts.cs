using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

/// <summary>Facts of a cluster whose Kubernetes API could not be asked: every part missing, for one reason.</summary>
public static class MissingFacts
{
    /// <summary>The parts that come from the Kubernetes API.</summary>
    public static IReadOnlyList<SnapshotPart> Parts { get; } =
    [
        .. Enum.GetValues<SnapshotPart>().Where(part => part is >= SnapshotPart.KubernetesVersion and <= SnapshotPart.CniConfig),
    ];

    /// <param name="progress">Is told that each part is missing.</param>
    public static KubernetesFacts Create(PartGap gap, IProgress<PartProgress> progress)
    {
        foreach (var part in Parts)
        {
            progress.Report(new(part, PartState.Missing, 0, gap));
        }

        return new KubernetesFacts
        {
            Version = Part.Missing<KubernetesVersion>(gap),
            Nodes = Part.Missing<IReadOnlyList<Node>>(gap),
            Namespaces = Part.Missing<IReadOnlyList<KubernetesNamespace>>(gap),
            Workloads = Part.Missing<IReadOnlyList<Workload>>(gap),
            Services = Part.Missing<IReadOnlyList<KubernetesService>>(gap),
            Ingresses = Part.Missing<IReadOnlyList<Ingress>>(gap),
            EndpointSlices = Part.Missing<IReadOnlyList<EndpointSlice>>(gap),
            ServiceAccounts = Part.Missing<IReadOnlyList<ServiceAccount>>(gap),
            Rbac = Part.Missing<RbacFacts>(gap),
            NetworkPolicies = Part.Missing<IReadOnlyList<NetworkPolicy>>(gap),
            CniPolicies = Part.Missing<IReadOnlyList<CustomObject>>(gap),
            DisruptionBudgets = Part.Missing<IReadOnlyList<DisruptionBudget>>(gap),
            Autoscalers = Part.Missing<IReadOnlyList<Autoscaler>>(gap),
            Quotas = Part.Missing<QuotaFacts>(gap),
            Admission = Part.Missing<AdmissionFacts>(gap),
            CustomResourceDefinitions = Part.Missing<IReadOnlyList<CustomResourceDefinition>>(gap),
            Storage = Part.Missing<StorageFacts>(gap),
            NodeProvisioning = Part.Missing<NodeProvisioningFacts>(gap),
            AwsAuth = Part.Missing<AwsAuth>(gap),
            CniConfig = Part.Missing<CniConfig>(gap),
        };
    }
}
