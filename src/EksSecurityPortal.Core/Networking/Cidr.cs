using System.Buffers.Binary;
using System.Globalization;
using System.Net;

namespace EksSecurityPortal.Core.Networking;

/// <summary>A block of addresses of one family, as numbers. Equal blocks are equal whatever their spelling.</summary>
/// <param name="First">Lowest address.</param>
/// <param name="Last">Highest address, inclusive.</param>
public readonly record struct Cidr(bool IsIpv6, UInt128 First, UInt128 Last)
{
    /// <summary>
    /// Reads <c>10.0.0.0/8</c> or <c>2001:db8::/32</c>; an address without a prefix is itself alone; bits of the host are cut. Null for anything
    /// else, also for the short forms of IPv4 that some parsers take.
    /// </summary>
    public static Cidr? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? text : text[..slash];
        if (!IPAddress.TryParse(host, out var address))
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        var isIpv6 = bytes.Length == 16;
        if (isIpv6 ? host.Contains('%', StringComparison.Ordinal) : host.Count(letter => letter == '.') != 3 || host.Any(letter => letter != '.' && !char.IsAsciiDigit(letter)))
        {
            return null;
        }

        var bits = isIpv6 ? 128 : 32;
        var prefix = bits;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > bits))
        {
            return null;
        }

        var size = bits - prefix;
        var mask = size == 128 ? UInt128.MaxValue : (UInt128.One << size) - 1;
        var first = (isIpv6 ? BinaryPrimitives.ReadUInt128BigEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes)) & ~mask;
        return new(isIpv6, first, first | mask);
    }

    public bool Contains(Cidr other) => IsIpv6 == other.IsIpv6 && First <= other.First && other.Last <= Last;
}
