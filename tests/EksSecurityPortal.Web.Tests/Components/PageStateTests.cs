using Bunit;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Pages;
using EksSecurityPortal.Web.Tests.Components.Fakes;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Components;

/// <summary>Every page that reads has four states, and none of them lets a hostile name become markup.</summary>
public sealed class PageStateTests : PageTest
{
    public static TheoryData<string, string, string> Pages { get; } = new()
    {
        { nameof(Overview), "Fleet posture", "Connect the first AWS account" },
        { nameof(Clusters), "812 pods", "No cluster is known yet" },
        { nameof(ClusterPage), "At a glance", "The portal does not know this cluster" },
        { nameof(Findings), "publicAccessCidrs holds", "No open findings" },
        { nameof(FindingPage), "What was found", "There is no such finding" },
        { nameof(Audits), "ana@example.com", "No audit has run yet" },
        { nameof(AuditPage), "came back", "There is no such audit" },
        { nameof(Schedules), "0 2 * * *", "Nothing is scheduled" },
        { nameof(Accounts), "Shop production", "No account is connected" },
        { nameof(AccountPage), "How it is entered", "This account is not connected" },
        { nameof(Coverage), "Grants that unlock most", "Nothing has been read yet" },
        { nameof(Events), "Audit started", "Nothing has happened yet" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_shows_what_was_read(string page, string loaded, string empty)
    {
        var shown = RenderPage(page);

        shown.WaitForAssertion(() => Assert.Contains(loaded, shown.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(empty, shown.Markup, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll(".bones"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_shows_a_skeleton_while_it_reads(string page, string loaded, string empty)
    {
        Queries.Gate = new TaskCompletionSource().Task;

        var shown = RenderPage(page);

        Assert.NotEmpty(shown.FindAll(".bones[role=status]"));
        Assert.DoesNotContain(loaded, shown.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(empty, shown.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_says_why_it_is_empty(string page, string loaded, string empty)
    {
        RemoveEverything();

        var shown = RenderPage(page);

        shown.WaitForAssertion(() => Assert.Contains(empty, shown.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, shown.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Retry_after_a_failure_reads_again(string page, string loaded, string empty)
    {
        Queries.Gate = Task.FromException(new TimeoutException("Host=db;Password=secret"));
        var shown = RenderPage(page);
        shown.WaitForAssertion(() => Assert.Contains("could not be read", shown.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", shown.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(empty, shown.Markup, StringComparison.Ordinal);

        Queries.Gate = Task.CompletedTask;
        foreach (var button in shown.FindAll("[role=alert] button").ToList())
        {
            button.Click();
        }

        shown.WaitForAssertion(() => Assert.Contains(loaded, shown.Markup, StringComparison.Ordinal));
        Assert.Empty(shown.FindAll("[role=alert]"));
    }

    [Theory]
    [InlineData(nameof(Overview))]
    [InlineData(nameof(FindingPage))]
    [InlineData(nameof(Events))]
    [InlineData(nameof(Users))]
    [InlineData(nameof(Tokens))]
    public void Hostile_names_are_text(string page)
    {
        var shown = RenderPage(page);

        shown.WaitForAssertion(() => Assert.Contains("&lt;img src=x", shown.Markup, StringComparison.Ordinal));
        Assert.Empty(shown.FindAll("img"));
        Assert.DoesNotContain('\u202E', shown.Markup);
        Assert.DoesNotContain('\u0007', shown.Markup);
        Assert.Contains("⟨U+202E⟩", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_over_an_older_answer_keeps_the_answer()
    {
        var shown = RenderPage(nameof(Overview));
        shown.WaitForAssertion(() => Assert.Contains("Fleet posture", shown.Markup, StringComparison.Ordinal));

        Queries.Gate = Task.FromException(new TimeoutException());
        Feed.PlayChange(Samples.AuditId);

        shown.WaitForAssertion(() => Assert.Contains("last good answer", shown.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Fleet posture", shown.Markup, StringComparison.Ordinal);
    }

    private void RemoveEverything()
    {
        Queries.Overview = Samples.Overview() with { AccountCount = 0, ClusterCount = 0 };
        Queries.Clusters = new([], 0);
        Queries.Findings = new([], 0);
        Queries.Audits = new([], 0);
        Queries.Events = new([], 0);
        (Queries.Cluster, Queries.Finding, Queries.Audit) = (null, null, null);
        (Queries.Accounts, Queries.Schedules) = ([], []);
        Queries.Coverage = new(new([], 0), [], [], [], 0, 0);
    }

    private IRenderedComponent<IComponent> RenderPage(string page) => page switch
    {
        nameof(Overview) => Open<Overview>("/"),
        nameof(Clusters) => Open<Clusters>(PortalUrls.ClustersRoute),
        nameof(ClusterPage) => Open<ClusterPage>(PortalUrls.Cluster("111122223333", "eu-central-1", "shop"), parameters => parameters.Add(p => p.AccountId, "111122223333").Add(p => p.Region, "eu-central-1").Add(p => p.Name, "shop")),
        nameof(Findings) => Open<Findings>(PortalUrls.FindingsRoute),
        nameof(FindingPage) => Open<FindingPage>(PortalUrls.Finding("f-1"), parameters => parameters.Add(p => p.FindingId, "f-1")),
        nameof(Audits) => Open<Audits>(PortalUrls.AuditsRoute),
        nameof(AuditPage) => Open<AuditPage>(PortalUrls.Audit(Samples.AuditId), parameters => parameters.Add(p => p.AuditId, Samples.AuditId)),
        nameof(Schedules) => Open<Schedules>(PortalUrls.SchedulesRoute),
        nameof(Accounts) => Open<Accounts>(PortalUrls.AccountsRoute),
        nameof(AccountPage) => Open<AccountPage>(PortalUrls.Account("111122223333"), parameters => parameters.Add(p => p.AccountId, "111122223333")),
        nameof(Coverage) => Open<Coverage>(PortalUrls.CoverageRoute),
        nameof(Users) => Open<Users>(PortalUrls.UsersRoute),
        nameof(Tokens) => Open<Tokens>(PortalUrls.TokensRoute),
        _ => Open<Events>(PortalUrls.EventsRoute),
    };
}
