using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;

namespace EksSecurityPortal.Core.Tests.Checks;

public class CoverageMapTests
{
    [Fact]
    public void Of_a_whole_snapshot_is_empty() => Assert.Empty(CoverageMap.Of(SnapshotBuilder.New().Build()));

    [Fact]
    public void Of_a_missing_part_names_blind_and_incomplete_checks_and_the_grant()
    {
        var gap = Assert.Single(CoverageMap.Of(SnapshotBuilder.New().Missing(SnapshotPart.Instances).Build()));

        Assert.Equal((SnapshotPart.Instances, "grant:Instances"), (gap.Part, gap.Grant));
        Assert.Contains("IAM-008", gap.Unknown);
        Assert.Contains("NET-005", gap.Incomplete);
        Assert.DoesNotContain("ARC-008", gap.Unknown.Concat(gap.Incomplete));
    }

    [Fact]
    public void Of_a_hole_makes_checks_incomplete_only()
    {
        var gap = Assert.Single(CoverageMap.Of(SnapshotBuilder.New().Hole(SnapshotPart.Instances, "i-1").Build()));

        Assert.Empty(gap.Unknown);
        Assert.Contains("IAM-008", gap.Incomplete);
    }

    [Fact]
    public void Of_agrees_with_what_the_checks_say()
    {
        foreach (var part in Enum.GetValues<SnapshotPart>())
        {
            var snapshot = SnapshotBuilder.New().Missing(part).Build();
            var gap = Assert.Single(CoverageMap.Of(snapshot));
            var outcomes = CheckCatalog.RunAll(snapshot);
            var blind = outcomes.Where(outcome => outcome is { Status: CheckStatus.Unknown, Resource.Kind: "Cluster" }).Select(outcome => outcome.CheckId);
            var partly = outcomes.Where(outcome => outcome is { Status: CheckStatus.Unknown, Resource.Kind: "SnapshotPart" }).Select(outcome => outcome.CheckId);

            Assert.Equal(gap.Unknown, blind);
            Assert.Equal(gap.Incomplete, partly);
        }
    }

    [Fact]
    public void Of_a_part_that_the_clusters_mode_makes_meaningless_costs_nothing()
    {
        var snapshot = SnapshotBuilder.New().ControlPlane(cluster => cluster with { AuthenticationMode = "CONFIG_MAP" }).Missing(SnapshotPart.AccessEntries).Build();

        Assert.Empty(Assert.Single(CoverageMap.Of(snapshot)).Unknown);
    }

    [Fact]
    public void Of_checks_that_need_any_of_several_parts_are_blind_without_all()
    {
        Assert.DoesNotContain("PAT-012", CoverageMap.Of(SnapshotBuilder.New().Missing(SnapshotPart.Nodes).Build())[0].Unknown);
        Assert.All(CoverageMap.Of(SnapshotBuilder.New().Missing(SnapshotPart.Nodes, SnapshotPart.Instances).Build()), gap => Assert.Contains("PAT-012", gap.Unknown));
    }

    [Fact]
    public void Grants_are_ordered_by_how_much_they_unlock_and_skip_gaps_that_no_grant_closes()
    {
        var gaps = CoverageMap.Of(SnapshotBuilder.New().Missing(SnapshotPart.VersionCalendar, SnapshotPart.Instances).Build());
        var reachless = new CoverageGap(SnapshotPart.Nodes, new PartGap(GapReason.Unreachable, "", ""), ["PAT-001"], []);

        var grants = CoverageMap.Grants([.. gaps, reachless]);

        Assert.Equal(["grant:Instances", "grant:VersionCalendar"], grants.Select(grant => grant.Grant));
        Assert.Equal(["ARC-001", "ARC-002"], grants[1].CheckIds);
    }
}
