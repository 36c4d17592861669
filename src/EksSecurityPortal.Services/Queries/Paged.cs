namespace EksSecurityPortal.Services.Queries;

/// <summary>Bounds of pages, and text for LIKE.</summary>
internal static class Paged
{
    private const int MaxTake = 500;

    internal static IQueryable<T> Page<T>(this IQueryable<T> query, PageRequest page) => query.Skip(Math.Max(0, page.Skip)).Take(Math.Clamp(page.Take, 1, MaxTake));

    /// <summary>A pattern that finds the text anywhere in a lower-cased column; escape character is the backslash.</summary>
    internal static string Pattern(string text) =>
        $"%{text.Trim().ToLowerInvariant().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
