using EksSecurityPortal.Core.Networking;

namespace EksSecurityPortal.Core.Tests.Networking;

public class CidrTests
{
    [Theory]
    [InlineData("10.1.2.3/8", "10.0.0.0/8")]
    [InlineData("0.0.0.0/0", "255.255.255.255/0")]
    [InlineData("192.0.2.1", "192.0.2.1/32")]
    [InlineData("::/0", "ffff::/0")]
    [InlineData("2001:DB8::/32", "2001:db8:1::/32")]
    public void Parse_of_two_spellings_is_equal(string one, string other)
    {
        Assert.NotNull(Cidr.Parse(one));
        Assert.Equal(Cidr.Parse(one), Cidr.Parse(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/8")]
    [InlineData("10/8")]
    [InlineData("1.2.3/24")]
    [InlineData("0x0a.0.0.0/8")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("::/129")]
    [InlineData("fe80::1%eth0/64")]
    [InlineData("pl-123")]
    public void Parse_of_anything_else_is_null(string text) => Assert.Null(Cidr.Parse(text));

    [Fact]
    public void Contains_asks_family_and_both_ends()
    {
        Assert.True(Parse("10.0.0.0/8").Contains(Parse("10.255.0.0/16")));
        Assert.False(Parse("10.255.0.0/16").Contains(Parse("10.0.0.0/8")));
        Assert.False(Parse("0.0.0.0/0").Contains(Parse("::1")));
    }

    [Theory]
    [InlineData("10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10", 0)]
    [InlineData("8.8.8.0/24 8.8.8.0/25 8.8.8.8", 256)]
    [InlineData("8.8.8.0/25 8.8.8.128/25", 256)]
    [InlineData("9.255.255.255 10.0.0.0/8 11.0.0.0", 2)]
    public void PublicAddresses_counts_each_address_once_and_no_private_one(string blocks, int count) =>
        Assert.Equal((UInt128)count, InternetBreadth.PublicAddresses(blocks.Split(' ').Select(Parse), isIpv6: false));

    [Fact]
    public void PublicAddresses_of_all_IPv6_does_not_overflow() => Assert.True(InternetBreadth.PublicAddresses([Parse("::/0")], isIpv6: true) > UInt128.One << 126);

    private static Cidr Parse(string text) => Cidr.Parse(text)!.Value;
}
