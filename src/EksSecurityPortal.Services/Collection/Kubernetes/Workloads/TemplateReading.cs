using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

/// <summary>Makes the facts of a pod template from its document.</summary>
internal sealed class TemplateReading(StringPool texts)
{
    private readonly ContainerReading containers = new(texts);

    internal PodTemplate Read(TemplateDocument? document)
    {
        var spec = document?.Spec ?? new PodSpecDocument();
        return new PodTemplate
        {
            Labels = texts.Get(document?.Labels),
            Annotations = texts.Get(document?.Annotations),
            ServiceAccountName = spec.ServiceAccountName is { Length: > 0 } account ? texts.Get(account) : "default",
            AutomountServiceAccountToken = spec.AutomountServiceAccountToken,
            HostNetwork = spec.HostNetwork == true,
            HostPid = spec.HostPid == true,
            HostIpc = spec.HostIpc == true,
            HostUsers = spec.HostUsers,
            ShareProcessNamespace = spec.ShareProcessNamespace,
            OperatingSystem = texts.Find(spec.Os?.Name),
            RuntimeClassName = texts.Find(spec.RuntimeClassName),
            PriorityClassName = texts.Find(spec.PriorityClassName),
            RestartPolicy = texts.Find(spec.RestartPolicy),
            DnsPolicy = texts.Find(spec.DnsPolicy),
            EnableServiceLinks = spec.EnableServiceLinks,
            TerminationGracePeriodSeconds = spec.TerminationGracePeriodSeconds,
            Security = ReadSecurity(spec.SecurityContext),
            Containers = containers.Read(spec),
            Volumes = [.. (spec.Volumes ?? []).OfType<PodVolumeDocument>().Select(ReadVolume)],
            NodeSelector = texts.Get(spec.NodeSelector),
            Tolerations = [.. (spec.Tolerations ?? []).OfType<TolerationDocument>().Select(ReadToleration).Distinct()],
            HasRequiredNodeAffinity = spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution == true,
            HasRequiredPodAntiAffinity = spec.Affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution == true,
            TopologySpreadKeys = texts.Get(spec.TopologySpreadConstraints?.Select(constraint => constraint?.TopologyKey).ToList()),
        };
    }

    private Toleration ReadToleration(TolerationDocument document) =>
        new(texts.Find(document.Key), texts.Find(document.Operator), texts.Find(document.Value), texts.Find(document.Effect));

    private PodSecurity ReadSecurity(SecurityContextDocument? context) => context is null ? new() : new()
    {
        RunAsNonRoot = context.RunAsNonRoot,
        RunAsUser = context.RunAsUser,
        RunAsGroup = context.RunAsGroup,
        FsGroup = context.FsGroup,
        SeLinux = containers.ReadSeLinux(context.SeLinuxOptions),
        SeccompType = texts.Find(context.SeccompProfile?.Type),
        AppArmorType = texts.Find(context.AppArmorProfile?.Type),
        Sysctls = texts.Get(context.Sysctls?.Select(sysctl => sysctl?.Name).ToList()),
        WindowsHostProcess = context.WindowsOptions?.HostProcess,
        WindowsRunAsUserName = texts.Find(context.WindowsOptions?.RunAsUserName),
    };

    private PodVolume ReadVolume(PodVolumeDocument document)
    {
        var (type, source) = document switch
        {
            { HostPath: { } path } => ("hostPath", path.Path),
            { Secret: { } secret } => ("secret", secret.SecretName),
            { ConfigMap: { } map } => ("configMap", map.Name),
            { Projected: not null } => ("projected", null),
            { PersistentVolumeClaim: { } claim } => ("persistentVolumeClaim", claim.ClaimName),
            { Csi: { } csi } => ("csi", csi.Driver),
            { Others: { Count: > 0 } others } => (others.Keys.First(), null),
            _ => ("emptyDir", null), // the API's own default
        };
        var tokens = (document.Projected?.Sources ?? []).Select(projected => projected?.ServiceAccountToken).OfType<ProjectedTokenDocument>();
        return new(texts.Get(document.Name ?? ""), texts.Get(type), texts.Find(source), [.. tokens.Select(token => texts.Get(token.Audience ?? ""))]);
    }
}
