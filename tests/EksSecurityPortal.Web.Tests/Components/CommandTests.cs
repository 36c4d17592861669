using Bunit;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Audit;
using EksSecurityPortal.Web.Components.Fleet;
using EksSecurityPortal.Web.Components.Pages;
using EksSecurityPortal.Web.Tests.Components.Fakes;
using MudBlazor;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Components;

/// <summary>What people do on pages reaches the services, and refusals reach the people.</summary>
public sealed class CommandTests : PageTest
{
    [Fact]
    public async Task Run_audit_starts_everything_and_opens_the_audit()
    {
        var dialogs = RenderProviders();
        var button = Render<RunAuditButton>();

        // ends when the dialog does
        var clicked = button.Find("button").ClickAsync(new());
        await dialogs.WaitForElement(".mud-dialog .primary").ClickAsync(new());

        dialogs.WaitForAssertion(() => Assert.EndsWith(PortalUrls.Audit(Samples.AuditId), Navigation.Uri, StringComparison.Ordinal));
        await clicked;
        Assert.Equal(["start by ana@example.com"], Commands.Done);
        Assert.Empty(Commands.Scope!.AccountIds); // set by the start above
    }

    [Fact]
    public async Task A_refused_audit_says_why_and_stays_open()
    {
        Commands.Errors = [new("regions", "'eu-cent' is no region. Use a code such as eu-central-1.")];
        var dialogs = RenderProviders();
        var button = Render<RunAuditButton>();

        // ends when the dialog does
        var clicked = button.Find("button").ClickAsync(new());
        await dialogs.WaitForElement(".mud-dialog .primary").ClickAsync(new());

        dialogs.WaitForAssertion(() => Assert.Contains("is no region", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("/audits/", Navigation.Uri, StringComparison.Ordinal);
        Assert.False(clicked.IsCompleted);
    }

    [Fact]
    public void A_new_account_has_an_external_id_in_form_and_files()
    {
        var page = Open<NewAccount>("/accounts/new");

        Assert.Contains(page.FindAll("input"), input => input.GetAttribute("value") == Commands.NewExternalId());
        Assert.Equal(5, Links(page).Count(link => link.Contains($"externalId={Commands.NewExternalId()}", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_refused_account_shows_the_message_at_its_field()
    {
        Commands.Errors = [new("roleArn", "'x' is no role ARN; it begins with arn:aws:iam::.")];
        var page = Open<NewAccount>("/accounts/new");

        page.FindAll("button").Single(button => button.TextContent.Contains("Add the account", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Contains("is no role ARN", page.Markup, StringComparison.Ordinal));
        Assert.EndsWith("/accounts/new", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_test_answers_permission_by_permission_without_storing()
    {
        var page = Open<NewAccount>("/accounts/new");

        page.FindAll("button").Single(button => button.TextContent.Contains("Test the connection", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Contains("1 permission granted, 1 denied, 1 not testable", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["test"], Commands.Done);
    }

    [Fact]
    public async Task A_schedule_previews_its_next_runs_while_it_is_typed()
    {
        var dialogs = RenderProviders();
        var page = Open<Schedules>("/schedules");

        // ends when the dialog does
        var clicked = page.Find("button[aria-label^=Edit]").ClickAsync(new());
        dialogs.WaitForAssertion(() => Assert.Contains("2026-11-25 09:00:00 (UTC)", dialogs.Markup, StringComparison.Ordinal));
        await dialogs.FindAll(".mud-dialog input")[1].InputAsync(new() { Value = "* *" });

        dialogs.WaitForAssertion(() => Assert.Contains("is no cron expression", dialogs.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("2026-11-25", dialogs.Markup, StringComparison.Ordinal);
        Assert.False(clicked.IsCompleted);
    }

    [Fact]
    public void A_new_token_is_shown_once()
    {
        var page = Open<Tokens>("/settings/tokens");

        page.Find("form input").Change("grafana");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("esp_secret", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["token grafana for 30 days"], Commands.Done);
        Assert.DoesNotContain("esp_secret", Open<Tokens>("/settings/tokens").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_change_is_asked_of_the_service()
    {
        var page = Open<Users>("/settings/users");

        page.FindAll("td select")[1].Change("Reviewer");

        Assert.Equal(["u-2 becomes Reviewer"], Commands.Done);
        Assert.True(page.FindAll("td select")[0].HasAttribute("disabled"));
    }

    [Fact]
    public void An_audit_page_follows_the_live_progress()
    {
        Queries.Audit = new(Samples.Audit(AuditState.Running), [Samples.Run(RunState.Running)], true);
        var page = Open<AuditPage>("/audits/x", parameters => parameters.Add(p => p.AuditId, Samples.AuditId));

        Feed.Play(Progress(12));

        page.WaitForAssertion(() => Assert.Equal("12", page.Find("[role=progressbar]").GetAttribute("aria-valuenow")));
        Assert.Contains("Workloads", page.Find(".parts").TextContent, StringComparison.Ordinal);
        Assert.Contains("1,200", page.Find(".parts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_of_another_audit_is_not_shown()
    {
        Queries.Audit = new(Samples.Audit(AuditState.Running), [Samples.Run(RunState.Running)], true);
        var page = Open<AuditPage>("/audits/x", parameters => parameters.Add(p => p.AuditId, Samples.AuditId));

        Feed.Play(Progress(12) with { AuditId = Guid.Empty });

        Assert.Equal("51", page.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
    }

    private static RunProgress Progress(int done) => new(
        Samples.AuditId, Samples.Run().Id, Samples.Run().ClusterArn, RunState.Running,
        new Dictionary<SnapshotPart, PartProgress> { [SnapshotPart.Workloads] = new(SnapshotPart.Workloads, PartState.Reading, 1200) }, done, 54, "reading");
}
