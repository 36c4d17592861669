using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks;

/// <summary>How far a gap blinds a check.</summary>
public enum Blindness
{
    /// <summary>The check has no answer at all.</summary>
    Whole,

    /// <summary>The check answers for what was read, and says Unknown for the rest.</summary>
    Partial,
}

/// <summary>One gap of a snapshot and what it costs.</summary>
/// <param name="Unknown">Checks without any answer because of it, ordered by id.</param>
/// <param name="Incomplete">Checks whose answer has a hole because of it, ordered by id.</param>
public sealed record CoverageGap(SnapshotPart Part, PartGap Gap, IReadOnlyList<string> Unknown, IReadOnlyList<string> Incomplete)
{
    /// <summary>The IAM action or RBAC rule that would close the gap; null when no grant helps.</summary>
    public string? Grant => Gap.Grant;
}

/// <summary>A grant and the checks that it would give an answer, wholly or better.</summary>
public sealed record UnlockingGrant(string Grant, IReadOnlyList<SnapshotPart> Parts, IReadOnlyList<string> CheckIds);

/// <summary>What the gaps of a snapshot cost: which checks become unknown because of which part, and which grant would unlock them. Pure.</summary>
public static class CoverageMap
{
    /// <summary>Every gap of the snapshot, ordered by part, then subject.</summary>
    public static IReadOnlyList<CoverageGap> Of(ClusterSnapshot snapshot) =>
    [
        .. from part in Enum.GetValues<SnapshotPart>()
           from gap in snapshot[part].Gaps.OrderBy(gap => gap.Subject, StringComparer.Ordinal)
           select new CoverageGap(part, gap, Checks(part, snapshot, Blindness.Whole), Checks(part, snapshot, Blindness.Partial)),
    ];

    /// <summary>Grants that would close gaps, the one that unlocks most checks first.</summary>
    public static IReadOnlyList<UnlockingGrant> Grants(IEnumerable<CoverageGap> gaps) =>
    [
        .. gaps.Where(gap => gap.Grant is { Length: > 0 })
            .GroupBy(gap => gap.Grant!, StringComparer.Ordinal) // filtered above
            .Select(group => new UnlockingGrant(
                group.Key, [.. group.Select(gap => gap.Part).Distinct().Order()],
                [.. group.SelectMany(gap => gap.Unknown.Concat(gap.Incomplete)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
            .OrderByDescending(grant => grant.CheckIds.Count).ThenBy(grant => grant.Grant, StringComparer.Ordinal),
    ];

    /// <summary>Ids of the checks that a part could blind if it were missing, whatever the cluster.</summary>
    public static IReadOnlyList<string> ReadersOf(SnapshotPart part) =>
        [.. CheckCatalog.All.Where(check => check.Requires.Contains(part) || check.Consults.Contains(part)).Select(check => check.Id)];

    private static List<string> Checks(SnapshotPart part, ClusterSnapshot snapshot, Blindness blindness) =>
        [.. CheckCatalog.All.Where(check => check.Needs(part, snapshot) && BlindnessOf(check, part, snapshot) == blindness).Select(check => check.Id)];

    private static Blindness? BlindnessOf(Check check, SnapshotPart part, ClusterSnapshot snapshot)
    {
        if (check.Requires.Contains(part))
        {
            return snapshot[part].IsPresent ? Blindness.Partial : Blindness.Whole;
        }

        return !check.Consults.Contains(part) ? null
            : check.Requires.Count == 0 && check.Consults.All(consulted => !snapshot[consulted].IsPresent) ? Blindness.Whole
            : Blindness.Partial;
    }
}
