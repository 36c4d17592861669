using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Eks;

/// <summary>
/// Support dates of Kubernetes on EKS as published by November 2026, for accounts that may not ask the API. Entries are marked
/// <see cref="CalendarSource.FallbackTable"/>; versions that came later are not in it.
/// Source: <see href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html"/>.
/// </summary>
internal static class FallbackCalendar
{
    private static readonly (string Version, DateOnly Released, DateOnly StandardEnds, DateOnly ExtendedEnds)[] Dates =
    [
        ("1.36", new(2026, 6, 2), new(2027, 8, 2), new(2028, 8, 2)),
        ("1.35", new(2026, 1, 27), new(2027, 3, 27), new(2028, 3, 27)),
        ("1.34", new(2025, 10, 2), new(2026, 12, 2), new(2027, 12, 2)),
        ("1.33", new(2025, 5, 29), new(2026, 7, 29), new(2027, 7, 29)),
        ("1.32", new(2025, 1, 23), new(2026, 3, 23), new(2027, 3, 23)),
        ("1.31", new(2024, 9, 26), new(2025, 11, 26), new(2026, 11, 26)),
        ("1.30", new(2024, 5, 23), new(2025, 7, 23), new(2026, 7, 23)),
        ("1.29", new(2024, 1, 23), new(2025, 3, 23), new(2026, 3, 23)),
        ("1.28", new(2023, 9, 26), new(2024, 11, 26), new(2025, 11, 26)),
    ];

    /// <summary>The table with each version's status at <paramref name="now"/>; newest first.</summary>
    public static IReadOnlyList<VersionSupport> At(DateTimeOffset now) =>
    [
        .. Dates.Select(entry => new VersionSupport(
            entry.Version, StatusAt(now, entry.StandardEnds, entry.ExtendedEnds), Start(entry.Released), Start(entry.StandardEnds), Start(entry.ExtendedEnds),
            null, null, false, CalendarSource.FallbackTable)),
    ];

    private static string StatusAt(DateTimeOffset now, DateOnly standardEnds, DateOnly extendedEnds) =>
        now < Start(standardEnds) ? "STANDARD_SUPPORT" : now < Start(extendedEnds) ? "EXTENDED_SUPPORT" : "UNSUPPORTED";

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
