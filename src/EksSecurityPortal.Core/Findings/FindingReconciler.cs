using EksSecurityPortal.Core.Checks;

namespace EksSecurityPortal.Core.Findings;

/// <summary>
/// Compares the findings of a cluster with the outcomes of a new run. Pure; time is linear in both, but for the final order. A finding is
/// resolved only by evidence: a pass, a "does not apply", or the absence of its resource from data that was read whole. Blindness of the check
/// as a whole resolves nothing, not even beside a pass.
/// </summary>
public static class FindingReconciler
{
    /// <param name="known">All findings of the cluster, open and resolved.</param>
    /// <param name="outcomes">All outcomes of the run.</param>
    /// <param name="isRetired">
    /// Whether the portal gave a check up for good (<see cref="RetiredChecks"/>): its findings are closed, since nobody will ever ask again. A check
    /// that is merely unknown here may belong to a newer portal on the same database, so its findings are left as not assessed.
    /// </param>
    /// <returns>One change for each failing outcome and each open finding; nothing for findings that stay resolved. Ordered by finding id.</returns>
    public static IReadOnlyList<FindingChange> Reconcile(string clusterArn, IReadOnlyList<KnownFinding> known, IReadOnlyList<CheckOutcome> outcomes, Func<string, bool> isRetired)
    {
        var byId = known.ToDictionary(finding => finding.Id, StringComparer.Ordinal);
        var failing = new Dictionary<string, CheckOutcome>(StringComparer.Ordinal);
        var others = new Dictionary<string, CheckOutcome>(StringComparer.Ordinal);
        foreach (var outcome in outcomes)
        {
            var id = FindingKey.Of(clusterArn, outcome).Id;
            if (outcome.Status == CheckStatus.Fail)
            {
                // a check that fails twice for one resource is one finding, the worse one
                failing[id] = failing.TryGetValue(id, out var other) && other.Severity >= outcome.Severity ? other : outcome;
            }
            else if (!others.TryGetValue(id, out var other) || outcome.Status == CheckStatus.Unknown || other.Status != CheckStatus.Unknown)
            {
                others[id] = outcome;
            }
        }

        var sights = Sights(outcomes);
        return failing.Select(item => Fails(item.Key, item.Value, byId.GetValueOrDefault(item.Key)))
            .Concat(known.Where(finding => finding.State == FindingState.Open && !failing.ContainsKey(finding.Id))
                .Select(finding => Quiet(finding, others.GetValueOrDefault(finding.Id), sights, isRetired)))
            .OrderBy(change => change.FindingId, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Equal for outcomes that say the same.</summary>
    public static string Fingerprint(CheckOutcome outcome) =>
        FindingKey.Hash([outcome.Summary, .. outcome.Evidence.SelectMany(evidence => new[] { evidence.Field, evidence.Value })]);

    private static FindingChange Fails(string id, CheckOutcome outcome, KnownFinding? before)
    {
        if (before is null)
        {
            return new(FindingChangeKind.Opened, id, outcome, outcome.Summary);
        }

        if (before.State == FindingState.Resolved)
        {
            return new(FindingChangeKind.Reopened, id, outcome, outcome.Summary);
        }

        if (before.Severity != outcome.Severity)
        {
            return new(FindingChangeKind.SeverityChanged, id, outcome, $"From {before.Severity} to {outcome.Severity}: {outcome.Summary}");
        }

        return before.Fingerprint != Fingerprint(outcome)
            ? new(FindingChangeKind.EvidenceChanged, id, outcome, outcome.Summary)
            : new(FindingChangeKind.StillOpen, id, outcome, "");
    }

    /// <summary>An open finding that no outcome says fails.</summary>
    private static FindingChange Quiet(KnownFinding finding, CheckOutcome? said, Dictionary<string, Sight> sights, Func<string, bool> isRetired)
    {
        FindingChange Resolved(string text) => new(FindingChangeKind.Resolved, finding.Id, null, text);
        FindingChange NotAssessed(string text) => new(FindingChangeKind.NotAssessed, finding.Id, null, text);

        if (isRetired(finding.CheckId))
        {
            return Resolved("The check was retired.");
        }

        if (!sights.TryGetValue(finding.CheckId, out var sight))
        {
            return NotAssessed("The check gave no answer in this run.");
        }

        if (sight.Blind is { } blind)
        {
            return NotAssessed(blind);
        }

        if (said is not null)
        {
            return said.Status == CheckStatus.Unknown ? NotAssessed(said.Summary) : Resolved(said.Summary);
        }

        return sight.Hole is { } hole ? NotAssessed(hole) : Resolved($"{finding.ResourceKind} is no longer there.");
    }

    private static Dictionary<string, Sight> Sights(IReadOnlyList<CheckOutcome> outcomes)
    {
        var sights = new Dictionary<string, Sight>(StringComparer.Ordinal);
        foreach (var outcome in outcomes)
        {
            var sight = sights.GetValueOrDefault(outcome.CheckId) ?? new(null, null);
            sights[outcome.CheckId] = outcome.Status != CheckStatus.Unknown ? sight : outcome.Resource.Kind switch
            {
                "Cluster" or CheckGate.PartKind => sight with { Blind = sight.Blind ?? outcome.Summary },
                CheckGate.MemberKind => sight with { Hole = sight.Hole ?? outcome.Summary },
                _ => sight, // an Unknown of one named resource says nothing of the others
            };
        }

        return sights;
    }

    /// <summary>How much a check saw in a run.</summary>
    /// <param name="Blind">Why it may be wrong about any resource: it is unknown for the cluster or for a part as a whole. Null when it is not.</param>
    /// <param name="Hole">Why a resource without an outcome may yet exist: a member of a part could not be read. Null when all were.</param>
    private sealed record Sight(string? Blind, string? Hole);
}
