using System.Globalization;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Pods;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Services, and the endpoints that follow from their selectors.</summary>
internal static class ServiceObjects
{
    /// <summary>Endpoints in one slice, as the controller cuts them.</summary>
    private const int SliceSize = 100;

    /// <summary>Every cluster has this one.</summary>
    private static readonly KubernetesService ApiServer = new("default", "kubernetes", "ClusterIP", Empty.Tags, [new ServicePort(443, 443, "TCP", "https")])
    {
        Labels = new Dictionary<string, string> { ["component"] = "apiserver", ["provider"] = "kubernetes" },
    };

    public static IEnumerable<KubeObject> Services(Cluster cluster) => All(cluster).Select(service =>
    {
        var meta = MetaOf.Object(cluster, "Service", service.Namespace, service.Name);
        return new KubeObject(
            meta with
            {
                Labels = service.Labels,
                Annotations = service.Annotations,
                Manager = service == ApiServer ? "kube-apiserver" : "helm",
                IsApplied = service != ApiServer && MetaOf.IsApplied(meta),
            },
            writer => ServiceWriter.Write(writer, service, cluster));
    });

    public static IEnumerable<KubeObject> EndpointSlices(Cluster cluster, PodIndex pods)
    {
        foreach (var service in All(cluster))
        {
            var slices = Members(service, pods).Chunk(SliceSize).ToList();
            for (var index = 0; index < slices.Count; index++)
            {
                yield return Slice(cluster, service, slices[index], index);
            }
        }
    }

    public static IEnumerable<KubeObject> Endpoints(Cluster cluster, PodIndex pods) => All(cluster).Where(service => service.Selector.Count > 0).Select(service => new KubeObject(
        MetaOf.Object(cluster, "Endpoints", service.Namespace, service.Name) with { Labels = service.Labels },
        writer =>
        {
            writer.WriteStartArray("subsets");
            writer.WriteStartObject();
            writer.WriteStartArray("addresses");
            foreach (var (plan, ordinal) in Members(service, pods).Where(member => member.Plan.StateOf(member.Ordinal) == PodState.Ready))
            {
                writer.WriteStartObject();
                writer.WriteString("ip", plan.PodIp(ordinal));
                writer.WriteString("nodeName", plan.NodeOf(ordinal)?.Name);
                WriteTarget(writer, plan, ordinal);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WritePorts(writer, service);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }));

    private static IEnumerable<KubernetesService> All(Cluster cluster)
    {
        var services = cluster.Kubernetes.Services;
        return services.Any(service => service is { Namespace: "default", Name: "kubernetes" }) ? services : services.Prepend(ApiServer);
    }

    private static IEnumerable<(WorkloadPlan Plan, int Ordinal)> Members(KubernetesService service, PodIndex pods) => pods
        .Matching(service.Namespace, service.Selector)
        .Where(plan => plan.Nodes.Count > 0 && plan.Workload.Kind is not (WorkloadKind.Job or WorkloadKind.CronJob))
        .SelectMany(plan => Enumerable.Range(0, plan.Count).Select(ordinal => (plan, ordinal)));

    private static KubeObject Slice(Cluster cluster, KubernetesService service, (WorkloadPlan Plan, int Ordinal)[] members, int number)
    {
        var seed = Stable.Hash(cluster.Arn, service.Namespace, service.Name, "EndpointSlice");
        var name = $"{service.Name}-{Stable.Suffix(seed, number)}";
        var owner = MetaOf.Object(cluster, "Service", service.Namespace, service.Name);
        return new KubeObject(
            MetaOf.Object(cluster, "EndpointSlice", service.Namespace, name) with
            {
                GenerateName = service.Name + "-",
                Generation = 1,
                Labels = new Dictionary<string, string>(service.Labels)
                {
                    ["endpointslice.kubernetes.io/managed-by"] = "endpointslice-controller.k8s.io",
                    ["kubernetes.io/service-name"] = service.Name,
                },
                Owner = new Owner("v1", "Service", service.Name, owner.Uid),
            },
            writer =>
            {
                writer.WriteString("addressType", cluster.IpFamily == "ipv6" ? "IPv6" : "IPv4");
                writer.WriteStartArray("endpoints");
                foreach (var (plan, ordinal) in members)
                {
                    WriteEndpoint(writer, plan, ordinal);
                }

                writer.WriteEndArray();
                WritePorts(writer, service);
            });
    }

    private static void WriteEndpoint(Utf8JsonWriter writer, WorkloadPlan plan, int ordinal)
    {
        var isReady = plan.StateOf(ordinal) == PodState.Ready;
        writer.WriteStartObject();
        ObjectWriter.WriteStrings(writer, "addresses", [plan.PodIp(ordinal)]);
        writer.WriteStartObject("conditions");
        writer.WriteBoolean("ready", isReady);
        writer.WriteBoolean("serving", isReady);
        writer.WriteBoolean("terminating", false);
        writer.WriteEndObject();
        WriteTarget(writer, plan, ordinal);
        writer.WriteString("nodeName", plan.NodeOf(ordinal)?.Name);
        writer.WriteString("zone", plan.NodeOf(ordinal)?.Zone);
        writer.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter writer, WorkloadPlan plan, int ordinal)
    {
        writer.WriteStartObject("targetRef");
        writer.WriteString("kind", "Pod");
        writer.WriteString("namespace", plan.Workload.Namespace);
        writer.WriteString("name", plan.PodName(ordinal));
        writer.WriteString("uid", Stable.Uid(plan.PodSeed(ordinal)));
        writer.WriteEndObject();
    }

    private static void WritePorts(Utf8JsonWriter writer, KubernetesService service)
    {
        writer.WriteStartArray("ports");
        foreach (var port in service.Ports)
        {
            writer.WriteStartObject();
            writer.WriteString("name", port.Name ?? "");
            writer.WriteNumber("port", port.TargetPort);
            writer.WriteString("protocol", port.Protocol);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>A stable address of the service network.</summary>
    public static string ClusterIp(Cluster cluster, KubernetesService service)
    {
        var parts = cluster.ServiceCidr.Split('/')[0].Split('.');
        if (parts.Length != 4)
        {
            return $"{cluster.ServiceCidr.Split("::")[0]}::{Stable.Hash(service.Namespace, service.Name) & 0xFFFF:x}";
        }

        var number = service == ApiServer ? 1 : 256 + (int)(Stable.Hash(service.Namespace, service.Name) % 0xFEFF);
        return string.Create(CultureInfo.InvariantCulture, $"{parts[0]}.{parts[1]}.{number >> 8}.{number & 0xFF}");
    }
}
