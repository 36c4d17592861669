using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EksSecurityPortal.Services.Onboarding;

/// <summary>
/// Values inside generated files. A JSON string is also a double-quoted string of YAML, and of HCL once its templates are escaped, so that
/// one rule quotes for all of them.
/// </summary>
internal static class JsonText
{
    /// <summary>Plus signs and the like stay as they are: these files are not embedded in pages.</summary>
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Quote(string value) => JsonSerializer.Serialize(value, Plain);

    /// <summary>HCL expands ${…} and %{…} inside quotes; doubled, they stand for themselves.</summary>
    public static string QuoteHcl(string value) => Quote(value).Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);

    /// <summary>One word for a POSIX shell, whatever it holds.</summary>
    public static string QuoteShell(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    public static JsonArray ArrayOf(IEnumerable<string> values) => [.. values.Select(value => (JsonNode?)JsonValue.Create(value))];
}
