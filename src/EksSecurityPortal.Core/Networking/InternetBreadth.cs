namespace EksSecurityPortal.Core.Networking;

/// <summary>
/// Says whether a set of CIDRs is in effect "the internet". No list of single blocks helps: two halves are the whole, and the question is how
/// many public addresses the union covers. Private, shared, link-local and unique-local ranges do not count, since nobody comes from there.
/// </summary>
public static class InternetBreadth
{
    /// <summary>More public IPv4 addresses than a /8 has: no single organisation holds as many in one place.</summary>
    public static readonly UInt128 Ipv4Limit = UInt128.One << 24;

    /// <summary>More than an IPv6 /16: the largest block that one organisation holds.</summary>
    public static readonly UInt128 Ipv6Limit = UInt128.One << 112;

    private static readonly List<Cidr> NotInternet =
    [
        .. new[]
        {
            "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10",
        }.Select(text => Cidr.Parse(text)!.Value), // constants, each valid
    ];

    /// <summary>True when either family's union of public addresses is above its limit; in particular for any /0.</summary>
    public static bool CoversInternet(IEnumerable<Cidr> blocks)
    {
        var list = blocks.ToList();
        return PublicAddresses(list, isIpv6: false) > Ipv4Limit || PublicAddresses(list, isIpv6: true) > Ipv6Limit;
    }

    /// <summary>How many public addresses of a family the union covers. Saturates at the largest number for the whole of IPv6.</summary>
    public static UInt128 PublicAddresses(IEnumerable<Cidr> blocks, bool isIpv6)
    {
        var union = Merge(blocks.Where(block => block.IsIpv6 == isIpv6));
        UInt128 count = 0;
        foreach (var (first, last) in union)
        {
            count += last - first == UInt128.MaxValue ? UInt128.MaxValue : last - first + 1;
        }

        foreach (var hidden in NotInternet.Where(block => block.IsIpv6 == isIpv6))
        {
            foreach (var (first, last) in union)
            {
                var from = UInt128.Max(first, hidden.First);
                var to = UInt128.Min(last, hidden.Last);
                count -= from <= to ? to - from + 1 : 0;
            }
        }

        return count;
    }

    private static List<(UInt128 First, UInt128 Last)> Merge(IEnumerable<Cidr> blocks)
    {
        var merged = new List<(UInt128 First, UInt128 Last)>();
        foreach (var block in blocks.OrderBy(block => block.First))
        {
            if (merged.Count > 0 && block.First <= merged[^1].Last)
            {
                merged[^1] = (merged[^1].First, UInt128.Max(merged[^1].Last, block.Last));
            }
            else
            {
                merged.Add((block.First, block.Last));
            }
        }

        return merged;
    }
}
