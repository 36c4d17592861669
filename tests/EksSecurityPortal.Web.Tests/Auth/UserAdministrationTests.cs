using System.Net;
using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Web.Auth;
using EksSecurityPortal.Web.Hosting;
using EksSecurityPortal.Web.Tests.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Auth;

// CA1001: xunit disposes asynchronously
#pragma warning disable CA1001
public sealed class UserAdministrationTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string Actor = "administrator@example.com";

    private readonly PortalFixture portal = new();

    [Fact]
    public async Task AddAsync_the_one_time_link_sets_a_password_once()
    {
        var link = (await Users().AddAsync("new@example.com", PortalRoles.Viewer, Actor, CancellationToken.None)).Value!;
        using var client = portal.Anonymous();
        var address = new Uri(link.Url).PathAndQuery;

        using var first = await PortalFixture.PostFormAsync(client, address, "password", new() { ["Input.Password"] = PortalFixture.Password });
        using var page = await client.GetAsync(new Uri("/clusters", UriKind.Relative));
        using var again = await PortalFixture.PostFormAsync(portal.Anonymous(), address, "password", new() { ["Input.Password"] = "another long password" });

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("was used before", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an address", PortalRoles.Viewer, "email")]
    [InlineData("new@example.com", "Owner", "role")]
    public async Task AddAsync_wrong_input_is_refused_and_nobody_is_stored(string email, string role, string field)
    {
        var added = await Users().AddAsync(email, role, Actor, CancellationToken.None);

        Assert.Equal(field, Assert.Single(added.Errors).Field);
        Assert.Empty(await Users().ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_last_administrator_keeps_the_role_and_the_access()
    {
        var only = await portal.EnsureUserAsync("only@example.com", PortalRoles.Administrator);

        var role = await Users().SetRoleAsync(only.Id, PortalRoles.Viewer, Actor, CancellationToken.None);
        var disabled = await Users().SetDisabledAsync(only.Id, true, Actor, CancellationToken.None);

        Assert.False(role.Succeeded);
        Assert.False(disabled.Succeeded);
        Assert.Equal(PortalRoles.Administrator, Assert.Single(await Users().ListAsync(CancellationToken.None)).Role);
    }

    [Fact]
    public async Task SetDisabledAsync_ends_sign_in_and_tokens()
    {
        using var client = await portal.WithTokenAsync(PortalRoles.Viewer);
        var viewer = Assert.Single(await Users().ListAsync(CancellationToken.None));

        await Users().SetDisabledAsync(viewer.Id, true, Actor, CancellationToken.None);
        using var api = await client.GetAsync(new Uri("/api/v1/clusters", UriKind.Relative));
        using var signIn = await PortalFixture.PostFormAsync(portal.Anonymous(), "/account/login", "login", new() { ["Input.Email"] = viewer.Email, ["Input.Password"] = PortalFixture.Password });

        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
        Assert.True(Assert.Single(await Users().ListAsync(CancellationToken.None)).IsDisabled);
    }

    [Fact]
    public async Task SetRoleAsync_a_lower_role_weakens_the_persons_tokens()
    {
        await portal.EnsureUserAsync("other@example.com", PortalRoles.Administrator);
        using var client = await portal.WithTokenAsync(PortalRoles.Reviewer);
        var reviewer = (await Users().ListAsync(CancellationToken.None)).Single(user => user.Role == PortalRoles.Reviewer);

        await Users().SetRoleAsync(reviewer.Id, PortalRoles.Viewer, Actor, CancellationToken.None);
        using var content = new StringContent("{}", null, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/v1/audits", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    private UserAdministration Users() => new(
        portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>(),
        portal.Services.GetRequiredService<IServiceScopeFactory>(),
        TimeProvider.System,
        portal.Services.GetRequiredService<IOptions<PortalOptions>>(),
        portal.Services.GetRequiredService<IOptions<DataProtectionTokenProviderOptions>>(),
        new Address());

    private sealed class Address : NavigationManager
    {
        public Address() => Initialize("http://localhost/", "http://localhost/");
    }
}
