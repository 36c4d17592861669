namespace EksSecurityPortal.Sandbox.Signing;

/// <summary>The parts of an HTTP request that AWS Signature Version 4 covers.</summary>
/// <param name="RawTarget">Path and query exactly as sent.</param>
/// <param name="Host">The Host header.</param>
/// <param name="Header">All values of a header by lower-case name; empty when absent.</param>
/// <param name="BodyHash">Lower-case hexadecimal SHA-256 of the body.</param>
internal sealed record SignedRequest(string Method, string RawTarget, string Host, Func<string, IReadOnlyList<string?>> Header, string BodyHash)
{
    public const string EmptyBodyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public string Path => RawTarget.IndexOf('?', StringComparison.Ordinal) is var cut and >= 0 ? RawTarget[..cut] : RawTarget;

    /// <summary>Query parameters, still encoded, in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; } = Split(RawTarget);

    private static List<KeyValuePair<string, string>> Split(string target)
    {
        var cut = target.IndexOf('?', StringComparison.Ordinal);
        if (cut < 0)
        {
            return [];
        }

        return [.. target[(cut + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
            pair.Split('=', 2) is [var name, var value] ? KeyValuePair.Create(name, value) : KeyValuePair.Create(pair, ""))];
    }
}

/// <summary>Who signed a request: the credential scope and what else is needed to recompute the signature.</summary>
internal sealed record SignatureClaim(string AccessKeyId, string Day, string Region, string Service, string SignedHeaders, string Signature, string Date, string? SessionToken, bool IsPresigned)
{
    private const string Scheme = "AWS4-HMAC-SHA256";

    /// <summary>Reads the claim from the Authorization header or the query; null when the request is not signed with SigV4.</summary>
    public static SignatureClaim? Read(SignedRequest request)
    {
        var authorization = request.Header("authorization") is [{ } value, ..] ? value : "";
        return authorization.StartsWith(Scheme + " ", StringComparison.Ordinal) ? FromHeader(request, authorization[(Scheme.Length + 1)..]) : FromQuery(request);
    }

    private static SignatureClaim? FromHeader(SignedRequest request, string fields)
    {
        string? credential = null, headers = null, signature = null;
        foreach (var field in fields.Split(',', StringSplitOptions.TrimEntries))
        {
            if (field.Split('=', 2) is [var name, var value])
            {
                (credential, headers, signature) = name switch
                {
                    "Credential" => (value, headers, signature),
                    "SignedHeaders" => (credential, value, signature),
                    "Signature" => (credential, headers, value),
                    _ => (credential, headers, signature),
                };
            }
        }

        return Create(credential, headers, signature, First(request, "x-amz-date"), First(request, "x-amz-security-token"), isPresigned: false);
    }

    private static SignatureClaim? FromQuery(SignedRequest request)
    {
        string? Get(string name) => request.Query.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } pair
            ? Uri.UnescapeDataString(pair.Value) : null;
        return Get("X-Amz-Algorithm") == Scheme
            ? Create(Get("X-Amz-Credential"), Get("X-Amz-SignedHeaders"), Get("X-Amz-Signature"), Get("X-Amz-Date"), Get("X-Amz-Security-Token"), isPresigned: true)
            : null;
    }

    private static SignatureClaim? Create(string? credential, string? headers, string? signature, string? date, string? token, bool isPresigned) =>
        credential?.Split('/') is [var key, var day, var region, var service, "aws4_request"] && headers is not null && signature is not null && date is not null
            ? new SignatureClaim(key, day, region, service, headers, signature, date, token, isPresigned)
            : null;

    private static string? First(SignedRequest request, string name) => request.Header(name) is [{ } value, ..] ? value : null;
}
