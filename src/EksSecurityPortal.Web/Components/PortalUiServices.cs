using EksSecurityPortal.Web.Components.Layout;
using EksSecurityPortal.Web.Components.Controls;
using MudBlazor;
using MudBlazor.Services;

namespace EksSecurityPortal.Web.Components;

/// <summary>What the pages need of the host.</summary>
public sealed class PortalUiOptions
{
    /// <summary>Shows the banner that says that nothing here is real.</summary>
    public bool IsDemo { get; set; }
}

public static class PortalUiServices
{
    /// <summary>Razor components with the interactive server, MudBlazor, and the services of the pages.</summary>
    public static IServiceCollection AddPortalUi(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            options.SnackbarConfiguration.VisibleStateDuration = 6000;
            options.SnackbarConfiguration.PreventDuplicates = true;
        });
        services.AddCascadingAuthenticationState();
        services.AddOptions<PortalUiOptions>();
        services.AddScoped<BrowserTime>();
        services.AddScoped<PortalScript>();
        services.AddScoped<CurrentUser>();
        return services;
    }
}
