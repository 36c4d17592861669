using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks;

/// <summary>Runs a check's logic only over present parts and turns every hole into Unknown.</summary>
internal static class CheckGate
{
    /// <summary>Kind of the resource of an Unknown that speaks of a part as a whole.</summary>
    internal const string PartKind = "SnapshotPart";

    /// <summary>Kind of the resource of an Unknown that speaks of one unread member of a part.</summary>
    internal const string MemberKind = "UnreadMember";

    internal static IReadOnlyList<CheckOutcome> Run(Check check, Func<ClusterSnapshot, IEnumerable<CheckOutcome>> evaluate, ClusterSnapshot snapshot)
    {
        var cluster = ResourceRef.Cluster(snapshot.Cluster.Name);
        var missing = Missing(check, snapshot);
        if (missing.Count > 0)
        {
            return [Unknown(check, cluster, missing.Select(part => (part, snapshot[part].Gaps[0])))];
        }

        List<CheckOutcome> outcomes;
        try
        {
            outcomes = [.. evaluate(snapshot)];
        }
        catch (Exception exception)
        {
            // a defect of one check must not end the audit, and must not look like a pass
            return [OutcomeText.Clean(new(check.Id, cluster, CheckStatus.Unknown, check.Severity, $"The check itself failed ({exception.GetType().Name}); please report it.", [new("error", exception.Message)]))];
        }

        outcomes.AddRange(Holes(check, snapshot));
        if (outcomes.Count == 0)
        {
            outcomes.Add(new(check.Id, cluster, CheckStatus.NotApplicable, check.Severity, "Nothing in this cluster that the check applies to.", []));
        }

        return outcomes
            .Select(OutcomeText.Clean)
            .OrderBy(outcome => outcome.Resource.Kind, StringComparer.Ordinal)
            .ThenBy(outcome => outcome.Resource.Key, StringComparer.Ordinal)
            .ThenBy(outcome => outcome.Status)
            .ThenBy(outcome => outcome.Summary, StringComparer.Ordinal)
            .ToList();
    }

    private static List<SnapshotPart> Missing(Check check, ClusterSnapshot snapshot)
    {
        var missing = check.Requires.Where(part => !snapshot[part].IsPresent && check.Needs(part, snapshot)).ToList();
        return missing.Count == 0 && check.Requires.Count == 0 && check.Consults.All(part => !snapshot[part].IsPresent) ? [.. check.Consults] : missing;
    }

    // a kind that the API does not know has no members: beside facts that is no hole
    private static IEnumerable<CheckOutcome> Holes(Check check, ClusterSnapshot snapshot)
    {
        foreach (var part in check.Requires.Concat(check.Consults).Where(part => check.Needs(part, snapshot)))
        {
            foreach (var gap in snapshot[part].Gaps.Where(gap => !snapshot[part].IsPresent || gap.Reason != GapReason.Unsupported))
            {
                var subject = gap.Subject is null
                    ? new ResourceRef(PartKind, part.ToString(), null, part.ToString())
                    : new ResourceRef(MemberKind, $"{part}/{gap.Subject}", null, gap.Subject);
                yield return Unknown(check, subject, [(part, gap)]);
            }
        }
    }

    private static CheckOutcome Unknown(Check check, ResourceRef resource, IEnumerable<(SnapshotPart Part, PartGap Gap)> gaps)
    {
        var list = gaps.ToList();
        var first = list[0];
        return OutcomeText.Clean(new(
            check.Id, resource, CheckStatus.Unknown, check.Severity, GapText.Sentence(first.Part, first.Gap),
            [.. list.Select(item => GapText.Evidence(item.Part, item.Gap))]));
    }
}

/// <summary>How a gap reads in an outcome.</summary>
internal static class GapText
{
    internal static string Sentence(SnapshotPart part, PartGap gap) =>
        $"{part} could not be read: {gap.Reason}.{(gap.Grant is null ? "" : $" Grant {gap.Grant} to unlock it.")}";

    internal static Evidence Evidence(SnapshotPart part, PartGap gap) => new(part.ToString(), $"{gap.Reason} {gap.Operation} {gap.Detail}".Trim());
}
