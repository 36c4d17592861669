using System.Net;
using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Auth;

public sealed class AccessTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] Public =
        ["/account/login", "/account/setup", "/account/password", "/account/denied", "/account/logout", "/health/live", "/health/ready", "/error", "/not-found"];

    [Theory]
    [InlineData("/")]
    [InlineData("/clusters")]
    [InlineData("/findings")]
    [InlineData("/audits")]
    [InlineData("/schedules")]
    [InlineData("/accounts")]
    [InlineData("/coverage")]
    [InlineData("/settings/users")]
    [InlineData("/settings/tokens")]
    public async Task A_stranger_is_sent_to_the_sign_in_page(string path)
    {
        using var client = portal.Anonymous();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/login", answer.Headers.Location?.AbsolutePath);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/css/portal.css")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("/account/login")]
    public async Task A_stranger_gets_what_signing_in_needs(string path)
    {
        using var client = portal.Anonymous();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(PortalRoles.Viewer, "/", HttpStatusCode.OK)]
    [InlineData(PortalRoles.Viewer, "/clusters", HttpStatusCode.OK)]
    [InlineData(PortalRoles.Viewer, "/findings", HttpStatusCode.OK)]
    [InlineData(PortalRoles.Viewer, "/coverage", HttpStatusCode.OK)]
    [InlineData(PortalRoles.Viewer, "/audits", HttpStatusCode.OK)]
    [InlineData(PortalRoles.Viewer, "/settings/tokens", HttpStatusCode.OK)]
    [InlineData(PortalRoles.Viewer, "/settings/users", HttpStatusCode.Redirect)]
    [InlineData(PortalRoles.Viewer, "/accounts/new", HttpStatusCode.Redirect)]
    [InlineData(PortalRoles.Reviewer, "/settings/users", HttpStatusCode.Redirect)]
    [InlineData(PortalRoles.Reviewer, "/accounts/new", HttpStatusCode.Redirect)]
    [InlineData(PortalRoles.Administrator, "/settings/users", HttpStatusCode.OK)]
    [InlineData(PortalRoles.Administrator, "/accounts/new", HttpStatusCode.OK)]
    [InlineData(PortalRoles.Administrator, "/events", HttpStatusCode.OK)]
    public async Task A_role_opens(string role, string path, HttpStatusCode expected)
    {
        using var client = await portal.SignedInAsync(role);

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Redirect)
        {
            Assert.Equal("/account/denied", answer.Headers.Location?.AbsolutePath);
        }
    }

    [Fact]
    public void Every_endpoint_is_guarded_unless_it_is_known_to_be_public()
    {
        using var client = portal.Anonymous();
        var open = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
            .Where(route => !IsAsset(route))
            .Distinct()
            .Where(route => !Public.Contains(route))
            .ToList();

        Assert.Empty(open);
    }

    private static bool IsAsset(string route) =>
        route.StartsWith("/_framework/", StringComparison.Ordinal) || route.StartsWith("/_content/", StringComparison.Ordinal) ||
        Path.HasExtension(route) && !route.StartsWith("/api", StringComparison.Ordinal);
}
