using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EksSecurityPortal.Sandbox.Signing;

/// <summary>Recomputes AWS Signature Version 4 from its specification. Null means valid, else the reason.</summary>
internal sealed class SignatureCheck
{
    public const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly ConcurrentDictionary<(string Secret, string Day, string Region, string Service), byte[]> signingKeys = new();

    public string? Refusal(SignedRequest request, SignatureClaim claim, string secret)
    {
        var names = claim.SignedHeaders.Split(';');
        if (!names.Contains("host"))
        {
            return "'Host' must be a 'SignedHeader' in the AWS Authorization.";
        }

        if (!claim.Date.StartsWith(claim.Day, StringComparison.Ordinal))
        {
            return "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.";
        }

        var sentHash = request.Header("x-amz-content-sha256") is [{ Length: > 0 } hash, ..] ? hash : null;
        if (sentHash is not null and not "UNSIGNED-PAYLOAD" && sentHash != request.BodyHash)
        {
            return "The payload hash sent does not match the payload.";
        }

        var toSign = $"AWS4-HMAC-SHA256\n{claim.Date}\n{claim.Day}/{claim.Region}/{claim.Service}/aws4_request\n"
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(request, claim, names, sentHash ?? request.BodyHash))));
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Key(secret, claim), Encoding.UTF8.GetBytes(toSign)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(claim.Signature))
            ? null
            : "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";
    }

    /// <summary>When the request was signed; null when its date is not a date.</summary>
    public static DateTimeOffset? SignedAt(SignatureClaim claim) =>
        DateTimeOffset.TryParseExact(claim.Date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    private static string Canonical(SignedRequest request, SignatureClaim claim, string[] names, string payloadHash)
    {
        // Every service but S3 encodes the path, which is already encoded on the wire, a second time.
        var text = new StringBuilder(request.Method).Append('\n')
            .AppendJoin('/', request.Path.Split('/').Select(Encode)).Append('\n')
            .AppendJoin('&', request.Query.Where(pair => !claim.IsPresigned || !pair.Key.Equals("X-Amz-Signature", StringComparison.OrdinalIgnoreCase))
                .Select(pair => (Name: Encode(Uri.UnescapeDataString(pair.Key)), Value: Encode(Uri.UnescapeDataString(pair.Value))))
                .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
                .Select(pair => pair.Name + "=" + pair.Value)).Append('\n');
        foreach (var name in names)
        {
            var values = name == "host" ? [request.Host] : request.Header(name);
            text.Append(name).Append(':')
                .AppendJoin(',', values.Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))))
                .Append('\n');
        }

        return text.Append('\n').Append(claim.SignedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    private byte[] Key(string secret, SignatureClaim claim)
    {
        if (signingKeys.Count > 10_000)
        {
            signingKeys.Clear();
        }

        return signingKeys.GetOrAdd((secret, claim.Day, claim.Region, claim.Service), scope =>
        {
            var key = Encoding.UTF8.GetBytes("AWS4" + scope.Secret);
            foreach (var part in new[] { scope.Day, scope.Region, scope.Service, "aws4_request" })
            {
                key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
            }

            return key;
        });
    }

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
            {
                encoded.Append((char)octet);
            }
            else
            {
                encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }
}
