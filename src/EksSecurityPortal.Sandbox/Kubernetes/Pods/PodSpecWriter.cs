using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>Writes the members of a PodSpec: the template alone, or with what admission, scheduler and kubelet add to a pod.</summary>
internal static class PodSpecWriter
{
    private static readonly string[] NodeTroubles = ["disk-pressure", "memory-pressure", "pid-pressure", "unschedulable"];

    public static void WriteMembers(Utf8JsonWriter writer, Workload workload, PodContext? pod)
    {
        var template = workload.Template;
        VolumeWriter.Write(writer, template, pod);
        ContainerWriter.WriteAll(writer, template, pod);
        writer.WriteString("restartPolicy", workload.Kind is WorkloadKind.Job or WorkloadKind.CronJob ? "OnFailure" : "Always");
        writer.WriteNumber("terminationGracePeriodSeconds", template.TerminationGraceSeconds);
        writer.WriteString("dnsPolicy", template.HostNetwork ? "ClusterFirstWithHostNet" : "ClusterFirst");
        ObjectWriter.WriteMap(writer, "nodeSelector", template.NodeSelector);
        writer.WriteString("serviceAccountName", template.ServiceAccount);
        writer.WriteString("serviceAccount", template.ServiceAccount);
        WriteIfSet(writer, "automountServiceAccountToken", template.AutomountToken);
        if (pod is { IsScheduled: true })
        {
            writer.WriteString("nodeName", HoleMarker.Of(PodHole.NodeName));
        }

        WriteIfTrue(writer, "hostNetwork", template.HostNetwork);
        WriteIfTrue(writer, "hostPID", template.HostPid);
        WriteIfTrue(writer, "hostIPC", template.HostIpc);
        WriteIfSet(writer, "shareProcessNamespace", template.ShareProcessNamespace);
        SecurityWriter.WritePod(writer, template.Security);
        WriteAffinity(writer, workload, pod);
        writer.WriteString("schedulerName", pod is { Plan.IsFargate: true } ? "fargate-scheduler" : "default-scheduler");
        WriteTolerations(writer, workload, pod);
        WritePriority(writer, template, pod);
        WriteSpread(writer, workload);
    }

    private static void WriteAffinity(Utf8JsonWriter writer, Workload workload, PodContext? pod)
    {
        if (workload.Kind != WorkloadKind.DaemonSet || pod is not { IsScheduled: true })
        {
            return;
        }

        // the DaemonSet controller binds each pod to its node this way
        writer.WriteStartObject("affinity");
        writer.WriteStartObject("nodeAffinity");
        writer.WriteStartObject("requiredDuringSchedulingIgnoredDuringExecution");
        writer.WriteStartArray("nodeSelectorTerms");
        writer.WriteStartObject();
        writer.WriteStartArray("matchFields");
        writer.WriteStartObject();
        writer.WriteString("key", "metadata.name");
        writer.WriteString("operator", "In");
        ObjectWriter.WriteStrings(writer, "values", [HoleMarker.Of(PodHole.NodeName)]);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTolerations(Utf8JsonWriter writer, Workload workload, PodContext? pod)
    {
        if (pod is null && !workload.Template.ToleratesEverything)
        {
            return;
        }

        writer.WriteStartArray("tolerations");
        if (workload.Template.ToleratesEverything)
        {
            WriteToleration(writer, null, null, null);
        }

        if (pod is not null && workload.Kind == WorkloadKind.DaemonSet)
        {
            WriteToleration(writer, "node.kubernetes.io/not-ready", "NoExecute", null);
            WriteToleration(writer, "node.kubernetes.io/unreachable", "NoExecute", null);
            foreach (var trouble in NodeTroubles)
            {
                WriteToleration(writer, "node.kubernetes.io/" + trouble, "NoSchedule", null);
            }
        }
        else if (pod is not null)
        {
            WriteToleration(writer, "node.kubernetes.io/not-ready", "NoExecute", 300);
            WriteToleration(writer, "node.kubernetes.io/unreachable", "NoExecute", 300);
        }

        writer.WriteEndArray();
    }

    private static void WriteToleration(Utf8JsonWriter writer, string? key, string? effect, int? seconds)
    {
        writer.WriteStartObject();
        if (key is not null)
        {
            writer.WriteString("key", key);
        }

        writer.WriteString("operator", "Exists");
        if (effect is not null)
        {
            writer.WriteString("effect", effect);
        }

        if (seconds is { } limit)
        {
            writer.WriteNumber("tolerationSeconds", limit);
        }

        writer.WriteEndObject();
    }

    private static void WritePriority(Utf8JsonWriter writer, PodTemplate template, PodContext? pod)
    {
        if (template.PriorityClass is { } priority)
        {
            writer.WriteString("priorityClassName", priority);
        }

        if (template.RuntimeClass is { } runtime)
        {
            writer.WriteString("runtimeClassName", runtime);
        }

        if (pod is null)
        {
            return;
        }

        writer.WriteNumber("priority", template.PriorityClass switch
        {
            "system-node-critical" => 2_000_001_000,
            "system-cluster-critical" => 2_000_000_000,
            _ => 0,
        });
        writer.WriteBoolean("enableServiceLinks", true);
        writer.WriteString("preemptionPolicy", "PreemptLowerPriority");
    }

    private static void WriteSpread(Utf8JsonWriter writer, Workload workload)
    {
        if (workload.Template.SpreadOver is not { } topology)
        {
            return;
        }

        writer.WriteStartArray("topologySpreadConstraints");
        writer.WriteStartObject();
        writer.WriteNumber("maxSkew", 1);
        writer.WriteString("topologyKey", topology);
        writer.WriteString("whenUnsatisfiable", "ScheduleAnyway");
        writer.WriteStartObject("labelSelector");
        ObjectWriter.WriteMap(writer, "matchLabels", workload.Template.Labels);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string member, bool? value)
    {
        if (value is { } set)
        {
            writer.WriteBoolean(member, set);
        }
    }

    private static void WriteIfTrue(Utf8JsonWriter writer, string member, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(member, true);
        }
    }
}
