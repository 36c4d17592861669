using System.Globalization;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Services.Scheduling;
using EksSecurityPortal.Web.Api;
using EksSecurityPortal.Web.Auth;
using EksSecurityPortal.Web.Components;
using EksSecurityPortal.Web.Onboarding;
using EksSecurityPortal.Web.Security;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Serilog;

namespace EksSecurityPortal.Web.Hosting;

/// <summary>The composition root, in the order in which the parts build on each other.</summary>
public static class PortalHost
{
    public static WebApplicationBuilder CreateBuilder(PortalArguments arguments)
    {
        var options = new WebApplicationOptions { Args = [.. arguments.Rest] };
        // a published portal has its wwwroot beside it and may be started from any folder
        return WebApplication.CreateBuilder(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"))
            ? new() { Args = options.Args, ContentRootPath = AppContext.BaseDirectory }
            : options);
    }

    public static void AddPortal(this WebApplicationBuilder builder, bool isDemo)
    {
        builder.Host.UseSerilog((context, log) => log
            .ReadFrom.Configuration(context.Configuration)
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture));
        var services = builder.Services;
        var configuration = builder.Configuration;
        services.AddSingleton(TimeProvider.System);
        services.Configure<PortalOptions>(configuration.GetSection(PortalOptions.Section));
        services.AddPersistence(configuration);
        services.AddCollection(configuration);
        services.AddPosture();
        services.AddQueries();
        services.AddScheduling(configuration);
        services.AddPortalIdentity(isDemo);
        services.AddScoped<FirstAdministrator>();
        services.AddSingleton<SetupLink>();
        services.AddScoped<IUserAdministration, UserAdministration>();
        services.AddScoped<IApiTokens, ApiTokens>();
        if (!isDemo)
        {
            services.AddHostedService<FirstAdministratorStartup>();
        }

        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "EKS Security Portal API";
            document.Info.Version = "v1";
            return Task.CompletedTask;
        }));
        services.AddProblemDetails();
        services.AddSignInLimits();
        services.AddPortalUi();
        services.Configure<PortalUiOptions>(options => options.IsDemo = isDemo);
    }

    public static void UsePortal(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        // people who ask for a page get one; programs, and whoever posts, keep the bare status
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseCrossSiteGuard();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        if (app.Services.GetRequiredService<IOptions<JobsOptions>>().Value.Role == PortalRole.Worker)
        {
            return;
        }

        app.MapStaticAssets().AllowAnonymous();
        app.MapOpenApi("/api/{documentName}/openapi.json").RequireAuthorization(PortalPolicies.View);
        app.MapPortalApi();
        app.MapOnboarding();
        app.MapAccountEndpoints();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
