using System.Security.Cryptography;
using System.Text;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Identifiers that look like those of AWS and depend on nothing but their name, so that an estate is the same each time.</summary>
internal static class Ids
{
    /// <summary>e.g. <c>Resource("vpc", "…")</c> gives <c>vpc-0a1b2c3d4e5f60718</c>.</summary>
    public static string Resource(string prefix, string name) => $"{prefix}-0{Hex(prefix + "/" + name, 16)}";

    public static string Hex(string name, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..length];

    public static string Guid(string name)
    {
        var hex = Hex(name, 32);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-a{hex[17..20]}-{hex[20..]}";
    }

    /// <summary>An IAM unique id such as <c>AROA…</c>.</summary>
    public static string Iam(string prefix, string name) => prefix + Hex(prefix + name, 17).ToUpperInvariant();

    /// <summary>A number from 0 to the limit, exclusive, that depends on the name alone.</summary>
    public static int Number(string name, int limit) => (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % (uint)limit);
}
