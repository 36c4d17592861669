using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Documents;

/// <summary>
/// A member of a custom object as JSON, without user data (boot scripts hold passwords). Null when it is larger than 64 kB, or deeper than those
/// who parse it later would follow.
/// </summary>
internal sealed class RawJsonConverter : JsonConverter<string>
{
    private const int MaxBytes = 64 << 10;
    private const int MaxDepth = 48;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        using var document = JsonDocument.ParseValue(ref reader);
        var copy = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(copy);
        var isWhole = Copy(document.RootElement, writer, 0);
        writer.Flush();
        return isWhole && copy.WrittenCount <= MaxBytes ? Encoding.UTF8.GetString(copy.WrittenSpan) : null;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static bool Copy(JsonElement element, Utf8JsonWriter writer, int depth)
    {
        if (depth > MaxDepth || writer.BytesCommitted + writer.BytesPending > MaxBytes)
        {
            return false;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(member => !member.NameEquals("userData")))
                {
                    writer.WritePropertyName(member.Name);
                    if (!Copy(member.Value, writer, depth + 1))
                    {
                        return false;
                    }
                }

                writer.WriteEndObject();
                return true;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    if (!Copy(item, writer, depth + 1))
                    {
                        return false;
                    }
                }

                writer.WriteEndArray();
                return true;
            default:
                element.WriteTo(writer);
                return true;
        }
    }
}
