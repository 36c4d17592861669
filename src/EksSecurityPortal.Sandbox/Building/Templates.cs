using EksSecurityPortal.Sandbox.Kubernetes.Defaults;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Pod templates of application workloads, from exemplary to reckless.</summary>
internal static class Templates
{
    public static PodTemplate Application(string name, string image, Hardening hardening, string serviceAccount = "default", bool isWeb = true)
    {
        var container = new Container("app", image)
        {
            Ports = [new ContainerPort(8080, "http")],
            CpuRequest = "100m",
            MemoryRequest = "256Mi",
            Environment = PodDefaults.Configuration(name),
        };
        var template = new PodTemplate
        {
            Containers = [container],
            ServiceAccount = serviceAccount,
            Annotations = PodDefaults.Annotations(name, image),
            Labels = new Dictionary<string, string> { ["app.kubernetes.io/component"] = isWeb ? "web" : "worker", ["app.kubernetes.io/part-of"] = name.Split('-')[0] },
        };
        return hardening switch
        {
            Hardening.Restricted => Restricted(template, container),
            Hardening.Reckless => Reckless(template, container),
            _ => template,
        };
    }

    private static PodTemplate Restricted(PodTemplate template, Container container) => template with
    {
        AutomountToken = false,
        SpreadOver = "topology.kubernetes.io/zone",
        Security = new PodSecurity { RunAsNonRoot = true, RunAsUser = 10001, FsGroup = 10001, Seccomp = "RuntimeDefault" },
        Volumes = [new Volume("tmp", VolumeKind.EmptyDir)],
        Containers =
        [
            container with
            {
                Image = container.Image.Contains('@', StringComparison.Ordinal) ? container.Image : $"{container.Image.Split(':')[0]}@sha256:{Ids.Hex(container.Image, 64)}",
                Security = new ContainerSecurity { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true, RunAsNonRoot = true, DropCapabilities = ["ALL"] },
                Mounts = [("tmp", "/tmp")],
                CpuLimit = "1",
                MemoryLimit = "512Mi",
                LivenessProbe = true,
                ReadinessProbe = true,
                Environment = [.. container.Environment, new EnvironmentVariable("DATABASE_PASSWORD", null, "database", "password")],
            },
        ],
    };

    private static PodTemplate Reckless(PodTemplate template, Container container) => template with
    {
        HostNetwork = true,
        HostPid = true,
        TerminationGraceSeconds = 1800,
        Volumes = [new Volume("host", VolumeKind.HostPath, "/"), new Volume("docker", VolumeKind.HostPath, "/var/run/containerd/containerd.sock")],
        Containers =
        [
            container with
            {
                Image = container.Image.Split(':')[0] + ":latest",
                Security = new ContainerSecurity { Privileged = true, AllowPrivilegeEscalation = true, RunAsUser = 0, AddCapabilities = ["SYS_ADMIN", "NET_ADMIN"] },
                Mounts = [("host", "/host"), ("docker", "/var/run/containerd.sock")],
                Ports = [new ContainerPort(8080, "http", HostPort: 8080)],
                CpuRequest = null,
                MemoryRequest = null,
                Environment = [.. container.Environment, .. PodDefaults.CarelessSecrets(container.Environment.First(variable => variable.Name == "SERVICE_NAME").Value ?? "")],
                EnvironmentFromSecrets = ["legacy-config"],
            },
        ],
    };
}
