using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Web.Demo;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace EksSecurityPortal.Web.Auth;

/// <summary>Who may come in: local accounts by cookie, API tokens by header, and in the demo everybody on loopback.</summary>
public static class IdentityServices
{
    /// <summary>Passwords of local accounts, here and on the pages that ask for one.</summary>
    public const int MinimumPasswordLength = 12;

    public static IServiceCollection AddPortalIdentity(this IServiceCollection services, bool isDemo)
    {
        services.AddCascadingAuthenticationState();
        var authentication = services.AddAuthentication(options => options.DefaultScheme = isDemo ? DemoAuthentication.Scheme : IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(ConfigureCookie));
        authentication.AddScheme<AuthenticationSchemeOptions, ApiTokenAuthentication>(ApiTokenAuthentication.Scheme, null);
        if (isDemo)
        {
            authentication.AddScheme<AuthenticationSchemeOptions, DemoAuthentication>(DemoAuthentication.Scheme, null);
        }
        else
        {
            services.AddScoped<AuthenticationStateProvider, SecurityStampValidation>();
        }

        services.AddIdentityCore<PortalUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // length beats composition rules (NIST SP 800-63B)
                options.Password.RequiredLength = MinimumPasswordLength;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireDigit = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        AddPolicies(services, isDemo);
        return services;
    }

    private static void AddPolicies(IServiceCollection services, bool isDemo)
    {
        var cookie = isDemo ? DemoAuthentication.Scheme : IdentityConstants.ApplicationScheme;
        var builder = services.AddAuthorizationBuilder();
        foreach (var policy in new[] { PortalPolicies.View, PortalPolicies.Review, PortalPolicies.Administer })
        {
            builder.AddPolicy(policy, rules => rules.AddAuthenticationSchemes(cookie, ApiTokenAuthentication.Scheme).RequireRole(PortalPolicies.RolesOf(policy)));
        }

        // what names no policy still needs a signed-in person with a role
        builder.SetFallbackPolicy(new AuthorizationPolicyBuilder(cookie).RequireRole(PortalPolicies.RolesOf(PortalPolicies.View)).Build());
        builder.SetDefaultPolicy(new AuthorizationPolicyBuilder(cookie).RequireRole(PortalPolicies.RolesOf(PortalPolicies.View)).Build());
    }

    private static void ConfigureCookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions options)
    {
        options.LoginPath = "/account/login";
        options.AccessDeniedPath = "/account/denied";
        options.Cookie.Name = "eks-security-portal";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        // programs get a status, people get a page
        options.Events.OnRedirectToLogin = context => RedirectPeople(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => RedirectPeople(context, StatusCodes.Status403Forbidden);
    }

    private static Task RedirectPeople(RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
