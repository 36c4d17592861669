using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Writes whole objects as the API server does: metadata with managedFields and annotations, then the other members.</summary>
internal static class ObjectWriter
{
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="body">Writes the members beside apiVersion, kind and metadata.</param>
    /// <param name="withKind">Objects of built-in lists have no apiVersion and kind of their own.</param>
    public static void Write(IBufferWriter<byte> target, KubeKind kind, ObjectMeta meta, Action<Utf8JsonWriter> body, bool withKind)
    {
        var members = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(members, Options))
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(members.WrittenMemory);
        using var output = new Utf8JsonWriter(target, Options);
        output.WriteStartObject();
        if (withKind)
        {
            output.WriteString("apiVersion", kind.ApiVersion);
            output.WriteString("kind", kind.Kind);
        }

        WriteMeta(output, kind, meta, document.RootElement);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            member.WriteTo(output);
        }

        output.WriteEndObject();
    }

    public static void WriteMap(Utf8JsonWriter writer, string member, IReadOnlyDictionary<string, string> map)
    {
        if (map.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(member);
        foreach (var (name, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    public static void WriteStrings(Utf8JsonWriter writer, string member, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(member);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static void WriteMeta(Utf8JsonWriter writer, KubeKind kind, ObjectMeta meta, JsonElement body)
    {
        writer.WriteStartObject("metadata");
        writer.WriteString("name", meta.Name);
        WriteIfSet(writer, "generateName", meta.GenerateName);
        WriteIfSet(writer, "namespace", meta.Namespace);
        writer.WriteString("uid", meta.Uid);
        writer.WriteString("resourceVersion", meta.ResourceVersion);
        if (meta.Generation is { } generation)
        {
            writer.WriteNumber("generation", generation);
        }

        writer.WriteString("creationTimestamp", meta.Created);
        WriteMap(writer, "labels", meta.Labels);
        WriteMap(writer, "annotations", meta.IsApplied
            ? new Dictionary<string, string>(meta.Annotations) { [LastApplied] = AppliedText(kind, meta, body) }
            : meta.Annotations);
        WriteOwner(writer, meta.Owner);
        ManagedFields.Write(writer, meta, kind.ApiVersion, body);
        writer.WriteEndObject();
    }

    private static void WriteOwner(Utf8JsonWriter writer, Owner? owner)
    {
        if (owner is null)
        {
            return;
        }

        writer.WriteStartArray("ownerReferences");
        writer.WriteStartObject();
        writer.WriteString("apiVersion", owner.ApiVersion);
        writer.WriteString("kind", owner.Kind);
        writer.WriteString("name", owner.Name);
        writer.WriteString("uid", owner.Uid);
        writer.WriteBoolean("controller", true);
        writer.WriteBoolean("blockOwnerDeletion", true);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static string AppliedText(KubeKind kind, ObjectMeta meta, JsonElement body)
    {
        var text = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(text, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("apiVersion", kind.ApiVersion);
            writer.WriteString("kind", kind.Kind);
            writer.WriteStartObject("metadata");
            writer.WriteStartObject("annotations");
            writer.WriteEndObject();
            WriteMap(writer, "labels", meta.Labels);
            writer.WriteString("name", meta.Name);
            WriteIfSet(writer, "namespace", meta.Namespace);
            writer.WriteEndObject();
            foreach (var member in body.EnumerateObject())
            {
                if (member.Name != "status")
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan) + "\n";
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string member, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(member, value);
        }
    }
}
