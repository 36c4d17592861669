using EksSecurityPortal.Core.Checks;

namespace EksSecurityPortal.Core.Scoring;

/// <summary>How a set of outcomes stands in two numbers. <see cref="Formula"/> is the definition, for people.</summary>
/// <param name="Score">0 (worst) to 100, one decimal; null when no check passed or failed for anything.</param>
/// <param name="Coverage">0 to 100, one decimal: how much of what applies could be judged; null when nothing applies.</param>
public sealed record PostureScore(double? Score, double? Coverage)
{
    /// <summary>The score if everything unknown failed; null when nothing applies. Never above <see cref="Score"/>.</summary>
    public double? WorstCase { get; init; }

    public const string Formula =
        "Each check that passed or failed for something counts with the weight of its severity (critical 16, high 8, medium 4, low 2, info 0). It loses its weight, "
        + "or that of its worst failure if that is more, times the failing share of its resources, each weighted by its severity. Score = 100 × (1 − lost ÷ total), not below 0. "
        + "Not applicable counts nowhere. Unknown is in no score: it lowers coverage, the mean over checks of the share of resources that could be judged.";

    /// <summary>The numbers over outcomes of any number of checks of one cluster. Order does not matter.</summary>
    public static PostureScore Of(IEnumerable<CheckOutcome> outcomes)
    {
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var outcome in outcomes.Where(outcome => outcome.Status != CheckStatus.NotApplicable))
        {
            if (!tallies.TryGetValue(outcome.CheckId, out var tally))
            {
                tallies[outcome.CheckId] = tally = new(Weight(CheckCatalog.Find(outcome.CheckId)?.Severity ?? Severity.Medium));
            }

            tally.Add(outcome);
        }

        if (tallies.Count == 0)
        {
            return new(null, null);
        }

        var ordered = tallies.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value).ToList(); // sums of floats depend on their order
        return new(
            ScoreOf(ordered.Where(tally => tally.Judged > 0).Select(tally => (tally.Weight, tally.Lost))),
            Math.Round(100.0 * ordered.Average(tally => (double)tally.Judged / tally.Total), 1))
        {
            WorstCase = ScoreOf(ordered.Select(tally => (tally.Weight, tally.LostAtWorst))),
        };
    }

    /// <summary>What a failure of this severity weighs.</summary>
    public static int Weight(Severity severity) => severity switch
    {
        Severity.Critical => 16,
        Severity.High => 8,
        Severity.Medium => 4,
        Severity.Low => 2,
        _ => 0,
    };

    private static double? ScoreOf(IEnumerable<(int Weight, double Lost)> checks)
    {
        var (total, lost) = checks.Aggregate((Total: 0, Lost: 0.0), (sum, check) => (sum.Total + check.Weight, sum.Lost + check.Lost));
        return total == 0 ? null : Math.Round(Math.Max(0, 100 * (1 - (lost / total))), 1);
    }

    /// <summary>One check's resources.</summary>
    private sealed class Tally(int weight)
    {
        private int passed;
        private int failed;
        private int unknown;
        private int worstFailure;

        internal int Weight => weight;

        internal int Judged { get; private set; }

        internal int Total { get; private set; }

        internal double Lost => Share(failed, passed + failed) * Math.Max(weight, worstFailure);

        internal double LostAtWorst => Share(failed + unknown, passed + failed + unknown) * Math.Max(weight, worstFailure);

        internal void Add(CheckOutcome outcome)
        {
            var own = PostureScore.Weight(outcome.Severity);
            Total++;
            Judged += outcome.Status == CheckStatus.Unknown ? 0 : 1;
            switch (outcome.Status)
            {
                case CheckStatus.Pass:
                    passed += own;
                    break;
                case CheckStatus.Fail:
                    failed += own;
                    worstFailure = Math.Max(worstFailure, own);
                    break;
                default:
                    unknown += Math.Max(own, weight); // it might fail as badly as the check can
                    break;
            }
        }

        private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
    }
}
