using EksSecurityPortal.Web.Auth;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Auth;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/findings?severity=High", "/findings?severity=High")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x=y", "/")]
    public void OrHome_stays_on_this_host(string? url, string expected) => Assert.Equal(expected, LocalUrl.OrHome(url));
}
