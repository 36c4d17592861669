using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace EksSecurityPortal.Web.Components.Layout;

/// <summary>Frame of every interactive page. Theme and zone come from cookies, and from the browser on its first visit.</summary>
public sealed partial class MainLayout
{
    private Boundary? _boundary;
    private bool _isRailOpen;
    private bool? _isDark;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required PortalScript Script { get; init; }

    [Inject]
    public required BrowserTime Time { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [CascadingParameter]
    public InitialLook? Look { get; set; }

    protected override void OnInitialized()
    {
        Script.Locate(Assets["js/portal.js"]);
        Time.SetZone(Look?.TimeZone);
        _isDark = Look?.Theme switch { "dark" => true, "light" => false, _ => null };
        Navigation.LocationChanged += OnLocationChanged;
    }

    // a page that threw is forgotten when another one is opened
    protected override void OnParametersSet() => _boundary?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        var preferences = await Script.GetPreferencesAsync(CancellationToken.None);
        Time.SetZone(preferences?.TimeZone);
        _isDark = preferences?.IsDark ?? _isDark ?? false;
        StateHasChanged();
    }

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    private static string ThemeLabel(bool isDark) => isDark ? "Use the light theme" : "Use the dark theme";

    private void OnLocationChanged(object? sender, LocationChangedEventArgs location)
    {
        _isRailOpen = false;
        _ = InvokeAsync(StateHasChanged);
    }

    private async Task ToggleThemeAsync()
    {
        _isDark = _isDark != true;
        await Script.SetThemeAsync(_isDark == true, CancellationToken.None);
    }

    private Task FocusContentAsync() => Script.FocusAsync("#content", CancellationToken.None);

    private async Task ShowHelpAsync() => await Dialogs.ShowAsync<HelpDialog>("Keyboard shortcuts", new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseButton = true });
}
