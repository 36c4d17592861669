using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks;

/// <summary>Runs a check's logic only over present parts and turns every hole into Unknown.</summary>
internal static class CheckGate
{
    internal static IReadOnlyList<CheckOutcome> Run(Check check, Func<ClusterSnapshot, IEnumerable<CheckOutcome>> evaluate, ClusterSnapshot snapshot)
    {
        var cluster = ResourceRef.Cluster(snapshot.Cluster.Name);
        var missing = check.Requires.Where(part => !snapshot[part].IsPresent).ToList();
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
            return [new(check.Id, cluster, CheckStatus.Unknown, check.Severity, $"The check itself failed ({exception.GetType().Name}); please report it.", [new("error", Shorten(exception.Message))])];
        }

        if (outcomes.Count == 0)
        {
            outcomes.Add(new(check.Id, cluster, CheckStatus.NotApplicable, check.Severity, "Nothing in this cluster that the check applies to.", []));
        }

        outcomes.AddRange(Holes(check, snapshot));
        return outcomes
            .OrderBy(outcome => outcome.Resource.Kind, StringComparer.Ordinal)
            .ThenBy(outcome => outcome.Resource.Key, StringComparer.Ordinal)
            .ToList();
    }

    private static IEnumerable<CheckOutcome> Holes(Check check, ClusterSnapshot snapshot)
    {
        foreach (var part in check.Requires)
        {
            foreach (var gap in snapshot[part].Gaps)
            {
                var subject = gap.Subject is null
                    ? new ResourceRef("SnapshotPart", part.ToString(), null, part.ToString())
                    : new ResourceRef(part.ToString(), gap.Subject, null, gap.Subject);
                yield return Unknown(check, subject, [(part, gap)]);
            }
        }
    }

    private static CheckOutcome Unknown(Check check, ResourceRef resource, IEnumerable<(SnapshotPart Part, PartGap Gap)> gaps)
    {
        var list = gaps.ToList();
        var first = list[0];
        var grant = first.Gap.Grant is null ? "" : $" Grant {first.Gap.Grant} to unlock it.";
        return new(
            check.Id, resource, CheckStatus.Unknown, check.Severity, Shorten($"{first.Part} could not be read: {first.Gap.Reason}.{grant}"),
            [.. list.Select(item => new Evidence(item.Part.ToString(), Shorten($"{item.Gap.Reason} {item.Gap.Operation} {item.Gap.Detail}")))]);
    }

    private static string Shorten(string text) => text.Length <= 300 ? text : text[..299] + "…";
}
