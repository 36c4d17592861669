using Bunit;
using EksSecurityPortal.Services.Onboarding;
using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Controls;
using EksSecurityPortal.Web.Components.Pages;
using EksSecurityPortal.Web.Tests.Components.Fakes;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Components;

/// <summary>The address holds what a list shows, and nothing in an address can break a page.</summary>
public sealed class AddressTests : PageTest
{
    private const string Arn = "arn:aws:eks:eu-central-1:111122223333:cluster/shop";

    [Fact]
    public void Findings_state_survives_its_address()
    {
        var state = new FindingsPageState
        {
            Filter = new()
            {
                Severities = [Severity.Critical, Severity.High], Areas = [CheckArea.Identity], States = [FindingState.Resolved], AccountIds = ["111122223333"], Regions = ["eu-central-1"],
                ClusterArns = [Arn], CheckIds = ["IAM-001"], Namespace = "a&b=c", Text = "<script> ?#", OpenedInAudit = Samples.AuditId, ResolvedInAudit = Samples.AuditId,
            },
            Sort = new(FindingSortBy.Cluster, false),
            Page = 7,
        };

        var back = FindingsPageState.FromUri(new Uri("https://portal" + state.ToUrl()));

        Assert.Equivalent(state, back, strict: true);
        Assert.Equal(state.ToUrl(), back.ToUrl());
    }

    [Fact]
    public void Clusters_state_survives_its_address()
    {
        var state = new ClustersPageState { Account = "111122223333", Region = "us-east-1", Versions = ["1.33", "1.34"], Text = "a b&c", SortBy = ClusterSortBy.OpenFindings, Descending = true, Page = 3 };

        Assert.Equivalent(state, ClustersPageState.FromUri(new Uri("https://portal" + state.ToUrl())), strict: true);
    }

    [Theory]
    [InlineData("?severity=awful&severity=99&area=-1&sort=x&order=up&page=-5&opened=nope")]
    [InlineData("?page=99999999999999999999&severity=&q=")]
    [InlineData("?%00=%ff&severity[]=high")]
    public void Unknown_values_fall_back(string query)
    {
        var state = FindingsPageState.FromUri(new Uri("https://portal/findings" + query));

        Assert.False(state.IsFiltered);
        Assert.Equal(new FindingSort(), state.Sort);
        Assert.Equal(1, state.Page);
    }

    [Fact]
    public void Findings_page_asks_for_what_its_address_says()
    {
        Open<Findings>("/findings?severity=high&state=resolved&cluster=" + Uri.EscapeDataString(Arn) + "&sort=resource&order=asc&page=3");

        Assert.Equal([Severity.High], Queries.FindingFilter?.Severities);
        Assert.Equal([FindingState.Resolved], Queries.FindingFilter?.States);
        Assert.Equal([Arn], Queries.FindingFilter?.ClusterArns);
        Assert.Equal(new FindingSort(FindingSortBy.Resource, false), Queries.FindingSort);
        Assert.Equal(new PageRequest(100, 50), Queries.Rows);
    }

    [Fact]
    public void Findings_page_follows_its_address()
    {
        Open<Findings>("/findings");

        Navigation.NavigateTo("/findings?severity=low");

        Assert.Equal([Severity.Low], Queries.FindingFilter?.Severities);
    }

    [Fact]
    public void A_facet_links_to_the_list_with_its_value_in_and_out()
    {
        var off = Open<Findings>("/findings?area=identity");
        Assert.Contains("/findings?severity=critical&area=identity", Links(off));

        var on = Open<Findings>("/findings?severity=critical&area=identity");
        Assert.Equal("/findings?area=identity", on.Find("a.facet[aria-current=true]").GetAttribute("href"));
    }

    [Fact]
    public void A_heading_sorts_and_then_turns_round()
    {
        Assert.Contains("/findings?sort=cluster&order=asc", Links(Open<Findings>("/findings")));
        Assert.Contains("/findings?sort=cluster", Links(Open<Findings>("/findings?sort=cluster&order=asc")));
    }

    [Fact]
    public void The_next_page_keeps_the_filter()
    {
        Queries.Findings = new(Queries.Findings.Items, 120);

        var page = Open<Findings>("/findings?severity=high&page=2");

        Assert.Equal("/findings?severity=high&page=3", page.Find("a[rel=next]").GetAttribute("href"));
        Assert.Equal("/findings?severity=high", page.Find("a[rel=prev]").GetAttribute("href"));
    }

    [Fact]
    public void Typing_in_the_search_box_changes_the_address_after_a_pause()
    {
        var page = Open<Findings>("/findings?severity=high&page=4");

        page.Find("input[data-search]").Input(" cart ");
        Assert.DoesNotContain("q=cart", Navigation.Uri, StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromMilliseconds(400));

        page.WaitForAssertion(() => Assert.EndsWith("/findings?severity=high&q=cart", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void Clusters_page_asks_for_what_its_address_says()
    {
        Open<Clusters>("/clusters?account=111122223333&version=1.33&sort=age&order=desc&q=pay");

        Assert.Equivalent(new ClusterFilter { AccountIds = ["111122223333"], Versions = ["1.33"], Text = "pay", SortBy = ClusterSortBy.Age, Descending = true }, Queries.ClusterFilter, strict: true);
    }

    [Fact]
    public void Coverage_page_drops_a_reason_it_does_not_know()
    {
        Open<Coverage>("/coverage?reason=denied");
        Assert.Equal([GapReason.Denied], Queries.CoverageFilter?.Reasons);

        Open<Coverage>("/coverage?reason=whatever");
        Assert.Empty(Queries.CoverageFilter?.Reasons ?? [GapReason.Failed]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("")]
    public void An_arn_that_names_no_cluster_leads_to_the_list(string arn) => Assert.Equal("/clusters", PortalUrls.Cluster(arn));

    [Fact]
    public void Addresses_escape_their_values()
    {
        Assert.Equal("/clusters/1/eu/a%2Fb%3Fc", PortalUrls.Cluster("1", "eu", "a/b?c"));
        Assert.Equal("/findings/a%2F..%2Fb", PortalUrls.Finding("a/../b"));
        Assert.Equal("/clusters/111122223333/eu-central-1/shop/iam", PortalUrls.Cluster(Arn, "iam"));
        Assert.Equal("/accounts/new/onboarding/reader-role.tf?accountId=1&externalId=a%26b", PortalUrls.OnboardingDraft(OnboardingFiles.Terraform, "1", null, "a&b"));
    }

    [Fact]
    public void Numbers_on_the_overview_link_to_what_they_count()
    {
        var links = Links(Open<Overview>("/"));

        Assert.Contains("/findings?severity=critical", links);
        Assert.Contains("/findings?severity=high&area=networking", links);
        Assert.Contains($"/findings?state=open&state=resolved&opened={Samples.AuditId}", links);
        Assert.Contains("/findings?check=PAT-004", links);
        Assert.Contains("/clusters?version=1.31", links);
        Assert.Contains("/findings?severity=low&cluster=" + Uri.EscapeDataString(Arn), links);
    }
}
