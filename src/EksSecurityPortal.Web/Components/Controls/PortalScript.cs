using Microsoft.JSInterop;

namespace EksSecurityPortal.Web.Components.Controls;

/// <param name="TimeZone">IANA name.</param>
public sealed record BrowserPreferences(string TimeZone, bool IsDark);

/// <summary>The functions of <c>js/portal.js</c>. One per circuit; quiet when the browser has gone.</summary>
public sealed class PortalScript(IJSRuntime runtime) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private string _address = "./js/portal.js";

    /// <summary>Address of the module as the page's assets name it (with its fingerprint).</summary>
    public void Locate(string address) => _address = address.StartsWith('.') || address.StartsWith('/') ? address : "./" + address;

    public async Task<BrowserPreferences?> GetPreferencesAsync(CancellationToken cancellationToken) =>
        await CallAsync<BrowserPreferences>("preferences", cancellationToken);

    public async Task SetThemeAsync(bool isDark, CancellationToken cancellationToken) => await CallAsync<object>("setTheme", cancellationToken, isDark);

    public async Task<bool> CopyAsync(string text, CancellationToken cancellationToken) => await CallAsync<bool>("copy", cancellationToken, text);

    public async Task FocusAsync(string selector, CancellationToken cancellationToken) => await CallAsync<object>("focus", cancellationToken, selector);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // the browser took the module with it
        }
    }

    private async Task<T?> CallAsync<T>(string function, CancellationToken cancellationToken, params object?[] arguments)
    {
        try
        {
            _module ??= await runtime.InvokeAsync<IJSObjectReference>("import", cancellationToken, _address);
            return _module is null ? default : await _module.InvokeAsync<T>(function, cancellationToken, arguments);
        }
        catch (JSDisconnectedException)
        {
            return default;
        }
    }
}
