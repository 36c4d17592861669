namespace EksSecurityPortal.Core.Inventory;

/// <summary>What the cluster's Kubernetes API lists. Secrets are never asked for; environment values and copied manifests are dropped while reading.</summary>
public sealed record KubernetesFacts
{
    public required Part<KubernetesVersion> Version { get; init; }
    public required Part<IReadOnlyList<Node>> Nodes { get; init; }
    public required Part<IReadOnlyList<KubernetesNamespace>> Namespaces { get; init; }
    public required Part<IReadOnlyList<Workload>> Workloads { get; init; }
    public required Part<IReadOnlyList<KubernetesService>> Services { get; init; }
    public required Part<IReadOnlyList<Ingress>> Ingresses { get; init; }
    public required Part<IReadOnlyList<EndpointSlice>> EndpointSlices { get; init; }
    public required Part<IReadOnlyList<ServiceAccount>> ServiceAccounts { get; init; }
    public required Part<RbacFacts> Rbac { get; init; }
    public required Part<IReadOnlyList<NetworkPolicy>> NetworkPolicies { get; init; }
    public required Part<IReadOnlyList<CustomObject>> CniPolicies { get; init; }
    public required Part<IReadOnlyList<DisruptionBudget>> DisruptionBudgets { get; init; }
    public required Part<IReadOnlyList<Autoscaler>> Autoscalers { get; init; }
    public required Part<QuotaFacts> Quotas { get; init; }
    public required Part<AdmissionFacts> Admission { get; init; }
    public required Part<IReadOnlyList<CustomResourceDefinition>> CustomResourceDefinitions { get; init; }
    public required Part<StorageFacts> Storage { get; init; }
    public required Part<NodeProvisioningFacts> NodeProvisioning { get; init; }
    public required Part<AwsAuth> AwsAuth { get; init; }
    public required Part<CniConfig> CniConfig { get; init; }
}

/// <param name="GitVersion"><c>v1.34.9-eks-113cf36</c>.</param>
public sealed record KubernetesVersion(string GitVersion, string? Platform);

public sealed record Node
{
    public required string Name { get; init; }
    /// <summary><c>aws:///{zone}/{instance}</c>; other forms for Fargate and hybrid nodes.</summary>
    public string? ProviderId { get; init; }
    public string? KubeletVersion { get; init; }
    public string? OsImage { get; init; }
    public string? KernelVersion { get; init; }
    public string? ContainerRuntimeVersion { get; init; }
    public string? OperatingSystem { get; init; }
    public string? Architecture { get; init; }
    public required DateTimeOffset? CreatedAt { get; init; }
    public bool IsUnschedulable { get; init; }
    /// <summary>Null when the node reports no Ready condition.</summary>
    public bool? IsReady { get; init; }
    public IReadOnlyList<string> ProblemConditions { get; init; } = [];
    public IReadOnlyList<string> InternalIps { get; init; } = [];
    public IReadOnlyList<string> ExternalIps { get; init; } = [];
    public IReadOnlyList<NodeTaint> Taints { get; init; } = [];
    /// <summary>Allocatable, as Kubernetes quantities: cpu, memory, pods, vpc.amazonaws.com/pod-eni, …</summary>
    public IReadOnlyDictionary<string, string> Allocatable { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}

public sealed record KubernetesNamespace(string Name, string Phase, DateTimeOffset? CreatedAt, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations);

/// <param name="Ports">Port, target port (number or name), node port, protocol.</param>
public sealed record KubernetesService(
    string Namespace, string Name, string Type, string? ClusterIp, IReadOnlyList<string> ExternalIps, IReadOnlyList<ServicePort> Ports, IReadOnlyDictionary<string, string> Selector,
    IReadOnlyList<string> LoadBalancerSourceRanges, string? LoadBalancerClass, IReadOnlyList<string> LoadBalancerHostnames, string? ExternalTrafficPolicy,
    IReadOnlyDictionary<string, string> Annotations, IReadOnlyDictionary<string, string> Labels);

public sealed record ServicePort(string? Name, string Protocol, int Port, string? TargetPort, int? NodePort, string? AppProtocol);

public sealed record Ingress(
    string Namespace, string Name, string? ClassName, IReadOnlyList<IngressRule> Rules, IReadOnlyList<string> TlsHosts, bool HasTls, bool HasDefaultBackend,
    IReadOnlyList<string> LoadBalancerHostnames, IReadOnlyDictionary<string, string> Annotations);

public sealed record IngressRule(string? Host, string? Path, string? ServiceName, string? ServicePort);

public sealed record EndpointSlice(string Namespace, string Name, string? ServiceName, string AddressType, int ReadyEndpoints, int NotReadyEndpoints, IReadOnlyList<string> Ports);

public sealed record ServiceAccount(
    string Namespace, string Name, bool? AutomountToken, IReadOnlyDictionary<string, string> Annotations, int ImagePullSecretCount, DateTimeOffset? CreatedAt)
{
    /// <summary>The role of IRSA's annotation <c>eks.amazonaws.com/role-arn</c>, null when absent or empty.</summary>
    public string? RoleArn => Annotations.TryGetValue("eks.amazonaws.com/role-arn", out var arn) && arn.Length > 0 ? arn : null;
}

public sealed record RbacFacts(IReadOnlyList<RbacRole> Roles, IReadOnlyList<RbacBinding> Bindings);

/// <param name="Namespace">Null for a ClusterRole.</param>
/// <param name="AggregationSelectors">Label selectors of an aggregated ClusterRole; its <paramref name="Rules"/> are what the API server filled in.</param>
public sealed record RbacRole(
    string? Namespace, string Name, IReadOnlyList<RbacRule> Rules, IReadOnlyList<LabelSelector> AggregationSelectors,
    IReadOnlyDictionary<string, string> Labels, DateTimeOffset? CreatedAt);

public sealed record RbacRule(
    IReadOnlyList<string> Verbs, IReadOnlyList<string> ApiGroups, IReadOnlyList<string> Resources, IReadOnlyList<string> ResourceNames, IReadOnlyList<string> NonResourceUrls);

/// <param name="Namespace">Null for a ClusterRoleBinding.</param>
/// <param name="RoleKind">Role or ClusterRole.</param>
public sealed record RbacBinding(string? Namespace, string Name, string RoleKind, string RoleName, IReadOnlyList<RbacSubject> Subjects, IReadOnlyDictionary<string, string> Labels, DateTimeOffset? CreatedAt);

/// <param name="Kind">User, Group or ServiceAccount.</param>
public sealed record RbacSubject(string Kind, string? Namespace, string Name);

/// <summary>Both lists empty selects everything; a null selector selects nothing or everything as the field it stands in says.</summary>
public sealed record LabelSelector(IReadOnlyDictionary<string, string> MatchLabels, IReadOnlyList<LabelRequirement> MatchExpressions);

/// <param name="Operator">In, NotIn, Exists, DoesNotExist.</param>
public sealed record LabelRequirement(string Key, string Operator, IReadOnlyList<string> Values);

/// <summary>networking.k8s.io/v1. Null lists mean the field was absent, which differs from empty (domain facts C.7).</summary>
public sealed record NetworkPolicy(
    string Namespace, string Name, LabelSelector? PodSelector, IReadOnlyList<string>? PolicyTypes,
    IReadOnlyList<NetworkPolicyRule>? Ingress, IReadOnlyList<NetworkPolicyRule>? Egress, DateTimeOffset? CreatedAt);

public sealed record NetworkPolicyRule(IReadOnlyList<NetworkPolicyPeer>? Peers, IReadOnlyList<NetworkPolicyPort>? Ports);

public sealed record NetworkPolicyPeer(LabelSelector? PodSelector, LabelSelector? NamespaceSelector, string? IpBlockCidr, IReadOnlyList<string> IpBlockExcept);

/// <param name="Port">A number or a name; null for all ports of the protocol.</param>
public sealed record NetworkPolicyPort(string? Protocol, string? Port, int? EndPort);

/// <summary>An object of a kind that is not built in.</summary>
/// <param name="SpecJson">The <c>spec</c> as JSON; at most 64 kB, null when larger or absent.</param>
/// <param name="StatusJson">The <c>status</c> as JSON, same limit.</param>
public sealed record CustomObject(
    string Group, string Kind, string? Namespace, string Name, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations,
    DateTimeOffset? CreatedAt, string? SpecJson, string? StatusJson);

/// <param name="MinAvailable">Number or percentage as written; null when unset.</param>
public sealed record DisruptionBudget(
    string Namespace, string Name, LabelSelector? Selector, string? MinAvailable, string? MaxUnavailable, string? UnhealthyPodEvictionPolicy,
    int? DisruptionsAllowed, int? CurrentHealthy, int? DesiredHealthy, int? ExpectedPods, long? Generation, long? ObservedGeneration);

public sealed record Autoscaler(string Namespace, string Name, string TargetKind, string TargetName, int? MinReplicas, int? MaxReplicas, int? CurrentReplicas);

public sealed record QuotaFacts(IReadOnlyList<ResourceQuota> Quotas, IReadOnlyList<LimitRange> LimitRanges);

public sealed record ResourceQuota(string Namespace, string Name, IReadOnlyDictionary<string, string> Hard, IReadOnlyDictionary<string, string> Used);

public sealed record LimitRange(string Namespace, string Name, IReadOnlyList<string> Types);

public sealed record AdmissionFacts(IReadOnlyList<AdmissionWebhook> Webhooks, IReadOnlyList<AdmissionPolicy> Policies);

/// <param name="ConfigurationKind">ValidatingWebhookConfiguration or MutatingWebhookConfiguration.</param>
public sealed record AdmissionWebhook(
    string ConfigurationKind, string ConfigurationName, string Name, string? FailurePolicy, int? TimeoutSeconds, string? ServiceNamespace, string? ServiceName, string? Url,
    LabelSelector? NamespaceSelector, LabelSelector? ObjectSelector, IReadOnlyList<AdmissionRule> Rules);

public sealed record AdmissionRule(IReadOnlyList<string> Operations, IReadOnlyList<string> ApiGroups, IReadOnlyList<string> Resources, string? Scope);

/// <param name="BoundActions">validationActions of all its bindings: Deny, Warn, Audit.</param>
public sealed record AdmissionPolicy(string Kind, string Name, string? FailurePolicy, IReadOnlyList<string> BoundActions);

public sealed record CustomResourceDefinition(string Name, string Group, string Kind, string Scope, IReadOnlyList<string> Versions, DateTimeOffset? CreatedAt);

public sealed record StorageFacts(
    IReadOnlyList<StorageClass> Classes, IReadOnlyList<PersistentVolume> Volumes, IReadOnlyList<PersistentVolumeClaim> Claims, IReadOnlyList<string> CsiDrivers);

public sealed record StorageClass(string Name, string Provisioner, string? ReclaimPolicy, string? VolumeBindingMode, IReadOnlyDictionary<string, string> Parameters, bool IsDefault);

/// <param name="Source">csi driver name, hostPath, local, nfs, awsElasticBlockStore, …</param>
public sealed record PersistentVolume(string Name, string Source, string? HostPath, string? StorageClass, string? ClaimNamespace, string? ClaimName, string? Phase, IReadOnlyList<string> Zones);

public sealed record PersistentVolumeClaim(string Namespace, string Name, string? StorageClass, string? VolumeName, string? Phase, IReadOnlyList<string> AccessModes);

/// <summary>Karpenter and EKS Auto Mode objects.</summary>
public sealed record NodeProvisioningFacts(IReadOnlyList<CustomObject> NodePools, IReadOnlyList<CustomObject> NodeClaims, IReadOnlyList<CustomObject> NodeClasses);

/// <summary>kube-system/aws-auth.</summary>
/// <param name="Exists">False when the ConfigMap is not there; a fact, not a gap.</param>
/// <param name="ParseErrors">YAML that could not be read breaks every mapping of the ConfigMap.</param>
public sealed record AwsAuth(bool Exists, IReadOnlyList<AwsAuthMapping> Roles, IReadOnlyList<AwsAuthMapping> Users, IReadOnlyList<string> Accounts, IReadOnlyList<string> ParseErrors);

public sealed record AwsAuthMapping(string Arn, string? Username, IReadOnlyList<string> Groups);

/// <summary>The named ConfigMaps and the CNI's DaemonSet settings that decide how pods are networked.</summary>
/// <param name="VpcCniConfigMap">kube-system/amazon-vpc-cni data, null when there is none.</param>
/// <param name="CiliumConfigMap">kube-system/cilium-config data, only the keys that decide policy and IPAM.</param>
/// <param name="KubeProxyMode">iptables, ipvs, nftables; null when unknown.</param>
/// <param name="AwsNode">The aws-node DaemonSet, null when there is none.</param>
/// <param name="Agents">Other network agents found among DaemonSets: calico-node, cilium, antrea-agent, …</param>
public sealed record CniConfig(
    IReadOnlyDictionary<string, string>? VpcCniConfigMap, IReadOnlyDictionary<string, string>? CiliumConfigMap, string? KubeProxyMode, AwsNodeSettings? AwsNode, IReadOnlyList<NetworkAgent> Agents);

/// <param name="Environment">Only the CNI's documented, secret-free settings (domain facts C.2), by name.</param>
/// <param name="NodeAgentArguments">Arguments of the container aws-eks-nodeagent.</param>
public sealed record AwsNodeSettings(string? CniImage, string? NodeAgentImage, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> NodeAgentArguments, int DesiredNodes, int ReadyNodes);

public sealed record NetworkAgent(string Engine, string Namespace, string Name, string? Image, int DesiredNodes, int ReadyNodes);
