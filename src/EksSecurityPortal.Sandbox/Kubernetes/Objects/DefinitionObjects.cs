using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>CustomResourceDefinitions, APIServices and the priority classes of every cluster.</summary>
internal static class DefinitionObjects
{
    private static readonly (string Name, int Value, string Description)[] Priorities =
    [
        ("system-cluster-critical", 2_000_000_000, "Used for system critical pods that must run in the cluster, but can be moved to another node if necessary."),
        ("system-node-critical", 2_000_001_000, "Used for system critical pods that must not be moved from their current node."),
    ];

    public static IEnumerable<KubeObject> Definitions(Cluster cluster) => cluster.Kubernetes.CustomKinds.Select(kind =>
    {
        var meta = MetaOf.Object(cluster, "CustomResourceDefinition", null, $"{kind.Plural}.{kind.Group}");
        return new KubeObject(meta with { Generation = 1, Manager = "helm", StatusManager = "kube-apiserver", IsApplied = MetaOf.IsApplied(meta) }, writer =>
        {
            writer.WriteStartObject("spec");
            writer.WriteString("group", kind.Group);
            WriteNames(writer, "names", kind);
            writer.WriteString("scope", kind.IsNamespaced ? "Namespaced" : "Cluster");
            writer.WriteStartArray("versions");
            writer.WriteStartObject();
            writer.WriteString("name", kind.Version);
            writer.WriteBoolean("served", true);
            writer.WriteBoolean("storage", true);
            writer.WriteRawMember("schema", """{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}""");
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteRawMember("conversion", """{"strategy":"None"}""");
            writer.WriteEndObject();
            writer.WriteStartObject("status");
            WriteCondition(writer, ("NamesAccepted", "NoConflicts", "no conflicts found"), ("Established", "InitialNamesAccepted", "the initial names have been accepted"), meta.Created);
            WriteNames(writer, "acceptedNames", kind);
            ObjectWriter.WriteStrings(writer, "storedVersions", [kind.Version]);
            writer.WriteEndObject();
        });
    });

    public static IEnumerable<KubeObject> ApiServices(Cluster cluster, KindCatalog kinds) => kinds.All.Select(kind => (kind.Group, kind.Version)).Distinct().Select(item =>
    {
        var meta = MetaOf.Object(cluster, "APIService", null, $"{item.Version}.{item.Group}");
        return new KubeObject(
            meta with { Labels = new Dictionary<string, string> { ["kube-aggregator.kubernetes.io/automanaged"] = "onstart" }, Manager = "kube-apiserver", StatusManager = "kube-apiserver" },
            writer =>
            {
                writer.WriteStartObject("spec");
                if (item.Group.Length > 0)
                {
                    writer.WriteString("group", item.Group);
                }

                writer.WriteString("version", item.Version);
                writer.WriteNumber("groupPriorityMinimum", 17_000);
                writer.WriteNumber("versionPriority", 15);
                writer.WriteEndObject();
                writer.WriteStartObject("status");
                WriteCondition(writer, ("Available", "Local", "Local APIServices are always available"), null, meta.Created);
                writer.WriteEndObject();
            });
    });

    public static IEnumerable<KubeObject> PriorityClasses(Cluster cluster) => Priorities.Select(priority => new KubeObject(
        MetaOf.Object(cluster, "PriorityClass", null, priority.Name) with { Generation = 1, Manager = "kube-apiserver" },
        writer =>
        {
            writer.WriteNumber("value", priority.Value);
            writer.WriteString("description", priority.Description);
            writer.WriteString("preemptionPolicy", "PreemptLowerPriority");
        }));

    private static void WriteNames(Utf8JsonWriter writer, string member, CustomKind kind)
    {
        writer.WriteStartObject(member);
        writer.WriteString("plural", kind.Plural);
        writer.WriteString("singular", kind.Kind.ToLowerInvariant());
        writer.WriteString("kind", kind.Kind);
        writer.WriteString("listKind", kind.Kind + "List");
        writer.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter writer, (string Type, string Reason, string Message) first, (string Type, string Reason, string Message)? second, string time)
    {
        writer.WriteStartArray("conditions");
        foreach (var (type, reason, message) in second is { } other ? [first, other] : new[] { first })
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            writer.WriteString("status", "True");
            writer.WriteString("lastTransitionTime", time);
            writer.WriteString("reason", reason);
            writer.WriteString("message", message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
