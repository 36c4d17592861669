using EksSecurityPortal.Core.Checks;

namespace EksSecurityPortal.Core.Scoring;

/// <summary>
/// How well a cluster stands, and how much of it could be judged. Each check that has an answer counts once, by its worst outcome's
/// severity: info 0, low 1, medium 3, high 7, critical 15. It earns the share of its resources that pass. So ten thousand pods weigh no more than
/// one setting, and what is unknown lowers coverage, never the score.
/// </summary>
/// <param name="Score">0 to 100; null when nothing could be judged.</param>
/// <param name="Coverage">0 to 100: share of the applicable outcomes that are not unknown; null when nothing applies.</param>
public sealed record PostureScore(double? Score, double? Coverage)
{
    public static PostureScore Of(IEnumerable<CheckOutcome> outcomes)
    {
        double weights = 0;
        double earned = 0;
        long judged = 0;
        long unknown = 0;
        foreach (var check in outcomes.GroupBy(outcome => outcome.CheckId, StringComparer.Ordinal))
        {
            var passed = check.Count(outcome => outcome.Status == CheckStatus.Pass);
            var failed = check.Count(outcome => outcome.Status == CheckStatus.Fail);
            unknown += check.Count(outcome => outcome.Status == CheckStatus.Unknown);
            judged += passed + failed;
            if (passed + failed > 0)
            {
                var weight = Weight(check.Where(outcome => outcome.Status is CheckStatus.Pass or CheckStatus.Fail).Max(outcome => outcome.Severity));
                weights += weight;
                earned += weight * passed / (passed + failed);
            }
        }

        return new(
            weights > 0 ? Math.Round(100 * earned / weights, 1) : null,
            judged + unknown > 0 ? Math.Round(100.0 * judged / (judged + unknown), 1) : null);
    }

    private static double Weight(Severity severity) => severity switch
    {
        Severity.Critical => 15,
        Severity.High => 7,
        Severity.Medium => 3,
        Severity.Low => 1,
        _ => 0,
    };
}
