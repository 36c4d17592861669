using System.Net;
using System.Text;
using EksSecurityPortal.Sandbox.Signing;
using Microsoft.AspNetCore.Http;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>Takes an HTTP request apart into path, parameters and target.</summary>
internal static class AwsRequestParser
{
    public static AwsRequest Parse(HttpContext http, SignedRequest signed, SignatureClaim claim, byte[] body)
    {
        var parameters = signed.Query.Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair.Key), Uri.UnescapeDataString(pair.Value)));
        var isForm = http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        if (isForm)
        {
            parameters = parameters.Concat(Form(Encoding.UTF8.GetString(body)));
        }

        return new AwsRequest
        {
            Service = claim.Service,
            Region = claim.Region,
            Method = signed.Method,
            Path = [.. signed.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)],
            Parameters = parameters.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            Body = isForm ? ReadOnlyMemory<byte>.Empty : body,
            Target = http.Request.Headers["X-Amz-Target"] is [{ Length: > 0 } target] ? target : null,
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(string body) =>
        body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair =>
            KeyValuePair.Create(WebUtility.UrlDecode(pair[0]), pair.Length > 1 ? WebUtility.UrlDecode(pair[1]) : ""));
}
