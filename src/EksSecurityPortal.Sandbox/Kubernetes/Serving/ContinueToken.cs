using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>
/// Where a list goes on, in the form of the real API server (base64url of JSON), with the list it belongs to added.
/// A ResourceVersion of -1 is an inconsistent token: it never expires.
/// </summary>
internal sealed record ContinueToken(long ResourceVersion, string List, string StartKey)
{
    public const long Inconsistent = -1;

    private const string Form = "meta.k8s.io/v1";

    public string Encode()
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, ObjectWriter.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("v", Form);
            writer.WriteNumber("rv", ResourceVersion);
            writer.WriteString("start", "/" + StartKey);
            writer.WriteString("list", List);
            writer.WriteEndObject();
        }

        return Base64Url.EncodeToString(json.ToArray());
    }

    /// <returns>Null when the text is not a token of this server.</returns>
    public static ContinueToken? Decode(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)));
            var root = json.RootElement;
            return root.GetProperty("v").GetString() == Form && root.GetProperty("start").GetString() is ['/', .. var start]
                ? new ContinueToken(root.GetProperty("rv").GetInt64(), root.GetProperty("list").GetString() ?? "", start)
                : null;
        }
        catch (Exception error) when (error is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
