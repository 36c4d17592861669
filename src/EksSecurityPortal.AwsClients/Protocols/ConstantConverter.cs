using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>What an enumeration class offers to <see cref="ConstantConverter{T}"/>: the constant for a value, a new one for a value that is not known yet.</summary>
public interface IConstant<T>
{
    static abstract T FindValue(string value);
}

/// <summary>Enumeration classes as their string value. Enumerations are open: AWS adds values without notice.</summary>
internal sealed class ConstantConverter<T> : JsonConverter<T>
    where T : ConstantClass, IConstant<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value ? T.FindValue(value) : null;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
