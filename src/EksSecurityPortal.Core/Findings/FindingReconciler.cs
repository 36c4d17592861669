using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Findings;

/// <summary>
/// Compares the findings of a cluster with the outcomes of a new run. Pure. A finding is resolved only by evidence: a pass, a "does not
/// apply", or the absence of its resource from data that was read whole. Blindness resolves nothing.
/// </summary>
public static class FindingReconciler
{
    private const string NothingHidden = "";

    /// <param name="known">All findings of the cluster, open and resolved.</param>
    /// <param name="outcomes">All outcomes of the run.</param>
    /// <param name="isRetired">Whether a check no longer exists.</param>
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

        var blind = BlindChecks(outcomes);
        return failing.Select(item => Fails(item.Key, item.Value, byId.GetValueOrDefault(item.Key)))
            .Concat(known.Where(finding => finding.State == FindingState.Open && !failing.ContainsKey(finding.Id))
                .Select(finding => Quiet(finding, others.GetValueOrDefault(finding.Id), blind, isRetired)))
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
    private static FindingChange Quiet(KnownFinding finding, CheckOutcome? said, Dictionary<string, string> blind, Func<string, bool> isRetired)
    {
        if (isRetired(finding.CheckId))
        {
            return new(FindingChangeKind.Resolved, finding.Id, null, "The check was retired.");
        }

        if (said is not null)
        {
            return said.Status == CheckStatus.Unknown
                ? new(FindingChangeKind.NotAssessed, finding.Id, null, said.Summary)
                : new(FindingChangeKind.Resolved, finding.Id, null, said.Summary);
        }

        if (!blind.TryGetValue(finding.CheckId, out var reason))
        {
            return new(FindingChangeKind.NotAssessed, finding.Id, null, "The check gave no answer in this run.");
        }

        return reason == NothingHidden
            ? new(FindingChangeKind.Resolved, finding.Id, null, $"{finding.ResourceKind} is no longer there.")
            : new(FindingChangeKind.NotAssessed, finding.Id, null, reason);
    }

    /// <summary>
    /// For each check that answered: the reason why a resource without an outcome may yet exist, or <see cref="NothingHidden"/> when all was
    /// seen. A check is blind when it is unknown for the cluster as a whole, for a part, or for a member that could not be read.
    /// </summary>
    private static Dictionary<string, string> BlindChecks(IReadOnlyList<CheckOutcome> outcomes)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var outcome in outcomes)
        {
            reasons.TryAdd(outcome.CheckId, NothingHidden);
            if (outcome.Status == CheckStatus.Unknown && IsHole(outcome.Resource) && reasons[outcome.CheckId] == NothingHidden)
            {
                reasons[outcome.CheckId] = outcome.Summary;
            }
        }

        return reasons;
    }

    private static bool IsHole(ResourceRef resource) => resource.Kind is "Cluster" or nameof(SnapshotPart) || Enum.TryParse<SnapshotPart>(resource.Kind, out _);
}
