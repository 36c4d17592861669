using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Scoring;
using Xunit;

namespace EksSecurityPortal.Core.Tests.Scoring;

public sealed class PostureScoreTests
{
    [Fact]
    public void Of_a_failing_medium_and_a_passing_high_weighs_by_severity()
    {
        var score = PostureScore.Of([Outcome("NET-001", CheckStatus.Pass, Severity.High), Outcome("IAM-029", CheckStatus.Fail, Severity.Medium)]);

        Assert.Equal((66.7, 100, 66.7), (score.Score, score.Coverage, score.WorstCase)); // 1 - 4 / 12
    }

    [Fact]
    public void Of_many_resources_of_one_check_counts_the_check_once()
    {
        var score = PostureScore.Of([.. Enumerable.Repeat(Outcome("NET-001", CheckStatus.Fail, Severity.High), 1000), Outcome("PAT-001", CheckStatus.Pass, Severity.High)]);

        Assert.Equal(50, score.Score);
    }

    [Fact]
    public void Of_unknown_outcomes_lowers_coverage_and_not_the_score()
    {
        var score = PostureScore.Of([Outcome("NET-001", CheckStatus.Pass, Severity.High), Outcome("ARC-008", CheckStatus.Unknown, Severity.Critical)]);

        Assert.Equal((100, 50, 33.3), (score.Score, score.Coverage, score.WorstCase)); // at worst 1 - 16 / 24
    }

    [Fact]
    public void Of_one_blind_check_among_many_resources_counts_as_a_check()
    {
        var score = PostureScore.Of([.. Enumerable.Repeat(Outcome("A", CheckStatus.Pass, Severity.Low), 99), Outcome("B", CheckStatus.Unknown, Severity.Low)]);

        Assert.Equal(50, score.Coverage);
    }

    [Fact]
    public void Of_a_failure_worse_than_its_check_loses_more_than_the_check_weighs_but_never_goes_below_zero()
    {
        var unsupported = Outcome("IAM-029", CheckStatus.Fail, Severity.Critical);

        Assert.Equal(0, PostureScore.Of([unsupported]).Score);
        Assert.Equal(0, PostureScore.Of([unsupported, Outcome("B", CheckStatus.Pass, Severity.Medium)]).Score);
    }

    [Fact]
    public void Of_nothing_that_could_be_judged_is_null()
    {
        Assert.Equal((null, 0.0), (PostureScore.Of([Outcome("A", CheckStatus.Unknown, Severity.High)]).Score, PostureScore.Of([Outcome("A", CheckStatus.Unknown, Severity.High)]).Coverage));
        Assert.Equal(new PostureScore(null, null), PostureScore.Of([Outcome("A", CheckStatus.NotApplicable, Severity.High)]));
    }

    [Fact]
    public void Of_any_outcomes_keeps_the_laws()
    {
        var random = new Random(4711);
        for (var round = 0; round < 500; round++)
        {
            var outcomes = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Outcome($"C{random.Next(4)}", (CheckStatus)random.Next(4), (Severity)random.Next(5))).ToList();
            var score = PostureScore.Of(outcomes);

            Assert.Equal(score, PostureScore.Of(Enumerable.Reverse(outcomes)));
            Assert.InRange(score.Score ?? 0, 0, 100);
            Assert.True(score.Score is null || score.WorstCase <= score.Score, "at worst it is not better");
            Assert.Equal(score.Score, PostureScore.Of([.. outcomes, Outcome("C9", CheckStatus.Unknown, Severity.Critical)]).Score);
            Assert.True(PostureScore.Of([.. outcomes, Outcome("C9", CheckStatus.Unknown, Severity.Critical)]).Coverage is { } less && (less == 0 || less < (score.Coverage ?? 100)), "unknown lowers coverage");
            foreach (var index in Enumerable.Range(0, outcomes.Count).Where(index => outcomes[index].Status == CheckStatus.Fail))
            {
                var mended = outcomes.ToList();
                mended[index] = outcomes[index] with { Status = CheckStatus.Pass };
                Assert.True(PostureScore.Of(mended).Score >= score.Score, "mending never costs");
            }
        }
    }

    private static CheckOutcome Outcome(string check, CheckStatus status, Severity severity) => new(check, ResourceRef.Cluster("shop"), status, severity, "", []);
}
