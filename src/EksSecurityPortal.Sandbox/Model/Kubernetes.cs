namespace EksSecurityPortal.Sandbox.Model;

/// <summary>
/// What a cluster's Kubernetes API serves, in short form. Pods, ReplicaSets and EndpointSlices are rendered from workloads and services;
/// built-in RBAC (cluster-admin, view, system:*) and each namespace's <c>default</c> ServiceAccount exist without being listed.
/// </summary>
public sealed record KubernetesCluster
{
    /// <summary>What /version answers, e.g. <c>v1.34.2-eks-3cfe0ce</c>.</summary>
    public required string GitVersion { get; init; }

    public IReadOnlyList<KubernetesNamespace> Namespaces { get; init; } = [];

    public IReadOnlyList<KubernetesNode> Nodes { get; init; } = [];

    public IReadOnlyList<Workload> Workloads { get; init; } = [];

    public IReadOnlyList<KubernetesService> Services { get; init; } = [];

    /// <summary>Besides the <c>default</c> account of each namespace; an entry named default replaces that one.</summary>
    public IReadOnlyList<ServiceAccount> ServiceAccounts { get; init; } = [];

    public IReadOnlyList<RbacRole> Roles { get; init; } = [];

    public IReadOnlyList<RbacBinding> Bindings { get; init; } = [];

    public IReadOnlyList<DisruptionBudget> DisruptionBudgets { get; init; } = [];

    /// <summary>ConfigMaps besides aws-auth, which comes from <see cref="Cluster.AwsAuth"/>.</summary>
    public IReadOnlyList<KubernetesConfigMap> ConfigMaps { get; init; } = [];

    public IReadOnlyList<CustomKind> CustomKinds { get; init; } = [];

    /// <summary>Objects of any other kind, built-in (NetworkPolicy, Ingress, …) or custom (NodePool, EC2NodeClass, …).</summary>
    public IReadOnlyList<KubernetesObject> Objects { get; init; } = [];

    /// <summary>Number of pods the workloads stand for.</summary>
    public int PodCount => Workloads.Sum(workload => workload.PodCount(Nodes));
}

public sealed record KubernetesNamespace(string Name, DateTimeOffset Created)
{
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty.Tags;
}

public sealed record NodeTaint(string Key, string? Value, string Effect);

public sealed record KubernetesNode
{
    public required string Name { get; init; }

    /// <summary>Name of the pool, which workloads refer to: a node group, Auto Scaling group, NodePool or Fargate profile.</summary>
    public required string Pool { get; init; }

    /// <summary>e.g. <c>aws:///eu-west-1a/i-0123</c>.</summary>
    public required string ProviderId { get; init; }

    public required string Zone { get; init; }

    public required string InternalIp { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string KubeletVersion { get; init; }

    public required string OsImage { get; init; }

    public required string KernelVersion { get; init; }

    public required string ContainerRuntime { get; init; }

    public string OperatingSystem { get; init; } = "linux";

    public string Architecture { get; init; } = "amd64";

    public string? ExternalIp { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty.Tags;

    public IReadOnlyList<NodeTaint> Taints { get; init; } = [];

    public int Cpus { get; init; } = 4;

    public int MemoryMiB { get; init; } = 16384;

    public int MaxPods { get; init; } = 58;

    public bool IsReady { get; init; } = true;

    public bool IsUnschedulable { get; init; }
}

/// <summary>Subjects are (kind, name, namespace); kind is User, Group or ServiceAccount.</summary>
public sealed record RbacSubject(string Kind, string Name, string? Namespace = null);

public sealed record RbacRule(IReadOnlyList<string> ApiGroups, IReadOnlyList<string> Resources, IReadOnlyList<string> Verbs)
{
    public IReadOnlyList<string> ResourceNames { get; init; } = [];

    public IReadOnlyList<string> NonResourceUrls { get; init; } = [];
}

/// <summary>A Role, or a ClusterRole when Namespace is null.</summary>
public sealed record RbacRole(string? Namespace, string Name, IReadOnlyList<RbacRule> Rules)
{
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;
}

/// <summary>A RoleBinding, or a ClusterRoleBinding when Namespace is null. RoleKind is Role or ClusterRole.</summary>
public sealed record RbacBinding(string? Namespace, string Name, string RoleKind, string RoleName, IReadOnlyList<RbacSubject> Subjects);

public sealed record ServiceAccount(string Namespace, string Name)
{
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty.Tags;

    public bool? AutomountToken { get; init; }
}

public sealed record KubernetesConfigMap(string Namespace, string Name, IReadOnlyDictionary<string, string> Data);

/// <summary>A custom resource kind: its CustomResourceDefinition is rendered and its objects can be listed.</summary>
public sealed record CustomKind(string Group, string Version, string Kind, string Plural, bool IsNamespaced);

/// <summary>
/// An object in raw form. Body holds the members beside apiVersion, kind and metadata as a JSON object,
/// e.g. <c>{"spec":{…},"status":{…}}</c>.
/// </summary>
public sealed record KubernetesObject(string ApiVersion, string Kind, string Plural, string? Namespace, string Name, string Body)
{
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty.Tags;

    public DateTimeOffset? Created { get; init; }
}
