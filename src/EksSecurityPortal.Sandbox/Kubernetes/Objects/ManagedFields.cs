using System.Text;
using System.Text.Json;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Writes metadata.managedFields for an object from its own members, in the way of server-side apply (FieldsV1).</summary>
internal static class ManagedFields
{
    /// <summary>The members that tell items of a list apart; other lists are atomic.</summary>
    private static readonly Dictionary<string, string[][]> ListKeys = new(StringComparer.Ordinal)
    {
        ["containers"] = [["name"]],
        ["initContainers"] = [["name"]],
        ["ephemeralContainers"] = [["name"]],
        ["env"] = [["name"]],
        ["volumes"] = [["name"]],
        ["volumeMounts"] = [["mountPath"]],
        ["ports"] = [["containerPort", "protocol"], ["port", "protocol"]],
        ["conditions"] = [["type"]],
        ["addresses"] = [["type"]],
        ["podIPs"] = [["ip"]],
        ["hostIPs"] = [["ip"]],
        ["topologySpreadConstraints"] = [["topologyKey", "whenUnsatisfiable"]],
    };

    private static readonly HashSet<string> Atomic = ["selector", "nodeSelector", "roleRef", "rules", "subjects", "nodeInfo", "labelSelector"];

    private static readonly HashSet<string> Structures = ["spec", "template", "metadata", "status", "strategy", "updateStrategy", "jobTemplate"];

    public static void Write(Utf8JsonWriter writer, ObjectMeta meta, string apiVersion, JsonElement body)
    {
        writer.WriteStartArray("managedFields");
        WriteEntry(writer, meta.IsApplied ? "kubectl-client-side-apply" : meta.Manager, apiVersion, meta.Created, null, () =>
        {
            WriteMetadata(writer, meta);
            WriteMembers(writer, body, member => member != "status");
        });
        if (body.TryGetProperty("status", out _))
        {
            WriteEntry(writer, meta.StatusManager, apiVersion, meta.Created, "status", () => WriteMembers(writer, body, member => member == "status"));
        }

        writer.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter writer, string manager, string apiVersion, string time, string? subresource, Action fields)
    {
        writer.WriteStartObject();
        writer.WriteString("manager", manager);
        writer.WriteString("operation", "Update");
        writer.WriteString("apiVersion", apiVersion);
        writer.WriteString("time", time);
        writer.WriteString("fieldsType", "FieldsV1");
        writer.WriteStartObject("fieldsV1");
        fields();
        writer.WriteEndObject();
        if (subresource is not null)
        {
            writer.WriteString("subresource", subresource);
        }

        writer.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter writer, ObjectMeta meta)
    {
        writer.WriteStartObject("f:metadata");
        WriteNames(writer, "f:annotations", meta.IsApplied ? [.. meta.Annotations.Keys, ObjectWriter.LastApplied] : meta.Annotations.Keys);
        if (meta.GenerateName is not null)
        {
            WriteEmpty(writer, "f:generateName");
        }

        WriteNames(writer, "f:labels", meta.Labels.Keys);
        if (meta.Owner is { } owner)
        {
            WriteNames(writer, "f:ownerReferences", [$"k:{{\"uid\":\"{owner.Uid}\"}}"], "");
        }

        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string member, IEnumerable<string> names, string prefix = "f:")
    {
        var all = names.ToList();
        if (all.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(member);
        WriteEmpty(writer, ".");
        foreach (var name in all)
        {
            WriteEmpty(writer, prefix + name);
        }

        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement element, Func<string, bool>? takes = null)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (takes is null || takes(member.Name))
            {
                WriteMember(writer, member.Name, member.Value);
            }
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WriteStartObject("f:" + name);
        if (value.ValueKind == JsonValueKind.Object && !Atomic.Contains(name))
        {
            if (!Structures.Contains(name) && value.EnumerateObject().Any())
            {
                WriteEmpty(writer, ".");
            }

            WriteMembers(writer, value);
        }
        else if (value.ValueKind == JsonValueKind.Array && ListKeys.TryGetValue(name, out var candidates))
        {
            WriteItems(writer, value, candidates);
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, JsonElement items, string[][] candidates)
    {
        var written = false;
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || KeyOf(item, candidates) is not { } key)
            {
                continue;
            }

            if (!written)
            {
                WriteEmpty(writer, ".");
                written = true;
            }

            writer.WriteStartObject(key);
            WriteEmpty(writer, ".");
            WriteMembers(writer, item);
            writer.WriteEndObject();
        }
    }

    private static string? KeyOf(JsonElement item, string[][] candidates)
    {
        if (candidates.FirstOrDefault(names => names.All(name => item.TryGetProperty(name, out _))) is not { } keys)
        {
            return null;
        }

        var text = new StringBuilder("k:{");
        foreach (var key in keys)
        {
            text.Append(text.Length > 3 ? "," : "").Append('"').Append(key).Append("\":").Append(item.GetProperty(key).GetRawText());
        }

        return text.Append('}').ToString();
    }

    private static void WriteEmpty(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteEndObject();
    }
}
