namespace EksSecurityPortal.Sandbox.Model;

/// <summary>Pod is a bare pod (or, with <see cref="Workload.IsStatic"/>, a static one).</summary>
public enum WorkloadKind
{
    Deployment,
    StatefulSet,
    DaemonSet,
    Job,
    CronJob,
    Pod,
}

/// <summary>A controlling owner with its template; its pods are rendered on the fly, round-robin over the nodes of its pools.</summary>
public sealed record Workload
{
    public required WorkloadKind Kind { get; init; }

    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Number of pods; ignored for DaemonSets, which have one per node of their pools. A CronJob's are those of its last job.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>How many of the pods are not ready (CrashLoopBackOff).</summary>
    public int UnreadyReplicas { get; init; }

    /// <summary>Labels of the owner; pods carry <see cref="PodTemplate.Labels"/>.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty.Tags;

    /// <summary>Pools whose nodes carry the pods; empty means every pool that is neither Fargate nor Windows.</summary>
    public IReadOnlyList<string> Pools { get; init; } = [];

    public required PodTemplate Template { get; init; }

    /// <summary>Cron expression of a CronJob.</summary>
    public string? Schedule { get; init; }

    public bool IsStatic { get; init; }

    /// <summary>The nodes that may carry the pods of this workload.</summary>
    public IEnumerable<KubernetesNode> NodesOf(IReadOnlyList<KubernetesNode> nodes) => Pools.Count > 0
        ? nodes.Where(node => Pools.Contains(node.Pool))
        : nodes.Where(node => node.OperatingSystem == "linux" && node.Labels.GetValueOrDefault("eks.amazonaws.com/compute-type") != "fargate");

    public int PodCount(IReadOnlyList<KubernetesNode> nodes) => Kind == WorkloadKind.DaemonSet ? NodesOf(nodes).Count() : Replicas;
}

public sealed record PodTemplate
{
    public required IReadOnlyList<Container> Containers { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty.Tags;

    public string ServiceAccount { get; init; } = "default";

    public bool? AutomountToken { get; init; }

    public bool HostNetwork { get; init; }

    public bool HostPid { get; init; }

    public bool HostIpc { get; init; }

    public bool? ShareProcessNamespace { get; init; }

    public PodSecurity? Security { get; init; }

    public IReadOnlyList<Volume> Volumes { get; init; } = [];

    public IReadOnlyDictionary<string, string> NodeSelector { get; init; } = Empty.Tags;

    /// <summary>True tolerates every taint.</summary>
    public bool ToleratesEverything { get; init; }

    public string? PriorityClass { get; init; }

    public int TerminationGraceSeconds { get; init; } = 30;

    public string? RuntimeClass { get; init; }

    /// <summary>Topology key of a spread constraint or anti-affinity; null when there is none.</summary>
    public string? SpreadOver { get; init; }
}

public sealed record PodSecurity
{
    public bool? RunAsNonRoot { get; init; }

    public long? RunAsUser { get; init; }

    public long? FsGroup { get; init; }

    /// <summary>RuntimeDefault, Unconfined or Localhost.</summary>
    public string? Seccomp { get; init; }

    public IReadOnlyDictionary<string, string> Sysctls { get; init; } = Empty.Tags;

    public bool HostProcess { get; init; }
}

public enum ContainerRole
{
    Main,
    Init,

    /// <summary>An init container that restarts always.</summary>
    Sidecar,
    Ephemeral,
}

public sealed record Container(string Name, string Image)
{
    public ContainerRole Role { get; init; }

    public IReadOnlyList<string> Command { get; init; } = [];

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    /// <summary>Names of secrets taken whole with envFrom.</summary>
    public IReadOnlyList<string> EnvironmentFromSecrets { get; init; } = [];

    public IReadOnlyList<ContainerPort> Ports { get; init; } = [];

    public ContainerSecurity? Security { get; init; }

    /// <summary>Pairs of (volume name, path); a path that ends in ":ro" is read-only.</summary>
    public IReadOnlyList<(string Volume, string Path)> Mounts { get; init; } = [];

    public string? CpuRequest { get; init; }

    public string? MemoryRequest { get; init; }

    public string? CpuLimit { get; init; }

    public string? MemoryLimit { get; init; }

    public bool LivenessProbe { get; init; }

    public bool ReadinessProbe { get; init; }

    public string? PullPolicy { get; init; }
}

/// <summary>A literal Value, or a key of a secret.</summary>
public sealed record EnvironmentVariable(string Name, string? Value, string? SecretName = null, string? SecretKey = null);

public sealed record ContainerPort(int Number, string? Name = null, string Protocol = "TCP", int? HostPort = null);

public sealed record ContainerSecurity
{
    public bool? Privileged { get; init; }

    public bool? AllowPrivilegeEscalation { get; init; }

    public bool? ReadOnlyRootFilesystem { get; init; }

    public bool? RunAsNonRoot { get; init; }

    public long? RunAsUser { get; init; }

    public IReadOnlyList<string> AddCapabilities { get; init; } = [];

    public IReadOnlyList<string> DropCapabilities { get; init; } = [];

    public string? Seccomp { get; init; }
}

public enum VolumeKind
{
    HostPath,
    Secret,
    ConfigMap,
    EmptyDir,
    PersistentVolumeClaim,
    ProjectedToken,
}

/// <summary>Source is the path, the name of the object, or the audience of a projected token; unused for EmptyDir.</summary>
public sealed record Volume(string Name, VolumeKind Kind, string Source = "");

/// <summary>A PodDisruptionBudget; its status is computed from the workloads its selector matches. Both limits are numbers or percentages.</summary>
public sealed record DisruptionBudget(string Namespace, string Name, IReadOnlyDictionary<string, string> Selector)
{
    public string? MinAvailable { get; init; }

    public string? MaxUnavailable { get; init; }

    public string? UnhealthyPodEvictionPolicy { get; init; }
}

public sealed record ServicePort(int Port, int TargetPort, string Protocol = "TCP", string? Name = null, int? NodePort = null);

/// <summary>A Service; Type is ClusterIP, NodePort, LoadBalancer or ExternalName.</summary>
public sealed record KubernetesService(string Namespace, string Name, string Type, IReadOnlyDictionary<string, string> Selector, IReadOnlyList<ServicePort> Ports)
{
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty.Tags;

    public string? ClusterIp { get; init; }

    public IReadOnlyList<string> ExternalIps { get; init; } = [];

    public IReadOnlyList<string> SourceRanges { get; init; } = [];

    public string? LoadBalancerHostname { get; init; }

    public string? LoadBalancerClass { get; init; }

    public string? ExternalTrafficPolicy { get; init; }

    public string? ExternalName { get; init; }
}
