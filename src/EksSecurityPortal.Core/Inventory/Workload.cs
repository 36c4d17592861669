namespace EksSecurityPortal.Core.Inventory;

/// <summary>
/// The controlling owner of pods: Deployment, StatefulSet, DaemonSet, ReplicaSet (bare), Job, CronJob, ReplicationController, a custom
/// controller's kind, a static pod's Node, or a bare Pod. Findings name it, never a pod.
/// </summary>
public sealed record Workload
{
    public required string Kind { get; init; }
    public required string Namespace { get; init; }
    public required string Name { get; init; }
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
    public DateTimeOffset? CreatedAt { get; init; }
    /// <summary>Desired pods; for a DaemonSet the nodes it should run on; null where the kind has none.</summary>
    public int? DesiredReplicas { get; init; }
    /// <summary>The template of the owner's spec; null for bare pods and owners that were not listed.</summary>
    public PodTemplate? Template { get; init; }
    /// <summary>What actually runs, grouped by equal templates: injected sidecars and old revisions show up as their own group.</summary>
    public IReadOnlyList<PodGroup> Pods { get; init; } = [];
    /// <summary>Label selector of the owner; null where the kind has none.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary><c>Deployment/shop/cart</c>: stable over rollouts.</summary>
    public string Key => $"{Kind}/{Namespace}/{Name}";

    /// <summary>Running, pending and unknown pods; finished ones are not counted.</summary>
    public int PodCount => Pods.Sum(group => group.Count);
}

/// <summary>Pods of one workload that have the same template, wherever they run.</summary>
/// <param name="Ready">Of <paramref name="Count"/>.</param>
/// <param name="Placements">Pods per node, ordered by node name; pods that are not scheduled are not in it.</param>
/// <param name="HasOwner">False for pods without an owner reference.</param>
public sealed record PodGroup(PodTemplate Template, int Count, int Ready, bool HasOwner, IReadOnlyList<PodPlacement> Placements);

public sealed record PodPlacement(string Node, int Pods);

/// <summary>The fields of a pod spec that posture depends on. Names and kinds only: no literal environment value is ever held.</summary>
public sealed record PodTemplate
{
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
    /// <summary>Only annotations that decide something (AppArmor, seccomp, do-not-disrupt, safe-to-evict); the rest is dropped.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
    /// <summary><c>default</c> when the spec names none.</summary>
    public string ServiceAccountName { get; init; } = "default";
    public bool? AutomountServiceAccountToken { get; init; }
    public bool HostNetwork { get; init; }
    public bool HostPid { get; init; }
    public bool HostIpc { get; init; }
    public bool? HostUsers { get; init; }
    public bool? ShareProcessNamespace { get; init; }
    public string? OperatingSystem { get; init; }
    public string? RuntimeClassName { get; init; }
    public string? PriorityClassName { get; init; }
    public string? RestartPolicy { get; init; }
    public string? DnsPolicy { get; init; }
    public bool? EnableServiceLinks { get; init; }
    public long? TerminationGracePeriodSeconds { get; init; }
    public PodSecurity Security { get; init; } = new();
    public IReadOnlyList<ContainerTemplate> Containers { get; init; } = [];
    public IReadOnlyList<PodVolume> Volumes { get; init; } = [];
    public IReadOnlyDictionary<string, string> NodeSelector { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<Toleration> Tolerations { get; init; } = [];
    public bool HasRequiredNodeAffinity { get; init; }
    public bool HasRequiredPodAntiAffinity { get; init; }
    public IReadOnlyList<string> TopologySpreadKeys { get; init; } = [];
}

public sealed record Toleration(string? Key, string? Operator, string? Value, string? Effect);

public sealed record PodSecurity
{
    public bool? RunAsNonRoot { get; init; }
    public long? RunAsUser { get; init; }
    public long? RunAsGroup { get; init; }
    public long? FsGroup { get; init; }
    public SeLinux? SeLinux { get; init; }
    /// <summary>RuntimeDefault, Localhost, Unconfined.</summary>
    public string? SeccompType { get; init; }
    public string? AppArmorType { get; init; }
    public IReadOnlyList<string> Sysctls { get; init; } = [];
    public bool? WindowsHostProcess { get; init; }
    public string? WindowsRunAsUserName { get; init; }
}

public sealed record SeLinux(string? Type, string? User, string? Role);

public enum ContainerRole
{
    App,
    Init,
    /// <summary>An init container with restartPolicy Always.</summary>
    Sidecar,
    Ephemeral,
}

public sealed record ContainerTemplate
{
    public required string Name { get; init; }
    public ContainerRole Role { get; init; }
    public string Image { get; init; } = "";
    public string? ImagePullPolicy { get; init; }
    public bool? Privileged { get; init; }
    public bool? AllowPrivilegeEscalation { get; init; }
    public bool? RunAsNonRoot { get; init; }
    public long? RunAsUser { get; init; }
    public bool? ReadOnlyRootFilesystem { get; init; }
    public IReadOnlyList<string> CapabilitiesAdded { get; init; } = [];
    public IReadOnlyList<string> CapabilitiesDropped { get; init; } = [];
    public string? SeccompType { get; init; }
    public string? AppArmorType { get; init; }
    public SeLinux? SeLinux { get; init; }
    public string? ProcMount { get; init; }
    public bool? WindowsHostProcess { get; init; }
    public IReadOnlyList<ContainerPort> Ports { get; init; } = [];
    public IReadOnlyDictionary<string, string> Requests { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Limits { get; init; } = new Dictionary<string, string>();
    /// <summary>Names of environment variables, without values.</summary>
    public IReadOnlyList<string> EnvironmentNames { get; init; } = [];
    /// <summary>Environment variables whose value comes from a Secret: variable and Secret name.</summary>
    public IReadOnlyList<SecretReference> SecretEnvironment { get; init; } = [];
    /// <summary>Secrets taken whole by envFrom.</summary>
    public IReadOnlyList<string> SecretEnvironmentSources { get; init; } = [];
    public IReadOnlyList<VolumeMount> Mounts { get; init; } = [];
    public bool HasLivenessProbe { get; init; }
    public bool HasReadinessProbe { get; init; }
    /// <summary>Non-empty <c>host</c> of a probe or lifecycle handler.</summary>
    public IReadOnlyList<string> ProbeHosts { get; init; } = [];
    /// <summary>Command and arguments of recognised system components only (their flags are configuration); empty for everybody else.</summary>
    public IReadOnlyList<string> SystemArguments { get; init; } = [];
}

public sealed record ContainerPort(string? Name, int Port, string Protocol, int? HostPort);

public sealed record SecretReference(string Variable, string SecretName);

public sealed record VolumeMount(string Volume, string Path, bool ReadOnly, string? Propagation);

/// <param name="Type">The key of the volume source: hostPath, emptyDir, secret, configMap, projected, persistentVolumeClaim, csi, …</param>
/// <param name="Source">hostPath's path, the claim's, Secret's, ConfigMap's or CSI driver's name.</param>
/// <param name="TokenAudiences">Audiences of projected service account tokens; an empty string is the default audience.</param>
public sealed record PodVolume(string Name, string Type, string? Source, IReadOnlyList<string> TokenAudiences);
