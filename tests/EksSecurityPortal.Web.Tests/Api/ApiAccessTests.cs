using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Web.Auth;
using EksSecurityPortal.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Api;

public sealed class ApiAccessTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/api/v1/accounts")]
    [InlineData("/api/v1/clusters")]
    [InlineData("/api/v1/findings")]
    [InlineData("/api/v1/coverage")]
    [InlineData("/api/v1/audits")]
    [InlineData("/api/v1/openapi.json")]
    public async Task Reading_needs_a_token_and_any_role_suffices(string path)
    {
        using var stranger = portal.Anonymous();
        using var viewer = await portal.WithTokenAsync(PortalRoles.Viewer);

        using var refused = await stranger.GetAsync(new Uri(path, UriKind.Relative));
        using var answered = await viewer.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.StartsWith("application/json", answered.Content.Headers.ContentType?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PortalRoles.Viewer, HttpStatusCode.Forbidden)]
    [InlineData(PortalRoles.Reviewer, HttpStatusCode.BadRequest)]
    [InlineData(PortalRoles.Administrator, HttpStatusCode.BadRequest)]
    public async Task Starting_an_audit_needs_a_reviewer_and_accounts(string role, HttpStatusCode expected)
    {
        using var client = await portal.WithTokenAsync(role);

        using var answer = await client.PostAsJsonAsync(new Uri("/api/v1/audits", UriKind.Relative), new { });

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once()
    {
        var user = await portal.EnsureUserAsync("viewer@example.com", PortalRoles.Viewer);
        await using var scope = portal.Services.CreateAsyncScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IApiTokens>();
        var made = await tokens.CreateAsync(user.UserName!, "to be revoked", 1, CancellationToken.None);
        using var client = portal.Bearing(made.Value!.Secret);
        using var before = await client.GetAsync(new Uri("/api/v1/clusters", UriKind.Relative));

        await tokens.RevokeAsync(user.UserName!, made.Value.Row.Id, CancellationToken.None);
        using var after = await client.GetAsync(new Uri("/api/v1/clusters", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task A_token_is_stored_as_its_hash_only()
    {
        var user = await portal.EnsureUserAsync("viewer@example.com", PortalRoles.Viewer);
        await using var scope = portal.Services.CreateAsyncScope();

        var made = await scope.ServiceProvider.GetRequiredService<IApiTokens>().CreateAsync(user.UserName!, "hash only", 1, CancellationToken.None);

        var stored = JsonSerializer.Serialize(await portal.StoredTokensAsync());
        Assert.DoesNotContain(made.Value!.Secret, stored, StringComparison.Ordinal);
        Assert.Contains(made.Value.Row.Prefix, stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/findings?severity=severe", "severe")]
    [InlineData("/api/v1/findings?page=0", "'0'")]
    [InlineData("/api/v1/clusters?pageSize=10000", "10000")]
    [InlineData("/api/v1/coverage?reason=because", "because")]
    public async Task A_wrong_parameter_is_a_problem_that_names_its_value(string path, string value)
    {
        using var client = await portal.WithTokenAsync(PortalRoles.Viewer);

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(value, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/findings/unknown")]
    [InlineData("/api/v1/audits/0197e2a0-0000-7000-8000-000000000000")]
    [InlineData("/api/v1/clusters/111122223333/us-east-1/none")]
    [InlineData("/api/v1/accounts/111122223333")]
    public async Task What_does_not_exist_is_a_JSON_problem(string path)
    {
        using var client = await portal.WithTokenAsync(PortalRoles.Viewer);

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}
