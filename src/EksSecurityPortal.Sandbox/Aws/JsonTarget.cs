using System.Text.Json;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>Helpers of the services that speak JSON 1.1, where X-Amz-Target names the operation.</summary>
internal static class JsonTarget
{
    public const string ContentType = "application/x-amz-json-1.1";

    public static string? Operation(AwsRequest request, string prefix, params ReadOnlySpan<string> known)
    {
        if (request.Target is not { } target || !target.StartsWith(prefix + ".", StringComparison.Ordinal))
        {
            return null;
        }

        var operation = target[(prefix.Length + 1)..];
        return known.Contains(operation) ? operation : null;
    }

    public static string? String(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static IReadOnlyList<string>? Strings(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => item.GetString() ?? "")]
        : null;

    public static string? Number(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;

    /// <summary>Epoch seconds with milliseconds, as these protocols write times.</summary>
    public static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset time) => writer.WriteNumber(name, time.ToUnixTimeMilliseconds() / 1000m);
}
