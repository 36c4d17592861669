using Microsoft.Playwright;

namespace EksSecurityPortal.Browser.Tests;

/// <summary>Every page, in both themes, on a desktop and on a phone.</summary>
[Collection(PortalInBrowser.Collection)]
public sealed class PageTests(PortalInBrowser portal)
{
    private static readonly string[] Plain =
    [
        "/", "/clusters", "/findings", "a finding", "/audits", "an audit", "/schedules", "/accounts", "/accounts/777788889999", "/accounts/new", "/coverage", "/settings/users",
        "/settings/tokens", "/events", "/account/login", "/account/denied",
    ];

    public static TheoryData<string> Pages => [.. Plain, .. DemoClusters.Shown.SelectMany(DemoClusters.PagesOf)];

    /// <summary>The worst cluster shows every colour there is; the others add nothing but time.</summary>
    public static TheoryData<string> PagesOfEveryColour => [.. Plain, .. DemoClusters.PagesOf(DemoClusters.Bad)];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_in_light_is_clean_accessible_and_fits_a_phone(string page)
    {
        var visitor = await OpenAsync(page, ColorScheme.Light);

        Assert.Empty(await visitor.BrokenRulesAsync());
        await AssertFitsPhoneAsync(visitor, page, ColorScheme.Light);
        Assert.Empty(visitor.Complaints());
    }

    /// <remarks>The theme changes colours only, so only the rule on colours is asked again.</remarks>
    [BrowserTheory]
    [MemberData(nameof(PagesOfEveryColour))]
    public async Task Page_in_dark_is_clean_readable_and_fits_a_phone(string page)
    {
        var visitor = await OpenAsync(page, ColorScheme.Dark);

        Assert.Empty(await visitor.BrokenRulesAsync("color-contrast"));
        await AssertFitsPhoneAsync(visitor, page, ColorScheme.Dark);
        Assert.Empty(visitor.Complaints());
    }

    private async Task<Visitor> OpenAsync(string page, ColorScheme theme)
    {
        var visitor = await portal.VisitorAsync(theme);
        await visitor.ResizeAsync(Visitor.Desktop);
        await visitor.OpenAsync(await portal.AddressAsync(page));
        Assert.NotEmpty((await visitor.Page.Locator("h1").First.InnerTextAsync()).Trim());
        await Screenshots.TakeAsync(visitor.Page, page, theme);
        return visitor;
    }

    private static async Task AssertFitsPhoneAsync(Visitor visitor, string page, ColorScheme theme)
    {
        await visitor.ResizeAsync(Visitor.Phone);
        await Screenshots.TakeAsync(visitor.Page, page, theme);
        Assert.Empty(await visitor.OverflowAsync());
    }
}
