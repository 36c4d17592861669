using System.Buffers.Text;
using System.Text;

namespace EksSecurityPortal.Sandbox.Signing;

/// <summary>Does what the EKS authenticator does with a bearer token: checks the URL in it, then lets "STS" verify it.</summary>
internal sealed class TokenVerifier(Estate estate, Authenticator authenticator, TimeProvider clock) : ITokenVerifier
{
    private const string Prefix = "k8s-aws-v1.";
    private const int MaximumLength = 4096;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private static readonly HashSet<string> AllowedParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "action", "version", "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-expires", "x-amz-security-token", "x-amz-signature", "x-amz-signedheaders",
    };

    public TokenIdentity Verify(string token, string clusterName)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return Refused("token is missing expected \"k8s-aws-v1.\" prefix");
        }

        if (token.Length > MaximumLength)
        {
            return Refused("token is too large");
        }

        if (Decode(token[Prefix.Length..]) is not { } text || !Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return Refused("token is not base64url of a URL, without padding");
        }

        var request = RequestOf(text, url, clusterName);
        return ShapeRefusal(url, request) is { } reason ? Refused(reason) : Identify(request);
    }

    private TokenIdentity Identify(SignedRequest request)
    {
        if (SignatureClaim.Read(request) is not { } claim || claim.Service != "sts")
        {
            return Refused("token is not signed for STS");
        }

        if (!claim.SignedHeaders.Split(';').Contains("x-k8s-aws-id"))
        {
            return Refused("client did not sign the x-k8s-aws-id header in the pre-signed URL");
        }

        if (RegionOf(request.Host) is { } region && region != claim.Region)
        {
            return Refused($"Credential should be scoped to a valid region, not '{claim.Region}'");
        }

        var now = clock.GetUtcNow();
        if (SignatureCheck.SignedAt(claim) is not { } at || now > at + Life || at > now + Life)
        {
            return Refused("X-Amz-Date parameter is expired (15 minutes)");
        }

        var result = authenticator.CheckSignature(request, claim);
        return result.Caller is { } caller ? new TokenIdentity(caller.PrincipalArn, caller.Arn, null) : Refused(result.Reason);
    }

    private string? ShapeRefusal(Uri url, SignedRequest request)
    {
        if (url.Scheme != Uri.UriSchemeHttps || !url.IsDefaultPort)
        {
            return $"unexpected scheme or port in {url.Scheme}://{url.Authority}";
        }

        if (url.Host != "sts.amazonaws.com" && (RegionOf(url.Host) is not { } region || estate.Regions.All(known => known.Name != region)))
        {
            return $"unexpected hostname {url.Host} in pre-signed URL";
        }

        if (url.AbsolutePath != "/")
        {
            return "unexpected path in pre-signed URL";
        }

        if (request.Query.FirstOrDefault(pair => !AllowedParameters.Contains(Uri.UnescapeDataString(pair.Key))) is { Key: { } unknown })
        {
            return $"non-whitelisted query parameter {unknown}";
        }

        return request.Query.Any(pair => pair.Key.Equals("Action", StringComparison.OrdinalIgnoreCase) && pair.Value == "GetCallerIdentity")
            ? null
            : "unexpected action parameter in pre-signed URL";
    }

    private static SignedRequest RequestOf(string text, Uri url, string clusterName)
    {
        var start = text.IndexOf(url.Authority, StringComparison.OrdinalIgnoreCase) + url.Authority.Length;
        var target = text[start..] is ['/', ..] rest ? rest : "/" + text[start..];
        return new SignedRequest("GET", target, url.Authority, name => name == "x-k8s-aws-id" ? [clusterName] : [], SignedRequest.EmptyBodyHash);
    }

    private static string? RegionOf(string host)
    {
        const string suffix = ".amazonaws.com";
        if (!host.EndsWith(suffix, StringComparison.Ordinal))
        {
            return null;
        }

        return host[..^suffix.Length].Split('.') is ["sts" or "sts-fips", var region] ? region : null;
    }

    private static string? Decode(string text)
    {
        if (text.Contains('=', StringComparison.Ordinal) || !Base64Url.IsValid(text))
        {
            return null;
        }

        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
    }

    private static TokenIdentity Refused(string reason) => new(null, null, reason);
}
