using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EksSecurityPortal.Browser.Tests;

/// <summary>What a person does with the pages.</summary>
[Collection(PortalInBrowser.Collection)]
public sealed class InteractionTests(PortalInBrowser portal)
{
    private const float AuditLimit = 90_000;

    [BrowserFact]
    public async Task Findings_filter_goes_to_the_address_and_survives_a_reload()
    {
        await using var visitor = await portal.NewVisitorAsync();
        var page = visitor.Page;
        await visitor.OpenAsync("/findings");
        var rows = page.Locator("#content tbody tr");

        await page.Locator("a.facet[href*='severity=critical']").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("severity=critical"));
        await page.Locator("[data-search]").FillAsync("orders");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=orders"));
        await visitor.SettleAsync();
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        await Assertions.Expect(rows.Filter(new() { HasNotTextString = "orders" })).ToHaveCountAsync(0);
        var before = await rows.AllInnerTextsAsync();

        await page.ReloadAsync();
        await visitor.SettleAsync();

        await Assertions.Expect(page.Locator("[data-search]")).ToHaveValueAsync("orders");
        await Assertions.Expect(page.Locator("a.facet[aria-current=true]").First).ToContainTextAsync("Critical");
        await Assertions.Expect(rows).ToHaveCountAsync(before.Count);
        Assert.All(await rows.AllInnerTextsAsync(), row => Assert.Contains("Critical", row, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Audit_of_one_cluster_shows_live_progress_and_ends()
    {
        await using var visitor = await portal.NewVisitorAsync();
        var page = visitor.Page;
        // its Kubernetes API never answers: the audit waits for the connection's time-out, long enough to be seen running
        await visitor.OpenAsync(DemoClusters.Unreachable);

        await page.GetByRole(AriaRole.Button, new() { Name = "Audit this cluster" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run now" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/audits/[0-9a-f-]{36}"));

        // no reload from here on: what changes was pushed
        await Assertions.Expect(page.Locator("#content .run .progress")).ToBeVisibleAsync(new() { Timeout = AuditLimit });
        await Assertions.Expect(page.Locator("#content .run .parts span em").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#content")).ToContainTextAsync("1 of 1", new() { Timeout = AuditLimit });
        await Assertions.Expect(page.Locator("#content .run")).ToContainTextAsync("resolved", new() { Timeout = AuditLimit });
        Assert.Empty(visitor.Complaints());
    }

    [BrowserFact]
    public async Task Run_audit_dialog_is_accessible_and_escape_closes_it()
    {
        await using var visitor = await portal.NewVisitorAsync();
        var page = visitor.Page;
        await visitor.OpenAsync("/audits");

        await page.GetByRole(AriaRole.Button, new() { Name = "Run audit" }).First.ClickAsync();
        await page.Locator(".mud-dialog .choices input").First.WaitForAsync();
        Assert.Empty(await visitor.BrokenRulesAsync());

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    [BrowserTheory]
    [InlineData("/findings")]
    [InlineData("/clusters")]
    public async Task Slash_on_a_list_focuses_its_search(string address)
    {
        await using var visitor = await portal.NewVisitorAsync();
        await visitor.OpenAsync(address);

        await visitor.Page.Keyboard.PressAsync("/");

        await Assertions.Expect(visitor.Page.Locator("[data-search]")).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-search]")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task Tab_reaches_the_skip_link_first_then_menu_theme_and_main_action()
    {
        await using var visitor = await portal.NewVisitorAsync();
        await visitor.OpenAsync("/");

        var reached = new List<string>();
        for (var press = 0; press < 30; press++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            reached.Add(await visitor.Page.EvaluateAsync<string>("() => (document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText ?? '').trim()"));
        }

        Assert.Equal("Skip to the content", reached[0]);
        Assert.Contains("Findings", reached);
        Assert.Contains("Use the dark theme", reached);
        Assert.Contains("Run audit", reached);
    }

    [BrowserFact]
    public async Task Theme_chosen_by_hand_is_kept_after_a_reload()
    {
        await using var visitor = await portal.NewVisitorAsync();
        await visitor.OpenAsync("/");

        await visitor.Page.Locator("#theme").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visitor.Page.ReloadAsync();
        await visitor.SettleAsync();

        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Empty(visitor.Complaints());
    }

    [BrowserFact]
    public async Task Menu_on_a_phone_opens_and_closes_with_the_page()
    {
        await using var visitor = await portal.NewVisitorAsync();
        var page = visitor.Page;
        await visitor.ResizeAsync(Visitor.Phone);
        await visitor.OpenAsync("/");
        await Assertions.Expect(page.Locator("#rail nav")).Not.ToBeInViewportAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Coverage", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/coverage$"));

        await Assertions.Expect(page.Locator("#rail nav")).Not.ToBeInViewportAsync();
    }
}
