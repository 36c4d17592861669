using System.Security.Cryptography;
using System.Text;

namespace EksSecurityPortal.Sandbox.Signing;

/// <summary>Why a request is refused before it reaches an operation; each protocol has its own codes for these.</summary>
internal enum RefusalKind
{
    MissingToken,
    UnknownToken,
    ExpiredToken,
    WrongSignature,
    Denied,
    Throttled,
    ServerError,
}

internal sealed record Authentication(Caller? Caller, RefusalKind Kind, string Reason)
{
    public static Authentication Refused(RefusalKind kind, string reason) => new(null, kind, reason);
}

/// <summary>Signature, clock, session token: what AWS checks of every request.</summary>
internal sealed class Authenticator(CredentialStore credentials, SignatureCheck signatures, TimeProvider clock)
{
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(5);

    public Authentication Check(SignedRequest request, SignatureClaim claim)
    {
        if (SignatureCheck.SignedAt(claim) is not { } at)
        {
            return Authentication.Refused(RefusalKind.WrongSignature, $"Date must be in ISO-8601 'basic format'. Got '{claim.Date}'.");
        }

        var now = clock.GetUtcNow();
        if ((now - at).Duration() > AllowedSkew)
        {
            var word = at < now ? "expired" : "not yet current";
            return Authentication.Refused(RefusalKind.WrongSignature, $"Signature {word}: {claim.Date} is more than 5 min. from {now.ToString(SignatureCheck.DateFormat, null)}");
        }

        return CheckSignature(request, claim);
    }

    /// <summary>All but the age of the signature.</summary>
    public Authentication CheckSignature(SignedRequest request, SignatureClaim claim)
    {
        if (credentials.Find(claim.AccessKeyId) is not { } issued || !IsTokenRight(issued, claim))
        {
            return Authentication.Refused(RefusalKind.UnknownToken, "The security token included in the request is invalid.");
        }

        if (signatures.Refusal(request, claim, issued.SecretAccessKey) is { } reason)
        {
            return Authentication.Refused(RefusalKind.WrongSignature, reason);
        }

        return credentials.IsExpired(issued)
            ? Authentication.Refused(RefusalKind.ExpiredToken, "The security token included in the request is expired")
            : new Authentication(issued.Caller, default, "");
    }

    private static bool IsTokenRight(IssuedCredentials issued, SignatureClaim claim) => issued.SessionToken is null
        ? claim.SessionToken is null
        : CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(issued.SessionToken), Encoding.UTF8.GetBytes(claim.SessionToken ?? ""));
}
