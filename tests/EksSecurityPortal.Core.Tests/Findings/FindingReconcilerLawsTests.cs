using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;

namespace EksSecurityPortal.Core.Tests.Findings;

/// <summary>What must hold for any history of runs, tried on random ones with a fixed seed.</summary>
public class FindingReconcilerLawsTests
{
    private const string Arn = "arn:aws:eks:eu-west-1:111122223333:cluster/prod";

    private static readonly ResourceRef Whole = ResourceRef.Cluster("prod");

    private static readonly List<ResourceRef> Resources = [.. Enumerable.Range(0, 6).Select(index => ResourceRef.Named("NodeGroup", $"pool-{index}")), Whole];

    [Fact]
    public void Reconcile_any_history_keeps_the_laws()
    {
        var random = new Random(20261123);
        var stored = new Dictionary<string, KnownFinding>(StringComparer.Ordinal);
        for (var run = 0; run < 500; run++)
        {
            var outcomes = Enumerable.Range(0, random.Next(0, 9)).Select(_ => Outcome(random)).ToList();
            var changes = FindingReconciler.Reconcile(Arn, [.. stored.Values], outcomes, _ => false);

            Assert.Equal(changes.Count, changes.Select(change => change.FindingId).Distinct().Count());
            Assert.Equal(
                changes.Select(change => (change.FindingId, change.Kind)),
                FindingReconciler.Reconcile(Arn, [.. stored.Values.Reverse()], [.. Enumerable.Reverse(outcomes)], _ => false).Select(change => (change.FindingId, change.Kind)));
            Assert.All(changes, change => Obeys(change, outcomes));
            Assert.All(stored.Values.Where(finding => finding.State == FindingState.Open), finding => Assert.Contains(changes, change => change.FindingId == finding.Id));
            foreach (var change in changes)
            {
                Apply(stored, change);
            }
        }

        Assert.NotEmpty(stored);
    }

    private static void Obeys(FindingChange change, List<CheckOutcome> outcomes)
    {
        var mine = outcomes.Where(outcome => FindingKey.Of(Arn, outcome).Id == change.FindingId).ToList();
        Assert.Equal(mine.Exists(outcome => outcome.Status == CheckStatus.Fail), change.Kind is not (FindingChangeKind.Resolved or FindingChangeKind.NotAssessed));
        if (change.Kind == FindingChangeKind.Resolved)
        {
            Assert.NotEmpty(outcomes);
            Assert.DoesNotContain(mine, outcome => outcome.Status == CheckStatus.Unknown);
            Assert.DoesNotContain(outcomes, outcome => outcome.Resource == Whole && outcome.Status == CheckStatus.Unknown);
        }
    }

    private static void Apply(Dictionary<string, KnownFinding> stored, FindingChange change)
    {
        if (change.Outcome is { } outcome)
        {
            stored[change.FindingId] = new(change.FindingId, outcome.CheckId, outcome.Resource.Kind, outcome.Resource.Key, FindingState.Open, outcome.Severity, FindingReconciler.Fingerprint(outcome));
        }
        else if (change.Kind == FindingChangeKind.Resolved)
        {
            stored[change.FindingId] = stored[change.FindingId] with { State = FindingState.Resolved };
        }
    }

    // one severity: which of two equally bad outcomes speaks is not decided
    private static CheckOutcome Outcome(Random random) => new("NET-001", Resources[random.Next(Resources.Count)], (CheckStatus)random.Next(4), Severity.High, "seen", []);
}
