using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EksSecurityPortal.AwsClients.Tests.Loopback;

/// <summary>Recomputes a request's AWS Signature Version 4 from the specification.</summary>
public static class SignatureCheck
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Null when the signature is right, else what is wrong with it.</summary>
    public static string? Problem(ReceivedRequest request, string accessKey, string secretKey, DateTimeOffset now)
    {
        var authorization = request.Headers.GetValueOrDefault("Authorization", "");
        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return "not signed";
        }

        var fields = authorization[(Algorithm.Length + 1)..].Split(',').Select(f => f.Trim().Split('=', 2)).ToDictionary(f => f[0], f => f[1]);
        if (fields["Credential"].Split('/') is not [var key, var day, var region, var service, "aws4_request"])
        {
            return "bad scope " + fields["Credential"];
        }

        var date = request.Headers["X-Amz-Date"];
        var signedHeaders = fields["SignedHeaders"].Split(';');
        if (key != accessKey)
        {
            return "unknown key " + key;
        }

        if ((HeaderProblem(request, signedHeaders) ?? DateProblem(date, day, now)) is { } problem)
        {
            return problem;
        }

        var canonical = CanonicalRequest(request, signedHeaders);
        var toSign = $"{Algorithm}\n{date}\n{day}/{region}/{service}/aws4_request\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        var signature = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var part in new[] { day, region, service, "aws4_request", toSign })
        {
            signature = HMACSHA256.HashData(signature, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(signature) == fields["Signature"] ? null : "signature differs for\n" + canonical;
    }

    private static string? DateProblem(string date, string day, DateTimeOffset now)
    {
        var at = DateTimeOffset.ParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return !date.StartsWith(day, StringComparison.Ordinal) ? "date and scope differ"
            : (now - at).Duration() > TimeSpan.FromMinutes(15) ? "signed at " + date
            : null;
    }

    private static string? HeaderProblem(ReceivedRequest request, string[] signedHeaders)
    {
        var mustBeSigned = request.Headers.Keys
            .Select(h => h.ToLowerInvariant())
            .Where(h => h is "host" or "content-type" || h.StartsWith("x-amz-", StringComparison.Ordinal));
        return !signedHeaders.SequenceEqual(signedHeaders.Order(StringComparer.Ordinal)) ? "signed headers are not sorted"
            : mustBeSigned.Except(signedHeaders).FirstOrDefault() is { } header ? "not signed: " + header
            : request.Headers.GetValueOrDefault("X-Amz-Content-SHA256") is { } hash && hash != Hash(request.Body) ? "the body's hash is wrong"
            : null;
    }

    private static string CanonicalRequest(ReceivedRequest request, string[] signedHeaders)
    {
        // the path is encoded on the wire, and once more here: twice for every service but S3
        var path = string.Join('/', request.RawPath.Split('/').Select(Encode));
        var query = request.Query
            .Select(p => (Key: Encode(p.Key), Value: Encode(p.Value)))
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .ThenBy(p => p.Value, StringComparer.Ordinal)
            .Select(p => $"{p.Key}={p.Value}");
        var headers = signedHeaders.Select(h => $"{h}:{string.Join(' ', request.Headers[h].Split(' ', StringSplitOptions.RemoveEmptyEntries))}\n");
        return $"{request.Method}\n{path}\n{string.Join('&', query)}\n{string.Concat(headers)}\n{string.Join(';', signedHeaders)}\n{Hash(request.Body)}";
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Encode(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(b =>
        char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~' ? ((char)b).ToString() : $"%{b:X2}"));
}
