using Microsoft.Playwright;

namespace EksSecurityPortal.Browser.Tests;

/// <summary>One portal and one Chromium for all tests of the project.</summary>
public sealed class PortalInBrowser : IAsyncLifetime
{
    public const string Collection = "browser";

    private readonly Dictionary<ColorScheme, Visitor> visitors = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public DemoServer Server { get; } = new();

    public Guid FirstAudit { get; private set; }

    public async Task InitializeAsync()
    {
        if (Chromium.ExecutablePath is null && !Chromium.IsRequired)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        FirstAudit = await Server.StartAndAuditAsync();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>The one tab of a theme, so that the pages' tests do not open a browser context each.</summary>
    public async Task<Visitor> VisitorAsync(ColorScheme theme)
    {
        if (!visitors.TryGetValue(theme, out var visitor))
        {
            visitors[theme] = visitor = await NewVisitorAsync(theme);
        }

        return visitor;
    }

    /// <summary>A tab with cookies and size of its own.</summary>
    public async Task<Visitor> NewVisitorAsync(ColorScheme theme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Server.Address.ToString(), ViewportSize = Visitor.Desktop, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        return new(await context.NewPageAsync());
    }

    /// <summary>The address of a page that tests name: words for those whose address the demo decides.</summary>
    public async Task<string> AddressAsync(string name) => name switch
    {
        "a finding" => "/findings/" + (await Server.ListAsync("findings?pageSize=1"))[0].GetProperty("id").GetString(),
        "an audit" => $"/audits/{FirstAudit}",
        _ => name,
    };
}

[CollectionDefinition(PortalInBrowser.Collection)]
public sealed class BrowserTests : ICollectionFixture<PortalInBrowser>;
