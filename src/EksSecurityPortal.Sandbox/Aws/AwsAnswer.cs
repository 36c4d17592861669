using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>A rendered answer.</summary>
internal sealed record AwsAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Value of x-amzn-ErrorType; null for successes and XML.</summary>
    public string? ErrorType { get; init; }

    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AwsAnswer Json(string contentType, Action<Utf8JsonWriter> members, int status = 200)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, JsonOptions))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new AwsAnswer(status, contentType, buffer.WrittenMemory);
    }
}

/// <summary>A refusal of an operation; Code is the service's own error code.</summary>
internal sealed class AwsException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;
}
