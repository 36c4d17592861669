using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Findings;

/// <summary>
/// Compares what is known of one cluster with the outcomes of one run. A finding resolves only when its check answered without any Unknown for
/// that resource or for the check as a whole; blindness never resolves. Pure; time is linear in findings plus outcomes.
/// </summary>
public static class FindingReconciler
{
    /// <param name="cluster">The cluster of both lists.</param>
    /// <param name="known">Its stored findings, open and resolved.</param>
    /// <param name="outcomes">All outcomes of the run, as <see cref="CheckCatalog.RunAll"/> gives them.</param>
    /// <param name="now">When the run's collection started, UTC.</param>
    /// <returns>One change per finding that fails or is open, ordered by check id, resource kind and key. Resolved findings that do not fail are not mentioned.</returns>
    public static IReadOnlyList<FindingChange> Reconcile(ClusterRef cluster, IReadOnlyList<KnownFinding> known, IReadOnlyList<CheckOutcome> outcomes, DateTimeOffset now)
    {
        var stored = new Dictionary<FindingKey, KnownFinding>(known.Count);
        foreach (var finding in known)
        {
            stored[finding.Key] = finding;
        }

        var run = RunAnswers.Of(cluster, outcomes);
        var failing = run.Worst.Where(answer => answer.Value.Status == CheckStatus.Fail).Select(answer => Failing(answer.Key, answer.Value, stored.GetValueOrDefault(answer.Key), now));
        var open = stored.Values
            .Where(finding => finding.State == FindingState.Open && run.Worst.GetValueOrDefault(finding.Key)?.Status != CheckStatus.Fail)
            .Select(finding => NotFailing(finding, run, now));
        return [.. failing.Concat(open)
            .OrderBy(change => change.CheckId, StringComparer.Ordinal)
            .ThenBy(change => change.Resource.Kind, StringComparer.Ordinal)
            .ThenBy(change => change.Resource.Key, StringComparer.Ordinal)
            .ThenBy(change => change.Key.Value, StringComparer.Ordinal)];
    }

    private static FindingChange Failing(FindingKey key, CheckOutcome outcome, KnownFinding? before, DateTimeOffset now)
    {
        var kind = before is null ? FindingChangeKind.Opened : before.State == FindingState.Resolved ? FindingChangeKind.Reopened : FindingChangeKind.StillOpen;
        var hasNewEvidence = kind != FindingChangeKind.StillOpen || before!.Summary != outcome.Summary || !before.Evidence.SequenceEqual(outcome.Evidence); // still open: it was known
        Severity? previous = before is not null && before.Severity != outcome.Severity ? before.Severity : null;
        return new(kind, key, outcome.CheckId, outcome.Resource, now, outcome, hasNewEvidence, previous, null);
    }

    private static FindingChange NotFailing(KnownFinding finding, RunAnswers run, DateTimeOffset now)
    {
        FindingChange Resolved(string reason, CheckOutcome? outcome = null) =>
            new(FindingChangeKind.Resolved, finding.Key, finding.CheckId, finding.Resource, now, outcome, false, null, reason);
        FindingChange NotAssessed(string reason) =>
            new(FindingChangeKind.NotAssessed, finding.Key, finding.CheckId, finding.Resource, now, null, false, null, reason);

        if (!run.AnsweredChecks.Contains(finding.CheckId))
        {
            // an id that this version never heard of comes from a newer one that shares the database: not ours to close
            return RetiredChecks.Ids.Contains(finding.CheckId)
                ? Resolved("Check retired: the portal no longer asks this question.")
                : NotAssessed("The check did not run.");
        }

        if (run.Blind.TryGetValue(finding.CheckId, out var blind))
        {
            return NotAssessed(blind.Summary);
        }

        var answer = run.Worst.GetValueOrDefault(finding.Key);
        return answer switch
        {
            { Status: CheckStatus.Unknown } => NotAssessed(answer.Summary),
            { Status: CheckStatus.NotApplicable } => Resolved("No longer applicable: " + answer.Summary, answer),
            not null => Resolved("The check passes.", answer),
            null when run.Holed.TryGetValue(finding.CheckId, out var hole) => NotAssessed(hole.Summary),
            null => Resolved("The resource is gone."),
        };
    }

    /// <summary>The outcomes of a run by what the reconciler asks of them.</summary>
    /// <param name="Worst">One outcome per resource and check: two of one resource are one finding, and the worse one speaks.</param>
    /// <param name="Blind">Per check, an Unknown that speaks for all its resources.</param>
    /// <param name="Holed">Per check, an Unknown for a member that could not be read: what is absent may be it.</param>
    private sealed record RunAnswers(
        Dictionary<FindingKey, CheckOutcome> Worst, HashSet<string> AnsweredChecks, Dictionary<string, CheckOutcome> Blind, Dictionary<string, CheckOutcome> Holed)
    {
        internal static RunAnswers Of(ClusterRef cluster, IReadOnlyList<CheckOutcome> outcomes)
        {
            var answers = new RunAnswers(new(outcomes.Count), new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal));
            foreach (var outcome in outcomes)
            {
                answers.Add(FindingKey.For(cluster, outcome.CheckId, outcome.Resource), outcome);
            }

            return answers;
        }

        private void Add(FindingKey key, CheckOutcome outcome)
        {
            AnsweredChecks.Add(outcome.CheckId);
            if (!Worst.TryGetValue(key, out var other) || Rank(outcome).CompareTo(Rank(other)) > 0)
            {
                Worst[key] = outcome;
            }

            if (outcome.Status == CheckStatus.Unknown)
            {
                // an Unknown of one named resource says nothing of the others
                switch (outcome.Resource.Kind)
                {
                    case "Cluster" or CheckGate.PartKind:
                        Blind.TryAdd(outcome.CheckId, outcome);
                        break;
                    case CheckGate.MemberKind:
                        Holed.TryAdd(outcome.CheckId, outcome);
                        break;
                }
            }
        }

        private static (int Status, int Severity) Rank(CheckOutcome outcome) => (outcome.Status switch
        {
            CheckStatus.Fail => 3,
            CheckStatus.Unknown => 2,
            CheckStatus.Pass => 1,
            _ => 0,
        }, (int)outcome.Severity);
    }
}
