using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

/// <summary>Makes the facts of a pod's containers: init containers and sidecars first, then the app's, then ephemeral ones.</summary>
internal sealed class ContainerReading(StringPool texts)
{
    internal IReadOnlyList<ContainerTemplate> Read(PodSpecDocument spec) =>
    [
        .. Present(spec.InitContainers).Select(document => Read(document, document.RestartPolicy == "Always" ? ContainerRole.Sidecar : ContainerRole.Init)),
        .. Present(spec.Containers).Select(document => Read(document, ContainerRole.App)),
        .. Present(spec.EphemeralContainers).Select(document => Read(document, ContainerRole.Ephemeral)),
    ];

    internal SeLinux? ReadSeLinux(SeLinuxDocument? document) =>
        document is null ? null : new(texts.Find(document.Type), texts.Find(document.User), texts.Find(document.Role));

    private ContainerTemplate Read(ContainerDocument document, ContainerRole role)
    {
        var security = document.SecurityContext ?? new SecurityContextDocument();
        var variables = Present(document.Env);
        return new ContainerTemplate
        {
            Name = texts.Get(document.Name ?? ""),
            Role = role,
            Image = texts.Get(document.Image ?? ""),
            ImagePullPolicy = texts.Find(document.ImagePullPolicy),
            Privileged = security.Privileged,
            AllowPrivilegeEscalation = security.AllowPrivilegeEscalation,
            RunAsNonRoot = security.RunAsNonRoot,
            RunAsUser = security.RunAsUser,
            ReadOnlyRootFilesystem = security.ReadOnlyRootFilesystem,
            CapabilitiesAdded = texts.Get(security.Capabilities?.Add),
            CapabilitiesDropped = texts.Get(security.Capabilities?.Drop),
            SeccompType = texts.Find(security.SeccompProfile?.Type),
            AppArmorType = texts.Find(security.AppArmorProfile?.Type),
            SeLinux = ReadSeLinux(security.SeLinuxOptions),
            ProcMount = texts.Find(security.ProcMount),
            WindowsHostProcess = security.WindowsOptions?.HostProcess,
            Ports = [.. Present(document.Ports).Select(ReadPort)],
            Requests = texts.GetAll(document.Resources?.Requests),
            Limits = texts.GetAll(document.Resources?.Limits),
            EnvironmentNames = texts.Get(variables.Select(variable => variable.Name).ToList()),
            SecretEnvironment = [.. variables.Where(variable => variable.ValueFrom?.SecretKeyRef is not null).Select(ReadSecretReference)],
            SecretEnvironmentSources = texts.Get(Present(document.EnvFrom).Select(source => source.SecretRef?.Name).ToList()),
            Mounts = [.. Present(document.VolumeMounts).Select(ReadMount)],
            HasLivenessProbe = document.LivenessProbe is not null,
            HasReadinessProbe = document.ReadinessProbe is not null,
            ProbeHosts = ReadProbeHosts(document),
            SystemArguments = [.. (document.Command ?? []).Concat(document.Args ?? []).OfType<string>().Select(argument => texts.Get(SystemComponents.WithoutSecret(argument)))],
        };
    }

    private Core.Inventory.ContainerPort ReadPort(ContainerPortDocument port) =>
        new(texts.Find(port.Name), port.ContainerPort ?? 0, texts.Get(port.Protocol ?? "TCP"), port.HostPort);

    private SecretReference ReadSecretReference(EnvironmentDocument variable) =>
        new(texts.Get(variable.Name ?? ""), texts.Get(variable.ValueFrom?.SecretKeyRef?.Name ?? ""));

    private VolumeMount ReadMount(MountDocument mount) =>
        new(texts.Get(mount.Name ?? ""), texts.Get(mount.MountPath ?? ""), mount.ReadOnly == true, texts.Find(mount.MountPropagation));

    private IReadOnlyList<string> ReadProbeHosts(ContainerDocument document)
    {
        ProbeDocument?[] handlers = [document.LivenessProbe, document.ReadinessProbe, document.StartupProbe, document.Lifecycle?.PostStart, document.Lifecycle?.PreStop];
        return texts.Get(handlers
            .SelectMany(handler => new[] { handler?.HttpGet?.Host, handler?.TcpSocket?.Host })
            .Where(host => !string.IsNullOrEmpty(host))
            .Distinct()
            .ToList());
    }

    private static List<T> Present<T>(List<T?>? items)
        where T : class => items is null ? [] : [.. items.OfType<T>()];
}
