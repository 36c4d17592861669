using EksSecurityPortal.Web.Demo;
using EksSecurityPortal.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Demo;

public sealed class DemoAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:0")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://127.0.0.1:1;https://localhost:2")]
    public void Choose_loopback_is_taken_as_given(string urls) =>
        Assert.Equal(urls, DemoAddresses.Choose(Configuration(("urls", urls))));

    [Fact]
    public void Choose_nothing_configured_is_the_default() =>
        Assert.Equal(DemoAddresses.Default, DemoAddresses.Choose(Configuration()));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.20:5080")]
    [InlineData("http://portal.example.com")]
    [InlineData("http://localhost.example.com:5080")]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081")]
    public void Choose_an_address_that_others_reach_is_refused_by_name(string urls)
    {
        var refusal = Assert.Throws<StartupRefusedException>(() => DemoAddresses.Choose(Configuration(("urls", urls))));

        Assert.Contains(urls.Split(';')[^1], refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--urls", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_a_kestrel_endpoint_counts_too() =>
        Assert.Throws<StartupRefusedException>(() => DemoAddresses.Choose(Configuration(("Kestrel:Endpoints:Open:Url", "http://0.0.0.0:80"))));

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))).Build();
}
