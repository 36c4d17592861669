using Bunit;
using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Cluster;
using EksSecurityPortal.Web.Components.Pages;
using EksSecurityPortal.Web.Tests.Components.Fakes;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Components;

/// <summary>The tabs of a cluster: complete facts, and unknown where nothing was read.</summary>
public sealed class ClusterTabTests : PageTest
{
    [Theory]
    [InlineData("architecture", "TCP", "1.33, this cluster")]
    [InlineData("networking", "1.33, this cluster", "TCP 443 from anybody on the internet (0.0.0.0/0)")]
    [InlineData("patching", "TCP 443", "IMDSv1 answers too, hop limit 2")]
    [InlineData("iam", "TCP 443", "AmazonEKSClusterAdminPolicy everywhere")]
    public void A_tab_shows_its_own_facts(string tab, string foreign, string own)
    {
        var page = OpenTab(tab);

        Assert.Contains(own, page.Find("main, .stack").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign, page.Markup, StringComparison.Ordinal);
        Assert.Equal("page", page.Find($"nav.tabs a[href$='/{tab}']").GetAttribute("aria-current"));
        Assert.Empty(page.FindAll("img"));
    }

    [Theory]
    [InlineData("architecture", "eks:DescribeAddons")]
    [InlineData("networking", "eks:DescribeSubnets")]
    [InlineData("patching", "eks:DescribeNodeGroups")]
    [InlineData("iam", "eks:DescribeAccessEntries")]
    public void What_was_not_read_is_said_with_its_grant_and_never_looks_empty(string tab, string grant)
    {
        Queries.Cluster = new(Samples.Cluster(), Snapshots.Blind(), [], []);

        var page = OpenTab(tab);

        Assert.Contains("This could not be read.", page.Markup, StringComparison.Ordinal);
        Assert.Contains($"Grant <code>{grant}</code> to unlock it.", page.Markup, StringComparison.Ordinal);
        foreach (var claim in new[] { "No EKS add-on", "There is no access entry", "has no managed node group", "The VPC has no", "No service account has an IAM role", "No flow log" })
        {
            Assert.DoesNotContain(claim, page.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_pool_says_how_far_behind_it_is_and_whose_duty_that_is()
    {
        var page = OpenTab("patching");

        Assert.Contains("56 days behind", page.Markup, StringComparison.Ordinal);
        Assert.Contains("patched by you", page.Markup, StringComparison.Ordinal);

        Queries.Cluster = new(Samples.Cluster(), Snapshots.Full() with { Compute = Snapshots.Blind().Compute }, [], []);

        Assert.DoesNotContain("days behind", OpenTab("patching").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_with_holes_says_so_beside_its_rows()
    {
        var page = OpenTab("patching");

        Assert.Contains("general", page.Markup, StringComparison.Ordinal);
        Assert.Contains("1 hole in what was read.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("batch", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Subnets_are_public_by_their_route_table_and_unknown_without_it()
    {
        var network = Snapshots.Full().Network;
        var subnets = network.Subnets.Value;

        Assert.True(SubnetRoutes.IsPublic(subnets[0], network));
        Assert.False(SubnetRoutes.IsPublic(subnets[1], network));
        Assert.Equal("NAT gateway", SubnetRoutes.WayOut(subnets[1], network));
        Assert.Null(SubnetRoutes.IsPublic(subnets[0], network with { RouteTables = Snapshots.Blind().Network.RouteTables }));
    }

    [Fact]
    public void A_role_of_a_service_account_that_does_not_exist_is_pointed_out()
    {
        Assert.Contains("the service account does not exist", OpenTab("iam").Markup, StringComparison.Ordinal);

        Queries.Cluster = new(Samples.Cluster(), Snapshots.Full() with { Kubernetes = Snapshots.Blind().Kubernetes }, [], []);

        Assert.DoesNotContain("the service account does not exist", OpenTab("iam").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Outcomes_come_worst_first_and_can_be_filtered_by_address()
    {
        var all = OpenTab("networking").FindAll(".outcome > span:first-child").Select(chip => chip.TextContent.Trim());
        Assert.Equal(["Fail", "Unknown", "Pass", "Not applicable"], all);

        var unknown = OpenTab("networking", "?status=unknown").FindAll(".outcome > span:first-child").Select(chip => chip.TextContent.Trim());
        Assert.Equal(["Unknown"], unknown);
    }

    [Fact]
    public void An_opened_check_lists_its_resources_with_links_to_findings()
    {
        var page = OpenTab("architecture");

        page.Find("button.disclose").Click();

        Assert.Equal("true", page.Find("button.disclose").GetAttribute("aria-expanded"));
        Assert.Contains("/findings/f-1", Links(page));
    }

    [Fact]
    public void A_failed_or_unreachable_collection_is_data_not_an_error()
    {
        Queries.Cluster = new(Samples.Cluster() with { LastError = "AccessDenied <b>", KubernetesReachable = false, IsGone = true }, null, [], []);

        var page = OpenTab("networking");

        Assert.Contains("The last collection failed", page.Markup, StringComparison.Ordinal);
        Assert.Contains("The Kubernetes API was not reached.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("The cluster is gone.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Not read yet", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public void The_runs_tab_lists_every_part()
    {
        var page = OpenTab("runs");

        Assert.Equal(Enum.GetValues<SnapshotPart>().Length, page.FindAll(".parts em").Count);
    }

    [Fact]
    public void An_unknown_tab_is_the_summary() => Assert.Contains("At a glance", OpenTab("nonsense").Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData("tcp", 443, 443, "TCP 443")]
    [InlineData("tcp", 0, 65535, "TCP, every port")]
    [InlineData("udp", 8000, 9000, "UDP 8000–9000")]
    [InlineData("-1", null, null, "All traffic")]
    [InlineData("50", null, null, "Protocol 50")]
    public void Traffic_is_told_in_words(string protocol, int? from, int? to, string words) => Assert.Equal(words, RuleWords.Traffic(protocol, from, to));

    private IRenderedComponent<ClusterPage> OpenTab(string tab, string query = "") => Open<ClusterPage>(
        PortalUrls.Cluster("111122223333", "eu-central-1", "shop", tab) + query,
        parameters => parameters.Add(p => p.AccountId, "111122223333").Add(p => p.Region, "eu-central-1").Add(p => p.Name, "shop").Add(p => p.Tab, tab));
}
