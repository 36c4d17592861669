using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Writes spec and status of a Service.</summary>
internal static class ServiceWriter
{
    public static void Write(Utf8JsonWriter writer, KubernetesService service, Cluster cluster)
    {
        writer.WriteStartObject("spec");
        WritePorts(writer, service);
        ObjectWriter.WriteMap(writer, "selector", service.Selector);
        if (service.Type == "ExternalName")
        {
            writer.WriteString("type", service.Type);
            writer.WriteString("sessionAffinity", "None");
            writer.WriteString("externalName", service.ExternalName);
        }
        else
        {
            WriteAddresses(writer, service, cluster);
        }

        writer.WriteEndObject();
        WriteStatus(writer, service);
    }

    private static void WriteAddresses(Utf8JsonWriter writer, KubernetesService service, Cluster cluster)
    {
        var address = service.ClusterIp ?? ServiceObjects.ClusterIp(cluster, service);
        writer.WriteString("clusterIP", address);
        ObjectWriter.WriteStrings(writer, "clusterIPs", [address]);
        writer.WriteString("type", service.Type);
        ObjectWriter.WriteStrings(writer, "externalIPs", service.ExternalIps);
        writer.WriteString("sessionAffinity", "None");
        ObjectWriter.WriteStrings(writer, "loadBalancerSourceRanges", service.SourceRanges);
        if (service.Type is "LoadBalancer" or "NodePort")
        {
            writer.WriteString("externalTrafficPolicy", service.ExternalTrafficPolicy ?? "Cluster");
        }

        ObjectWriter.WriteStrings(writer, "ipFamilies", [cluster.IpFamily == "ipv6" ? "IPv6" : "IPv4"]);
        writer.WriteString("ipFamilyPolicy", "SingleStack");
        if (service.Type == "LoadBalancer")
        {
            writer.WriteBoolean("allocateLoadBalancerNodePorts", true);
        }

        if (service.LoadBalancerClass is { } balancer)
        {
            writer.WriteString("loadBalancerClass", balancer);
        }

        writer.WriteString("internalTrafficPolicy", "Cluster");
    }

    private static void WritePorts(Utf8JsonWriter writer, KubernetesService service)
    {
        if (service.Ports.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("ports");
        foreach (var port in service.Ports)
        {
            writer.WriteStartObject();
            if (port.Name is { } name)
            {
                writer.WriteString("name", name);
            }

            writer.WriteString("protocol", port.Protocol);
            writer.WriteNumber("port", port.Port);
            writer.WriteNumber("targetPort", port.TargetPort);
            if (service.Type is "LoadBalancer" or "NodePort")
            {
                writer.WriteNumber("nodePort", port.NodePort ?? 30_000 + (int)(Stable.Hash(service.Namespace, service.Name, port.Name) % 2_767));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStatus(Utf8JsonWriter writer, KubernetesService service)
    {
        writer.WriteStartObject("status");
        writer.WriteStartObject("loadBalancer");
        if (service.LoadBalancerHostname is { } host)
        {
            writer.WriteStartArray("ingress");
            writer.WriteStartObject();
            writer.WriteString("hostname", host);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
