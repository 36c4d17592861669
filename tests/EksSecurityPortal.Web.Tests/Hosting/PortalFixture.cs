using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Web.Auth;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Hosting;

/// <summary>The whole portal on an in-memory server with a database of its own, and people of every role.</summary>
public sealed class PortalFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "a long enough password";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-web-tests-");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:DataFolder", folder.FullName);
        // no AWS: nothing in these tests collects, and the credential chain must not look for the machine's own
        builder.UseSetting("Aws:ServiceUrl", "http://127.0.0.1:9");
        builder.UseSetting("Aws:AccessKey", "test");
        builder.UseSetting("Aws:SecretKey", "test");
    }

    /// <summary>A client that follows no redirects and keeps cookies.</summary>
    public HttpClient Anonymous() => CreateClient(new() { AllowAutoRedirect = false });

    public async Task<HttpClient> SignedInAsync(string role)
    {
        var email = $"{role.ToLowerInvariant()}@example.com";
        await EnsureUserAsync(email, role);
        var client = Anonymous();
        using var answer = await PostFormAsync(client, "/account/login", "login", new() { ["Input.Email"] = email, ["Input.Password"] = Password });
        return answer.StatusCode == System.Net.HttpStatusCode.Redirect
            ? client
            : throw new InvalidOperationException($"Signing in as {role} was answered with {answer.StatusCode}.");
    }

    public async Task<HttpClient> WithTokenAsync(string role)
    {
        var email = $"{role.ToLowerInvariant()}@example.com";
        await EnsureUserAsync(email, role);
        await using var scope = Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<IApiTokens>().CreateAsync(email, "test " + Guid.NewGuid(), 1, CancellationToken.None);
        return Bearing(made.Value!.Secret);
    }

    public HttpClient Bearing(string token)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Posts a form as a browser does: with the antiforgery token of the page that shows it.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(HttpClient client, string address, string formName, Dictionary<string, string> fields)
    {
        var page = await client.GetStringAsync(new Uri(address, UriKind.Relative));
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = token, ["_handler"] = formName });
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    public async Task<PortalUser> EnsureUserAsync(string email, string role)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        if (await users.FindByEmailAsync(email) is { } existing)
        {
            return existing;
        }

        var user = new PortalUser { UserName = email, Email = email, EmailConfirmed = true };
        var created = await users.CreateAsync(user, Password);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", created.Errors.Select(error => error.Description)));
        }

        await users.AddToRoleAsync(user, role);
        return user;
    }

    public async Task<List<ApiTokenEntity>> StoredTokensAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var databases = scope.ServiceProvider.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        await using var database = await databases.CreateDbContextAsync();
        return await database.ApiTokens.AsNoTracking().ToListAsync();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    // asynchronously: a blocking end would wait for continuations that need the very thread it blocks
    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
