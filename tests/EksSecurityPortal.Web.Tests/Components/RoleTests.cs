using Bunit;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Layout;
using EksSecurityPortal.Web.Components.Pages;
using EksSecurityPortal.Web.Tests.Components.Fakes;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Components;

/// <summary>What a role may not do is not offered.</summary>
public sealed class RoleTests : PageTest
{
    [Fact]
    public void A_viewer_is_not_offered_an_audit()
    {
        Assert.Contains("Run audit", Open<Audits>("/audits").Markup, StringComparison.Ordinal);

        BecomeViewer();

        Assert.DoesNotContain("Run audit", Open<Audits>("/audits").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_viewer_cannot_cancel()
    {
        Queries.Audit = new(Samples.Audit(AuditState.Running), [Samples.Run(RunState.Running)], true);
        BecomeViewer();

        var page = Open<AuditPage>("/audits/x", parameters => parameters.Add(p => p.AuditId, Samples.AuditId));

        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Cancel", StringComparison.Ordinal));
    }

    [Fact]
    public void A_viewer_sees_accounts_without_forms()
    {
        BecomeViewer();

        var page = Open<AccountPage>("/accounts/111122223333", parameters => parameters.Add(p => p.AccountId, "111122223333"));

        Assert.Contains("EksSecurityPortalReader", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input"));
        Assert.DoesNotContain("Remove the account", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("x7Jp", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Add an account", Open<Accounts>("/accounts").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_viewer_sees_schedules_without_actions()
    {
        BecomeViewer();

        var page = Open<Schedules>("/schedules");

        Assert.Contains("nightly", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public void Declared_items_are_read_only_even_for_an_administrator()
    {
        Queries.Schedules = [Samples.Schedule() with { IsDeclared = true }];
        Queries.Accounts = [Samples.Account() with { IsDeclared = true }];

        Assert.Empty(Open<Schedules>("/schedules").FindAll("td button"));
        var account = Open<AccountPage>("/accounts/111122223333", parameters => parameters.Add(p => p.AccountId, "111122223333"));
        Assert.Empty(account.FindAll("input"));
        Assert.Contains("Declared in the configuration", account.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_menu_leads_a_viewer_to_no_administration()
    {
        BecomeViewer();

        var links = Links(Render<Rail>());

        Assert.DoesNotContain(PortalUrls.UsersRoute, links);
        Assert.DoesNotContain(PortalUrls.EventsRoute, links);
        Assert.Contains(PortalUrls.CoverageRoute, links);
    }
}
