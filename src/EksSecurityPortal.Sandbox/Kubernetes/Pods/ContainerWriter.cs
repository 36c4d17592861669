using System.Globalization;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>Writes the container lists of a PodSpec.</summary>
internal static class ContainerWriter
{
    public static void WriteAll(Utf8JsonWriter writer, PodTemplate template, PodContext? pod)
    {
        WriteList(writer, "initContainers", template, pod, container => container.Role is ContainerRole.Init or ContainerRole.Sidecar);
        WriteList(writer, "containers", template, pod, container => container.Role == ContainerRole.Main);
        if (pod is not null)
        {
            WriteList(writer, "ephemeralContainers", template, pod, container => container.Role == ContainerRole.Ephemeral);
        }
    }

    private static void WriteList(Utf8JsonWriter writer, string member, PodTemplate template, PodContext? pod, Func<Container, bool> takes)
    {
        if (!template.Containers.Any(takes))
        {
            return;
        }

        writer.WriteStartArray(member);
        foreach (var container in template.Containers.Where(takes))
        {
            writer.WriteStartObject();
            Write(writer, container, pod);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Container container, PodContext? pod)
    {
        writer.WriteString("name", container.Name);
        writer.WriteString("image", container.Image);
        ObjectWriter.WriteStrings(writer, "command", container.Command);
        ObjectWriter.WriteStrings(writer, "args", container.Arguments);
        WritePorts(writer, container.Ports);
        WriteEnvironment(writer, container, pod);
        WriteResources(writer, container);
        if (container.Role == ContainerRole.Sidecar)
        {
            writer.WriteString("restartPolicy", "Always");
        }

        WriteMounts(writer, container, pod);
        WriteProbe(writer, "livenessProbe", "/healthz", container.LivenessProbe, container);
        WriteProbe(writer, "readinessProbe", "/ready", container.ReadinessProbe, container);
        writer.WriteString("terminationMessagePath", "/dev/termination-log");
        writer.WriteString("terminationMessagePolicy", "File");
        writer.WriteString("imagePullPolicy", container.PullPolicy ?? DefaultPullPolicy(container.Image));
        SecurityWriter.WriteContainer(writer, container.Security);
    }

    private static void WritePorts(Utf8JsonWriter writer, IReadOnlyList<ContainerPort> ports)
    {
        if (ports.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("ports");
        foreach (var port in ports)
        {
            writer.WriteStartObject();
            if (port.Name is { } name)
            {
                writer.WriteString("name", name);
            }

            if (port.HostPort is { } hostPort)
            {
                writer.WriteNumber("hostPort", hostPort);
            }

            writer.WriteNumber("containerPort", port.Number);
            writer.WriteString("protocol", port.Protocol);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteEnvironment(Utf8JsonWriter writer, Container container, PodContext? pod)
    {
        if (container.EnvironmentFromSecrets.Count > 0)
        {
            writer.WriteStartArray("envFrom");
            foreach (var secret in container.EnvironmentFromSecrets)
            {
                writer.WriteStartObject();
                writer.WriteStartObject("secretRef");
                writer.WriteString("name", secret);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        IReadOnlyList<EnvironmentVariable> variables = [.. container.Environment, .. pod?.Injection?.Environment ?? []];
        if (variables.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("env");
        foreach (var variable in variables)
        {
            writer.WriteStartObject();
            writer.WriteString("name", variable.Name);
            WriteValue(writer, variable);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, EnvironmentVariable variable)
    {
        if (variable.SecretName is null)
        {
            if (variable.Value is { Length: > 0 } value)
            {
                writer.WriteString("value", value);
            }

            return;
        }

        writer.WriteStartObject("valueFrom");
        writer.WriteStartObject("secretKeyRef");
        writer.WriteString("name", variable.SecretName);
        writer.WriteString("key", variable.SecretKey ?? "value");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResources(Utf8JsonWriter writer, Container container)
    {
        if (container.Role == ContainerRole.Ephemeral)
        {
            return;
        }

        writer.WriteStartObject("resources");
        WriteQuantities(writer, "limits", container.CpuLimit, container.MemoryLimit);
        WriteQuantities(writer, "requests", container.CpuRequest ?? container.CpuLimit, container.MemoryRequest ?? container.MemoryLimit);
        writer.WriteEndObject();
    }

    private static void WriteQuantities(Utf8JsonWriter writer, string member, string? cpu, string? memory)
    {
        if (cpu is null && memory is null)
        {
            return;
        }

        writer.WriteStartObject(member);
        if (cpu is not null)
        {
            writer.WriteString("cpu", cpu);
        }

        if (memory is not null)
        {
            writer.WriteString("memory", memory);
        }

        writer.WriteEndObject();
    }

    private static void WriteMounts(Utf8JsonWriter writer, Container container, PodContext? pod)
    {
        var mountsToken = pod is { MountsToken: true } && container.Role != ContainerRole.Ephemeral;
        if (container.Mounts.Count == 0 && !mountsToken && pod?.Injection is null)
        {
            return;
        }

        writer.WriteStartArray("volumeMounts");
        foreach (var (volume, path) in container.Mounts)
        {
            var isReadOnly = path.EndsWith(":ro", StringComparison.Ordinal);
            WriteMount(writer, volume, isReadOnly ? path[..^3] : path, isReadOnly);
        }

        if (mountsToken)
        {
            WriteMount(writer, PodContext.TokenVolume, VolumeWriter.TokenPath, true);
        }

        if (pod?.Injection is { } injection)
        {
            WriteMount(writer, injection.VolumeName, injection.MountPath, true);
        }

        writer.WriteEndArray();
    }

    private static void WriteMount(Utf8JsonWriter writer, string volume, string path, bool isReadOnly)
    {
        writer.WriteStartObject();
        writer.WriteString("name", volume);
        if (isReadOnly)
        {
            writer.WriteBoolean("readOnly", true);
        }

        writer.WriteString("mountPath", path);
        writer.WriteEndObject();
    }

    private static void WriteProbe(Utf8JsonWriter writer, string member, string path, bool isSet, Container container)
    {
        if (!isSet)
        {
            return;
        }

        var port = container.Ports.Count > 0 ? container.Ports[0].Number : 8080;
        writer.WriteRawMember(member, string.Create(CultureInfo.InvariantCulture,
            $$"""{"httpGet":{"path":"{{path}}","port":{{port}},"scheme":"HTTP"},"initialDelaySeconds":5,"timeoutSeconds":2,"periodSeconds":10,"successThreshold":1,"failureThreshold":3}"""));
    }

    private static string DefaultPullPolicy(string image)
    {
        if (image.Contains('@', StringComparison.Ordinal))
        {
            return "IfNotPresent";
        }

        var name = image[(image.LastIndexOf('/') + 1)..];
        return !name.Contains(':', StringComparison.Ordinal) || name.EndsWith(":latest", StringComparison.Ordinal) ? "Always" : "IfNotPresent";
    }
}
