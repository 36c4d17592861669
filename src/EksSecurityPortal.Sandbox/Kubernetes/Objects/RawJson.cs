using System.Text.Json;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Writes members whose value is known as JSON text.</summary>
internal static class RawJson
{
    public static void WriteRawMember(this Utf8JsonWriter writer, string name, string json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json.Trim());
    }

    /// <summary>Writes the members of a JSON object into the one that is open.</summary>
    public static void WriteMembersOf(this Utf8JsonWriter writer, string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            member.WriteTo(writer);
        }
    }
}
