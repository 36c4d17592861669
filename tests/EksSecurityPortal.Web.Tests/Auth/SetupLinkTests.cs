using EksSecurityPortal.Web.Auth;
using Microsoft.AspNetCore.DataProtection;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Auth;

public sealed class SetupLinkTests
{
    private readonly EphemeralDataProtectionProvider keys = new();

    [Fact]
    public void IsValid_a_token_of_the_same_keys() => Assert.True(new SetupLink(keys).IsValid(new SetupLink(keys).CreateToken()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("guess")]
    public void IsValid_anything_else_is_refused(string? token) => Assert.False(new SetupLink(keys).IsValid(token));

    [Fact]
    public void IsValid_a_token_of_other_keys_is_refused() =>
        Assert.False(new SetupLink(keys).IsValid(new SetupLink(new EphemeralDataProtectionProvider()).CreateToken()));

    [Fact]
    public void IsValid_a_changed_token_is_refused()
    {
        var token = new SetupLink(keys).CreateToken();

        Assert.False(new SetupLink(keys).IsValid(token[..^2] + (token[^2] == 'A' ? "B" : "A") + token[^1]));
    }
}
