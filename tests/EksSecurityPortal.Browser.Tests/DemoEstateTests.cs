using Microsoft.Playwright;

namespace EksSecurityPortal.Browser.Tests;

/// <summary>What a visitor of the demo must be able to see of its estate.</summary>
[Collection(PortalInBrowser.Collection)]
public sealed class DemoEstateTests(PortalInBrowser portal)
{
    [BrowserFact]
    public async Task Clusters_after_the_first_audit_shows_all_seven()
    {
        await using var visitor = await portal.NewVisitorAsync();

        await visitor.OpenAsync("/clusters");

        foreach (var name in DemoClusters.AllNames)
        {
            await Assertions.Expect(visitor.Page.Locator("#content tbody a", new() { HasTextString = name }).First).ToBeVisibleAsync();
        }

        await Assertions.Expect(visitor.Page.Locator("#content tbody tr")).ToHaveCountAsync(DemoClusters.AllNames.Count);
    }

    [BrowserFact]
    public async Task Cluster_whose_endpoint_is_unreachable_says_so_and_names_the_gap()
    {
        await using var visitor = await portal.NewVisitorAsync();

        await visitor.OpenAsync(DemoClusters.Unreachable);
        await Assertions.Expect(visitor.Page.Locator("#content")).ToContainTextAsync("The Kubernetes API was not reached");

        await visitor.OpenAsync(DemoClusters.Unreachable + "/runs");
        await Assertions.Expect(visitor.Page.Locator("#content")).ToContainTextAsync("Kubernetes");
        await Assertions.Expect(visitor.Page.Locator("#content")).ToContainTextAsync("unreachable", new() { IgnoreCase = true });
    }

    [BrowserFact]
    public async Task Coverage_of_the_denied_account_lists_the_grants_that_unlock_it()
    {
        await using var visitor = await portal.NewVisitorAsync();

        await visitor.OpenAsync("/coverage");

        var content = visitor.Page.Locator("#content");
        foreach (var grant in new[] { "iam:GetAccountAuthorizationDetails", "eks:ListAccessEntries", "ec2:DescribeFlowLogs" })
        {
            await Assertions.Expect(content).ToContainTextAsync(grant);
        }
    }
}
