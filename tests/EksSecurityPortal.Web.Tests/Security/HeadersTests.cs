using System.Net;
using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Web.Tests.Hosting;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Security;

public sealed class HeadersTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/account/login")]
    [InlineData("/css/portal.css")]
    [InlineData("/api/v1/clusters")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var client = portal.Anonymous();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.BadRequest)]
    public async Task A_change_that_another_site_sends_is_refused(string site, HttpStatusCode expected)
    {
        using var client = await portal.WithTokenAsync(PortalRoles.Administrator);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/audits") { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", site);

        using var answer = await client.SendAsync(request);

        // same-origin gets as far as the portal's own answer: no accounts to audit
        Assert.Equal(expected, answer.StatusCode);
    }
}
