using System.Globalization;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Nodes as kubelet and cloud controller describe them.</summary>
internal static class NodeObjects
{
    public static IEnumerable<KubeObject> Nodes(Cluster cluster) => cluster.Kubernetes.Nodes.Select(node => new KubeObject(
        MetaOf.Object(cluster, "Node", null, node.Name, node.Created) with
        {
            Labels = LabelsOf(cluster, node),
            Annotations = new Dictionary<string, string>(node.Annotations)
            {
                ["node.alpha.kubernetes.io/ttl"] = "0",
                ["volumes.kubernetes.io/controller-managed-attach-detach"] = "true",
                ["alpha.kubernetes.io/provided-node-ip"] = node.InternalIp,
            },
            Manager = "kubelet",
            StatusManager = "kubelet",
        },
        writer =>
        {
            WriteSpec(writer, node);
            WriteStatus(writer, node);
        }));

    private static Dictionary<string, string> LabelsOf(Cluster cluster, KubernetesNode node)
    {
        var labels = new Dictionary<string, string>
        {
            ["beta.kubernetes.io/arch"] = node.Architecture,
            ["beta.kubernetes.io/os"] = node.OperatingSystem,
            ["kubernetes.io/arch"] = node.Architecture,
            ["kubernetes.io/hostname"] = node.Name,
            ["kubernetes.io/os"] = node.OperatingSystem,
            ["topology.kubernetes.io/region"] = cluster.Region,
            ["topology.kubernetes.io/zone"] = node.Zone,
        };
        foreach (var (name, value) in node.Labels)
        {
            labels[name] = value;
        }

        return labels;
    }

    private static void WriteSpec(Utf8JsonWriter writer, KubernetesNode node)
    {
        writer.WriteStartObject("spec");
        writer.WriteString("providerID", node.ProviderId);
        if (node.IsUnschedulable)
        {
            writer.WriteBoolean("unschedulable", true);
        }

        IReadOnlyList<NodeTaint> taints = node.IsUnschedulable ? [.. node.Taints, new NodeTaint("node.kubernetes.io/unschedulable", null, "NoSchedule")] : node.Taints;
        if (taints.Count > 0)
        {
            writer.WriteStartArray("taints");
            foreach (var taint in taints)
            {
                writer.WriteStartObject();
                writer.WriteString("key", taint.Key);
                if (taint.Value is { } value)
                {
                    writer.WriteString("value", value);
                }

                writer.WriteString("effect", taint.Effect);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter writer, KubernetesNode node)
    {
        writer.WriteStartObject("status");
        WriteResources(writer, "capacity", node, node.Cpus * 1000, node.MemoryMiB * 1024);
        WriteResources(writer, "allocatable", node, (node.Cpus * 1000) - 70, (node.MemoryMiB * 1024) - (256 * 1024) - (11 * 1024 * node.MaxPods));
        WriteConditions(writer, node);
        writer.WriteStartArray("addresses");
        WriteAddress(writer, "InternalIP", node.InternalIp);
        if (node.ExternalIp is { } external)
        {
            WriteAddress(writer, "ExternalIP", external);
        }

        WriteAddress(writer, "InternalDNS", node.Name);
        WriteAddress(writer, "Hostname", node.Name);
        writer.WriteEndArray();
        writer.WriteRawMember("daemonEndpoints", """{"kubeletEndpoint":{"Port":10250}}""");
        WriteInfo(writer, node);
        writer.WriteEndObject();
    }

    private static void WriteResources(Utf8JsonWriter writer, string member, KubernetesNode node, int milliCpus, int memoryKiB)
    {
        writer.WriteStartObject(member);
        writer.WriteString("cpu", milliCpus % 1000 == 0 ? Text(milliCpus / 1000) : Text(milliCpus) + "m");
        writer.WriteString("ephemeral-storage", "83873772Ki");
        writer.WriteString("hugepages-1Gi", "0");
        writer.WriteString("hugepages-2Mi", "0");
        writer.WriteString("memory", Text(Math.Max(1024, memoryKiB)) + "Ki");
        writer.WriteString("pods", Text(node.MaxPods));
        writer.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter writer, KubernetesNode node)
    {
        var since = ObjectWriter.Time(node.Created.AddSeconds(20));
        writer.WriteStartArray("conditions");
        WriteCondition(writer, "MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available", since);
        WriteCondition(writer, "DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure", since);
        WriteCondition(writer, "PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available", since);
        if (node.IsReady)
        {
            WriteCondition(writer, "Ready", "True", "KubeletReady", "kubelet is posting ready status", since);
        }
        else
        {
            WriteCondition(writer, "Ready", "Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status.", since);
        }

        writer.WriteEndArray();
    }

    private static void WriteCondition(Utf8JsonWriter writer, string type, string status, string reason, string message, string time)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteString("status", status);
        writer.WriteString("lastHeartbeatTime", time);
        writer.WriteString("lastTransitionTime", time);
        writer.WriteString("reason", reason);
        writer.WriteString("message", message);
        writer.WriteEndObject();
    }

    private static void WriteAddress(Utf8JsonWriter writer, string type, string address)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteString("address", address);
        writer.WriteEndObject();
    }

    private static void WriteInfo(Utf8JsonWriter writer, KubernetesNode node)
    {
        var machine = Stable.Uid(Stable.Hash(node.Name, node.ProviderId));
        writer.WriteStartObject("nodeInfo");
        writer.WriteString("machineID", machine.Replace("-", "", StringComparison.Ordinal));
        writer.WriteString("systemUUID", machine);
        writer.WriteString("bootID", machine);
        writer.WriteString("kernelVersion", node.KernelVersion);
        writer.WriteString("osImage", node.OsImage);
        writer.WriteString("containerRuntimeVersion", node.ContainerRuntime);
        writer.WriteString("kubeletVersion", node.KubeletVersion);
        writer.WriteString("kubeProxyVersion", "");
        writer.WriteString("operatingSystem", node.OperatingSystem);
        writer.WriteString("architecture", node.Architecture);
        writer.WriteEndObject();
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
