using System.Text.Json;
using System.Text.Json.Serialization;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Documents;

/// <summary>What the template filter leaves of a pod or a pod template.</summary>
internal sealed class TemplateDocument
{
    public Dictionary<string, string?>? Labels { get; set; }

    public Dictionary<string, string?>? Annotations { get; set; }

    public PodSpecDocument? Spec { get; set; }
}

internal sealed class PodSpecDocument
{
    public string? ServiceAccountName { get; set; }

    public bool? AutomountServiceAccountToken { get; set; }

    public bool? HostNetwork { get; set; }

    [JsonPropertyName("hostPID")]
    public bool? HostPid { get; set; }

    [JsonPropertyName("hostIPC")]
    public bool? HostIpc { get; set; }

    public bool? HostUsers { get; set; }

    public bool? ShareProcessNamespace { get; set; }

    public NameDocument? Os { get; set; }

    public string? RuntimeClassName { get; set; }

    public string? PriorityClassName { get; set; }

    public string? RestartPolicy { get; set; }

    public string? DnsPolicy { get; set; }

    public bool? EnableServiceLinks { get; set; }

    public long? TerminationGracePeriodSeconds { get; set; }

    public SecurityContextDocument? SecurityContext { get; set; }

    public List<ContainerDocument?>? Containers { get; set; }

    public List<ContainerDocument?>? InitContainers { get; set; }

    public List<ContainerDocument?>? EphemeralContainers { get; set; }

    public List<PodVolumeDocument?>? Volumes { get; set; }

    public Dictionary<string, string?>? NodeSelector { get; set; }

    public List<TolerationDocument?>? Tolerations { get; set; }

    public AffinityDocument? Affinity { get; set; }

    public List<SpreadDocument?>? TopologySpreadConstraints { get; set; }
}

/// <summary>Of a pod and of a container; each has some of the members.</summary>
internal sealed class SecurityContextDocument
{
    public bool? Privileged { get; set; }

    public bool? AllowPrivilegeEscalation { get; set; }

    public bool? RunAsNonRoot { get; set; }

    public long? RunAsUser { get; set; }

    public long? RunAsGroup { get; set; }

    public long? FsGroup { get; set; }

    public bool? ReadOnlyRootFilesystem { get; set; }

    public string? ProcMount { get; set; }

    public CapabilitiesDocument? Capabilities { get; set; }

    public SeLinuxDocument? SeLinuxOptions { get; set; }

    public TypeDocument? SeccompProfile { get; set; }

    public TypeDocument? AppArmorProfile { get; set; }

    public List<NameDocument?>? Sysctls { get; set; }

    public WindowsOptionsDocument? WindowsOptions { get; set; }
}

internal sealed class CapabilitiesDocument
{
    public List<string?>? Add { get; set; }

    public List<string?>? Drop { get; set; }
}

internal sealed class SeLinuxDocument
{
    public string? Type { get; set; }

    public string? User { get; set; }

    public string? Role { get; set; }
}

internal sealed class TypeDocument
{
    public string? Type { get; set; }
}

internal sealed class WindowsOptionsDocument
{
    public bool? HostProcess { get; set; }

    public string? RunAsUserName { get; set; }
}

internal sealed class PodVolumeDocument
{
    public string? Name { get; set; }

    public PathDocument? HostPath { get; set; }

    public SecretVolumeDocument? Secret { get; set; }

    public NameDocument? ConfigMap { get; set; }

    public ProjectedDocument? Projected { get; set; }

    public ClaimDocument? PersistentVolumeClaim { get; set; }

    public DriverDocument? Csi { get; set; }

    /// <summary>Sources of which only the kind matters: emptyDir, downwardAPI, nfs, and whatever comes later.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

internal sealed class SecretVolumeDocument
{
    public string? SecretName { get; set; }
}

internal sealed class ClaimDocument
{
    public string? ClaimName { get; set; }
}

internal sealed class ProjectedDocument
{
    public List<ProjectedSourceDocument?>? Sources { get; set; }
}

internal sealed class ProjectedSourceDocument
{
    public ProjectedTokenDocument? ServiceAccountToken { get; set; }
}

internal sealed class ProjectedTokenDocument
{
    public string? Audience { get; set; }
}

internal sealed class TolerationDocument
{
    public string? Key { get; set; }

    public string? Operator { get; set; }

    public string? Value { get; set; }

    public string? Effect { get; set; }
}

internal sealed class AffinityDocument
{
    public RequiredDocument? NodeAffinity { get; set; }

    public RequiredDocument? PodAntiAffinity { get; set; }
}

/// <summary>The filter writes true where there is a requirement.</summary>
internal sealed class RequiredDocument
{
    public bool RequiredDuringSchedulingIgnoredDuringExecution { get; set; }
}

internal sealed class SpreadDocument
{
    public string? TopologyKey { get; set; }
}
