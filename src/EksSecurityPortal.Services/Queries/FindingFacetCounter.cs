using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;

namespace EksSecurityPortal.Services.Queries;

/// <summary>Where a group of findings is.</summary>
internal sealed record FacetPlace(string ClusterArn, string ClusterName, string Region, string AccountId, string AccountName);

/// <summary>Findings that no facet tells apart.</summary>
internal sealed record FacetGroup(FacetPlace Place, FindingState State, Severity Severity, CheckArea Area, string CheckId, int Count);

/// <summary>Counts facets in memory. Each facet is counted with all other filters applied, but not with its own.</summary>
internal static class FindingFacetCounter
{
    internal static FindingFacets Count(IReadOnlyList<FacetGroup> groups, FindingFilter filter)
    {
        IReadOnlyList<FindingState> states = filter.States.Count == 0 ? [FindingState.Open] : filter.States;
        var facets = new Facet[]
        {
            new(group => Allows(filter.Severities, group.Severity)),
            new(group => Allows(filter.Areas, group.Area)),
            new(group => states.Contains(group.State)),
            new(group => Allows(filter.AccountIds, group.Place.AccountId)),
            new(group => Allows(filter.Regions, group.Place.Region)),
            new(group => Allows(filter.ClusterArns, group.Place.ClusterArn)),
            new(group => Allows(filter.CheckIds, group.CheckId)),
        };
        return new(
            Sum(Others(0), group => ((int)group.Severity, group.Severity.ToString(), group.Severity.ToString()), worstFirst: true),
            Sum(Others(1), group => ((int)group.Area, group.Area.ToString(), group.Area.ToString()), worstFirst: false),
            Sum(Others(2), group => ((int)group.State, group.State.ToString(), group.State.ToString()), worstFirst: false),
            Most(Others(3), group => (group.Place.AccountId, group.Place.AccountName)),
            Most(Others(4), group => (group.Place.Region, group.Place.Region)),
            Most(Others(5), group => (group.Place.ClusterArn, group.Place.ClusterName)),
            Most(Others(6), group => (group.CheckId, $"{group.CheckId} {FindingQueries.TitleOf(group.CheckId)}")));

        IEnumerable<FacetGroup> Others(int own) => groups.Where(group => facets.Where((_, index) => index != own).All(facet => facet.Allows(group)));
    }

    private static bool Allows<T>(IReadOnlyList<T> chosen, T value) => chosen.Count == 0 || chosen.Contains(value);

    private static List<FacetCount> Sum(IEnumerable<FacetGroup> groups, Func<FacetGroup, (int Order, string Value, string Label)> facet, bool worstFirst)
    {
        var counts = groups.GroupBy(facet).Select(group => (group.Key, Count: group.Sum(item => item.Count))).ToList();
        return [.. (worstFirst ? counts.OrderByDescending(item => item.Key.Order) : counts.OrderBy(item => item.Key.Order)).Select(item => new FacetCount(item.Key.Value, item.Key.Label, item.Count))];
    }

    private static List<FacetCount> Most(IEnumerable<FacetGroup> groups, Func<FacetGroup, (string Value, string Label)> facet) =>
        [.. groups.GroupBy(facet)
            .Select(group => new FacetCount(group.Key.Value, group.Key.Label, group.Sum(item => item.Count)))
            .OrderByDescending(count => count.Count)
            .ThenBy(count => count.Value, StringComparer.Ordinal)];

    private sealed record Facet(Func<FacetGroup, bool> Allows);
}
