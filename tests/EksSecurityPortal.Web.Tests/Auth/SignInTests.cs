using System.Net;
using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Web.Auth;
using EksSecurityPortal.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Auth;

// CA1001: xunit disposes asynchronously
#pragma warning disable CA1001
public sealed class SignInTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly PortalFixture portal = new();

    [Fact]
    public async Task The_setup_link_makes_one_administrator_and_then_closes()
    {
        using var first = portal.Anonymous();
        var address = "/account/setup?token=" + Uri.EscapeDataString(portal.Services.GetRequiredService<SetupLink>().CreateToken());
        var fields = new Dictionary<string, string> { ["Input.Email"] = "first@example.com", ["Input.Password"] = PortalFixture.Password };

        using var made = await PortalFixture.PostFormAsync(first, address, "setup", fields);
        using var users = await first.GetAsync(new Uri("/settings/users", UriKind.Relative));
        using var second = portal.Anonymous();
        var again = await second.GetStringAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, users.StatusCode);
        Assert.Contains("exists already", again, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=guess")]
    public async Task Setup_without_the_link_shows_no_form(string query)
    {
        using var client = portal.Anonymous();

        var page = await client.GetStringAsync(new Uri("/account/setup" + query, UriKind.Relative));

        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_without_saying_which_part_is_wrong()
    {
        await portal.EnsureUserAsync("viewer@example.com", PortalRoles.Viewer);
        using var client = portal.Anonymous();

        using var known = await PortalFixture.PostFormAsync(client, "/account/login", "login", new() { ["Input.Email"] = "viewer@example.com", ["Input.Password"] = "wrong" });
        using var unknown = await PortalFixture.PostFormAsync(client, "/account/login", "login", new() { ["Input.Email"] = "nobody@example.com", ["Input.Password"] = "wrong" });

        Assert.Contains("The e-mail or the password is wrong.", await known.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("The e-mail or the password is wrong.", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        await portal.EnsureUserAsync("viewer@example.com", PortalRoles.Viewer);
        using var client = portal.Anonymous();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await PortalFixture.PostFormAsync(client, "/account/login", "login", new() { ["Input.Email"] = "viewer@example.com", ["Input.Password"] = "wrong" });
        }

        using var right = await PortalFixture.PostFormAsync(client, "/account/login", "login", new() { ["Input.Email"] = "viewer@example.com", ["Input.Password"] = PortalFixture.Password });

        Assert.Contains("locked", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        using var client = portal.Anonymous();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "login", ["Input.Email"] = "a@example.com", ["Input.Password"] = "x" });

        using var answer = await client.PostAsync(new Uri("/account/login", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();
}
