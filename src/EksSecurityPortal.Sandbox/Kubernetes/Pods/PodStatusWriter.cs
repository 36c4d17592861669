using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>Writes the status that scheduler and kubelet report of a pod.</summary>
internal static class PodStatusWriter
{
    public static string PhaseOf(PodState state) => state switch
    {
        PodState.Succeeded => "Succeeded",
        PodState.Unschedulable => "Pending",
        _ => "Running",
    };

    public static void Write(Utf8JsonWriter writer, PodContext pod)
    {
        writer.WriteStartObject("status");
        writer.WriteString("phase", PhaseOf(pod.State));
        WriteConditions(writer, pod.State);
        if (pod.IsScheduled)
        {
            writer.WriteString("hostIP", HoleMarker.Of(PodHole.HostIp));
            WriteAddresses(writer, "hostIPs", PodHole.HostIp);
            writer.WriteString("podIP", HoleMarker.Of(PodHole.PodIp));
            WriteAddresses(writer, "podIPs", PodHole.PodIp);
            writer.WriteString("startTime", HoleMarker.Of(PodHole.Created));
            WriteContainers(writer, "initContainerStatuses", pod, container => container.Role is ContainerRole.Init or ContainerRole.Sidecar);
            WriteContainers(writer, "containerStatuses", pod, container => container.Role == ContainerRole.Main);
            WriteContainers(writer, "ephemeralContainerStatuses", pod, container => container.Role == ContainerRole.Ephemeral);
        }

        writer.WriteString("qosClass", QosClass(pod.Template));
        writer.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter writer, PodState state)
    {
        writer.WriteStartArray("conditions");
        if (state == PodState.Unschedulable)
        {
            WriteCondition(writer, "PodScheduled", "False", "Unschedulable", "0/0 nodes are available: no nodes available to schedule pods.");
        }
        else
        {
            var (ready, reason, message) = state switch
            {
                PodState.Ready => ("True", null, null),
                PodState.Succeeded => ("False", "PodCompleted", (string?)null),
                _ => ("False", (string?)"ContainersNotReady", "containers with unready status"),
            };
            WriteCondition(writer, "PodReadyToStartContainers", state == PodState.Succeeded ? "False" : "True");
            WriteCondition(writer, "Initialized", "True", state == PodState.Succeeded ? reason : null);
            WriteCondition(writer, "Ready", ready, reason, message);
            WriteCondition(writer, "ContainersReady", ready, reason, message);
            WriteCondition(writer, "PodScheduled", "True");
        }

        writer.WriteEndArray();
    }

    private static void WriteCondition(Utf8JsonWriter writer, string type, string status, string? reason = null, string? message = null)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteString("status", status);
        writer.WriteNull("lastProbeTime");
        writer.WriteString("lastTransitionTime", HoleMarker.Of(PodHole.Created));
        if (reason is not null)
        {
            writer.WriteString("reason", reason);
        }

        if (message is not null)
        {
            writer.WriteString("message", message);
        }

        writer.WriteEndObject();
    }

    private static void WriteAddresses(Utf8JsonWriter writer, string member, PodHole hole)
    {
        writer.WriteStartArray(member);
        writer.WriteStartObject();
        writer.WriteString("ip", HoleMarker.Of(hole));
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteContainers(Utf8JsonWriter writer, string member, PodContext pod, Func<Container, bool> takes)
    {
        if (!pod.Template.Containers.Any(takes))
        {
            return;
        }

        writer.WriteStartArray(member);
        for (var index = 0; index < pod.Template.Containers.Count; index++)
        {
            if (takes(pod.Template.Containers[index]))
            {
                WriteContainer(writer, pod, pod.Template.Containers[index], index);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteContainer(Utf8JsonWriter writer, PodContext pod, Container container, int index)
    {
        var isDone = container.Role == ContainerRole.Init || pod.State == PodState.Succeeded;
        var isCrashing = container.Role == ContainerRole.Main && pod.State == PodState.CrashLooping;
        var id = "containerd://" + HoleMarker.Of(PodHole.ContainerId, index);
        writer.WriteStartObject();
        writer.WriteString("name", container.Name);
        writer.WriteStartObject("state");
        WriteState(writer, container, id, isDone, isCrashing);
        writer.WriteEndObject();
        writer.WriteStartObject("lastState");
        if (isCrashing)
        {
            WriteTerminated(writer, id, 1, "Error");
        }

        writer.WriteEndObject();
        writer.WriteBoolean("ready", !isCrashing && pod.State != PodState.Succeeded);
        writer.WriteNumber("restartCount", isCrashing ? 14 : 0);
        writer.WriteString("image", container.Image);
        writer.WriteString("imageID", ImageId(container.Image));
        writer.WriteString("containerID", id);
        writer.WriteBoolean("started", !isDone && !isCrashing);
        writer.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter writer, Container container, string id, bool isDone, bool isCrashing)
    {
        if (isDone)
        {
            WriteTerminated(writer, id, 0, "Completed");
        }
        else if (isCrashing)
        {
            writer.WriteStartObject("waiting");
            writer.WriteString("reason", "CrashLoopBackOff");
            writer.WriteString("message", $"back-off 5m0s restarting failed container={container.Name}");
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStartObject("running");
            writer.WriteString("startedAt", HoleMarker.Of(PodHole.Created));
            writer.WriteEndObject();
        }
    }

    private static void WriteTerminated(Utf8JsonWriter writer, string id, int exitCode, string reason)
    {
        writer.WriteStartObject("terminated");
        writer.WriteNumber("exitCode", exitCode);
        writer.WriteString("reason", reason);
        writer.WriteString("startedAt", HoleMarker.Of(PodHole.Created));
        writer.WriteString("finishedAt", HoleMarker.Of(PodHole.Created));
        writer.WriteString("containerID", id);
        writer.WriteEndObject();
    }

    /// <summary>The digest that the image's name resolves to; the same for the same name.</summary>
    private static string ImageId(string image)
    {
        if (image.Contains('@', StringComparison.Ordinal))
        {
            return image;
        }

        Span<byte> digest = stackalloc byte[64];
        Stable.WriteContainerId(digest, Stable.Hash(image));
        var tag = image.LastIndexOf(':');
        var name = tag > image.LastIndexOf('/') ? image[..tag] : image;
        return $"{name}@sha256:{System.Text.Encoding.ASCII.GetString(digest)}";
    }

    private static string QosClass(PodTemplate template)
    {
        var counted = template.Containers.Where(container => container.Role != ContainerRole.Ephemeral).ToList();
        if (counted.All(container => container is { CpuRequest: null, MemoryRequest: null, CpuLimit: null, MemoryLimit: null }))
        {
            return "BestEffort";
        }

        return counted.All(container => container is { CpuLimit: not null, MemoryLimit: not null }
            && (container.CpuRequest ?? container.CpuLimit) == container.CpuLimit
            && (container.MemoryRequest ?? container.MemoryLimit) == container.MemoryLimit)
            ? "Guaranteed"
            : "Burstable";
    }
}
