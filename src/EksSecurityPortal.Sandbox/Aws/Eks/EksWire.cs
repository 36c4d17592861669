using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>Small pieces of EKS bodies.</summary>
internal static class EksWire
{
    public static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string> values)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<HealthIssue> issues)
    {
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, issues, EksJsonContext.Wire.IReadOnlyListHealthIssue);
    }

    /// <summary>A body with one member, written by its contract.</summary>
    public static AwsAnswer One<T>(string name, T value, JsonTypeInfo<T> contract) => Body(writer =>
    {
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, value, contract);
    });

    /// <summary>A page of names.</summary>
    public static AwsAnswer Names(string name, Page<string> page) => Body(writer =>
    {
        Write(writer, name, page.Items);
        WriteNext(writer, page.Next);
    });

    /// <summary>A page of objects.</summary>
    public static AwsAnswer Many<T>(string name, Page<T> page, Action<Utf8JsonWriter, T> write) => Body(writer =>
    {
        writer.WriteStartArray(name);
        foreach (var item in page.Items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
        WriteNext(writer, page.Next);
    });

    public static AwsAnswer Body(Action<Utf8JsonWriter> members) => AwsAnswer.Json("application/json", members);

    private static void WriteNext(Utf8JsonWriter writer, string? next)
    {
        if (next is not null)
        {
            writer.WriteString("nextToken", next);
        }
    }
}
