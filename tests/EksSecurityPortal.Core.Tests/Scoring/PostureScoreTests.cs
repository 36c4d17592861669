using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Scoring;
using Xunit;

namespace EksSecurityPortal.Core.Tests.Scoring;

public sealed class PostureScoreTests
{
    [Fact]
    public void Of_a_failing_medium_and_a_passing_high_weighs_by_severity()
    {
        var score = PostureScore.Of([Outcome("A", CheckStatus.Pass, Severity.High), Outcome("B", CheckStatus.Fail, Severity.Medium)]);

        Assert.Equal(new PostureScore(70, 100), score);
    }

    [Fact]
    public void Of_many_resources_of_one_check_counts_the_check_once()
    {
        var score = PostureScore.Of([.. Enumerable.Repeat(Outcome("A", CheckStatus.Fail, Severity.High), 1000), Outcome("B", CheckStatus.Pass, Severity.High)]);

        Assert.Equal(50, score.Score);
    }

    [Fact]
    public void Of_unknown_outcomes_lowers_coverage_and_not_the_score()
    {
        var score = PostureScore.Of([Outcome("A", CheckStatus.Pass, Severity.High), Outcome("B", CheckStatus.Unknown, Severity.Critical)]);

        Assert.Equal(new PostureScore(100, 50), score);
    }

    [Fact]
    public void Of_nothing_that_could_be_judged_is_null()
    {
        Assert.Equal(new PostureScore(null, 0), PostureScore.Of([Outcome("A", CheckStatus.Unknown, Severity.High)]));
        Assert.Equal(new PostureScore(null, null), PostureScore.Of([Outcome("A", CheckStatus.NotApplicable, Severity.High)]));
    }

    private static CheckOutcome Outcome(string check, CheckStatus status, Severity severity) => new(check, ResourceRef.Cluster("shop"), status, severity, "", []);
}
