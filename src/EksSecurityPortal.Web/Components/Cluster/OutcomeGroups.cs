using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Services.Queries;

namespace EksSecurityPortal.Web.Components.Cluster;

/// <summary>All outcomes of one check in a cluster, as one line of a list.</summary>
public sealed record OutcomeGroup(string CheckId, string Title, Severity Severity, CheckStatus Worst, IReadOnlyList<OutcomeRow> Outcomes)
{
    /// <summary>One per check; failing first, then unknown, passing, not applicable; the most severe first within.</summary>
    public static IReadOnlyList<OutcomeGroup> Of(IEnumerable<OutcomeRow> outcomes) =>
        [.. outcomes
            .GroupBy(outcome => outcome.CheckId, StringComparer.Ordinal)
            .Select(group => Make([.. group.OrderBy(outcome => Rank(outcome.Status)).ThenByDescending(outcome => outcome.Severity).ThenBy(outcome => outcome.ResourceName, StringComparer.Ordinal)]))
            .OrderBy(group => Rank(group.Worst)).ThenByDescending(group => group.Severity).ThenBy(group => group.CheckId, StringComparer.Ordinal)];

    public int Count(CheckStatus status) => Outcomes.Count(outcome => outcome.Status == status);

    private static OutcomeGroup Make(IReadOnlyList<OutcomeRow> ordered) =>
        new(ordered[0].CheckId, ordered[0].CheckTitle, ordered[0].Severity, ordered[0].Status, ordered);

    private static int Rank(CheckStatus status) => status switch
    {
        CheckStatus.Fail => 0,
        CheckStatus.Unknown => 1,
        CheckStatus.Pass => 2,
        _ => 3,
    };
}
