using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EksSecurityPortal.Web.Auth;

/// <summary>
/// How a personal API token looks: <c>eksp_</c> and 43 characters that hold 256 random bits. Its SHA-256 is stored: a value of that entropy
/// needs no slow hash.
/// </summary>
internal static class ApiTokenFormat
{
    public const string Start = "eksp_";

    /// <summary>Characters of a token that lists may show.</summary>
    public const int PrefixLength = 9;

    public static string Create() => Start + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
