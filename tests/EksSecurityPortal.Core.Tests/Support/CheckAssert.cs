using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Tests.Support;

/// <summary>Runs one check over a snapshot and looks at what it says of one resource.</summary>
internal static class CheckAssert
{
    /// <summary>The outcome of the resource with this key; of the only outcome when no key is given.</summary>
    public static CheckOutcome Outcome<TCheck>(SnapshotBuilder builder, string? key = null)
        where TCheck : Check, new()
    {
        var outcomes = new TCheck().Run(builder.Build());
        return key is null ? Assert.Single(outcomes) : Assert.Single(outcomes, outcome => outcome.Resource.Key == key);
    }

    public static CheckOutcome Passes<TCheck>(SnapshotBuilder builder, string? key = null)
        where TCheck : Check, new() => Has(CheckStatus.Pass, Outcome<TCheck>(builder, key));

    public static CheckOutcome Fails<TCheck>(SnapshotBuilder builder, string? key = null, Severity? severity = null)
        where TCheck : Check, new()
    {
        var outcome = Has(CheckStatus.Fail, Outcome<TCheck>(builder, key));
        Assert.Equal(severity ?? new TCheck().Severity, outcome.Severity);
        Assert.NotEmpty(outcome.Evidence);
        return outcome;
    }

    public static CheckOutcome IsNotApplicable<TCheck>(SnapshotBuilder builder, string? key = null)
        where TCheck : Check, new() => Has(CheckStatus.NotApplicable, Outcome<TCheck>(builder, key));

    public static CheckOutcome IsUnknown<TCheck>(SnapshotBuilder builder, string? key = null)
        where TCheck : Check, new() => Has(CheckStatus.Unknown, Outcome<TCheck>(builder, key));

    /// <summary>Without the part the check is blind as a whole, and says which grant would help.</summary>
    public static void IsUnknownWithout<TCheck>(SnapshotBuilder builder, params SnapshotPart[] parts)
        where TCheck : Check, new()
    {
        var outcome = IsUnknown<TCheck>(builder.Missing(parts));
        Assert.Equal("Cluster", outcome.Resource.Kind);
        Assert.Contains($"grant:{parts[0]}", outcome.Summary, StringComparison.Ordinal);
    }

    public static bool Says(this CheckOutcome outcome, string text) =>
        outcome.Summary.Contains(text, StringComparison.Ordinal) || outcome.Evidence.Any(item => item.Field.Contains(text, StringComparison.Ordinal) || item.Value.Contains(text, StringComparison.Ordinal));

    private static CheckOutcome Has(CheckStatus status, CheckOutcome outcome)
    {
        Assert.True(outcome.Status == status, $"{outcome.Status}: {outcome.Summary}");
        return outcome;
    }
}
