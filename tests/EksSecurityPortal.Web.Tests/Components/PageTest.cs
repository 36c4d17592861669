using Bunit;
using Bunit.TestDoubles;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Auth;
using EksSecurityPortal.Web.Components;
using EksSecurityPortal.Web.Components.Controls;
using EksSecurityPortal.Web.Tests.Components.Fakes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Components;

/// <summary>What a page needs around it: fakes of all services, a fixed clock, and an administrator who may be made less.</summary>
public abstract class PageTest : BunitContext, IAsyncLifetime
{
    private readonly BunitAuthorizationContext _authorization;

    protected PageTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddOptions<PortalUiOptions>();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddScoped<BrowserTime>();
        Services.AddScoped<PortalScript>();
        Services.AddScoped<CurrentUser>();
        Services.AddSingleton<IClusterQueries>(Queries);
        Services.AddSingleton<IFindingQueries>(Queries);
        Services.AddSingleton<IAuditQueries>(Queries);
        Services.AddSingleton<IAuditService>(Commands);
        Services.AddSingleton<IAccountService>(Commands);
        Services.AddSingleton<IScheduleService>(Commands);
        Services.AddSingleton<IUserAdministration>(Commands);
        Services.AddSingleton<IApiTokens>(Commands);
        Services.AddSingleton<IProgressFeed>(Feed);
        _authorization = AddAuthorization();
        _authorization.SetAuthorized("ana@example.com");
        _authorization.SetPolicies(PortalPolicies.View, PortalPolicies.Review, PortalPolicies.Administer);
    }

    internal FakeQueries Queries { get; } = new();

    internal FakeCommands Commands { get; } = new();

    internal FakeFeed Feed { get; } = new();

    internal FakeTimeProvider Clock { get; } = new(Snapshots.Now);

    protected BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    public Task InitializeAsync() => Task.CompletedTask;

    // MudBlazor's key interceptor disposes asynchronously only
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    protected void BecomeViewer() => _authorization.SetPolicies(PortalPolicies.View);

    /// <summary>The page at an address, so that its query parameters are those of the address.</summary>
    protected IRenderedComponent<T> Open<T>(string url, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        Navigation.NavigateTo(url);
        return Render<T>(parameters ?? (_ => { }));
    }

    /// <summary>Dialogs, popovers and messages appear in what this answers.</summary>
    protected IRenderedComponent<MudDialogProvider> RenderProviders()
    {
        Render<MudPopoverProvider>();
        Render<MudSnackbarProvider>();
        return Render<MudDialogProvider>();
    }

    /// <summary>Addresses of all links on it.</summary>
    protected static IReadOnlyList<string> Links(IRenderedComponent<IComponent> component) =>
        [.. component.FindAll("a[href]").Select(link => link.GetAttribute("href") ?? "")];
}
