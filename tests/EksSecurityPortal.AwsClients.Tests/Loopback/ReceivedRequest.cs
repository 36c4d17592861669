using System.Net;
using System.Text;
using System.Text.Json;

namespace EksSecurityPortal.AwsClients.Tests.Loopback;

/// <summary>A request as it was on the wire. RawTarget is the path and query before any decoding.</summary>
public sealed record ReceivedRequest(string Method, string RawTarget, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string RawPath => RawTarget.Split('?')[0];

    public string RawQuery => RawTarget.Contains('?', StringComparison.Ordinal) ? RawTarget.Split('?', 2)[1] : "";

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The decoded members of a form body.</summary>
    public IReadOnlyDictionary<string, string> Form => Text
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);

    public IReadOnlyList<KeyValuePair<string, string>> Query =>
    [
        .. RawQuery
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "")),
    ];
}
