using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EksSecurityPortal.Web.Auth;

/// <summary>
/// The token of the first sign-in: whoever can read the portal's log may make the first administrator. It is signed with the data
/// protection keys of the database, so that each process of a portal accepts the link that any of them printed, and counts only while
/// there is no user.
/// </summary>
public sealed class SetupLink(IDataProtectionProvider protection)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const string Payload = "first administrator";

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("EksSecurityPortal.SetupLink").ToTimeLimitedDataProtector();

    public string CreateToken() => protector.Protect(Payload, Lifetime);

    public bool IsValid(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return false;
        }

        try
        {
            return protector.Unprotect(token) == Payload;
        }
        catch (CryptographicException)
        {
            // forged, cut short, or older than its lifetime
            return false;
        }
    }
}
