using System.Text.Json.Serialization;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Documents;

internal sealed class ContainerDocument
{
    public string? Name { get; set; }

    public string? Image { get; set; }

    public string? ImagePullPolicy { get; set; }

    public string? RestartPolicy { get; set; }

    /// <summary>Present for system components only.</summary>
    public List<string?>? Command { get; set; }

    /// <summary>Present for system components only.</summary>
    public List<string?>? Args { get; set; }

    public SecurityContextDocument? SecurityContext { get; set; }

    public List<ContainerPortDocument?>? Ports { get; set; }

    public ResourcesDocument? Resources { get; set; }

    public List<EnvironmentDocument?>? Env { get; set; }

    public List<EnvironmentSourceDocument?>? EnvFrom { get; set; }

    public List<MountDocument?>? VolumeMounts { get; set; }

    public ProbeDocument? LivenessProbe { get; set; }

    public ProbeDocument? ReadinessProbe { get; set; }

    public ProbeDocument? StartupProbe { get; set; }

    public LifecycleDocument? Lifecycle { get; set; }
}

internal sealed class ContainerPortDocument
{
    public string? Name { get; set; }

    public int? ContainerPort { get; set; }

    public string? Protocol { get; set; }

    public int? HostPort { get; set; }
}

internal sealed class ResourcesDocument
{
    [JsonConverter(typeof(QuantitiesConverter))]
    public Dictionary<string, string>? Requests { get; set; }

    [JsonConverter(typeof(QuantitiesConverter))]
    public Dictionary<string, string>? Limits { get; set; }
}

/// <summary>A variable's name and the Secret it comes from. There is no member for a value.</summary>
internal sealed class EnvironmentDocument
{
    public string? Name { get; set; }

    public EnvironmentOriginDocument? ValueFrom { get; set; }
}

internal sealed class EnvironmentOriginDocument
{
    public NameDocument? SecretKeyRef { get; set; }
}

internal sealed class EnvironmentSourceDocument
{
    public NameDocument? SecretRef { get; set; }
}

internal sealed class MountDocument
{
    public string? Name { get; set; }

    public string? MountPath { get; set; }

    public bool? ReadOnly { get; set; }

    public string? MountPropagation { get; set; }
}

internal sealed class ProbeDocument
{
    public HostDocument? HttpGet { get; set; }

    public HostDocument? TcpSocket { get; set; }
}

internal sealed class HostDocument
{
    public string? Host { get; set; }
}

internal sealed class LifecycleDocument
{
    public ProbeDocument? PostStart { get; set; }

    public ProbeDocument? PreStop { get; set; }
}
