using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EksSecurityPortal.Core.Checks;

/// <summary>
/// Text of outcomes within known bounds. Names and values come from clusters and may be hostile: control characters and direction marks become
/// U+FFFD, and what is too long is cut. Applying it twice changes nothing, so that stored and new outcomes compare equal.
/// </summary>
public static class OutcomeText
{
    public const int MaxSummary = 300;
    public const int MaxField = 200;
    public const int MaxValue = 1000;
    public const int MaxEvidence = 40;
    public const int MaxName = 300;
    public const int MaxKey = 500;

    /// <summary>How many members of a list are named in evidence; the rest is counted.</summary>
    public const int MaxListed = 10;

    internal static CheckOutcome Clean(CheckOutcome outcome) => outcome with
    {
        Summary = Clean(outcome.Summary, MaxSummary),
        Resource = Clean(outcome.Resource),
        Evidence = [.. outcome.Evidence.Take(MaxEvidence).Select(item => new Evidence(Clean(item.Field, MaxField), Clean(item.Value, MaxValue)))],
    };

    /// <summary>Printable text of at most <paramref name="limit"/> UTF-16 units.</summary>
    public static string Clean(string text, int limit)
    {
        var isLong = text.Length > limit;
        if (!isLong && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var kept = isLong ? text.AsSpan(0, limit - 1) : text.AsSpan();
        var clean = new StringBuilder(kept.Length + 1);
        foreach (var rune in kept.EnumerateRunes())
        {
            clean.Append(IsHarmful(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return isLong ? clean.Append('…').ToString() : clean.ToString();
    }

    /// <summary>The distinct items in ordinal order: the first ten by name, the rest counted: <c>a, b, … and 3 more (13)</c>.</summary>
    public static string List(IEnumerable<string> items)
    {
        var ordered = items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return ordered.Count == 0 ? "none"
            : ordered.Count <= MaxListed ? string.Join(", ", ordered)
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", ordered.Take(MaxListed))} and {ordered.Count - MaxListed} more ({ordered.Count})");
    }

    /// <summary><c>1 node</c>, <c>2 nodes</c>.</summary>
    internal static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static ResourceRef Clean(ResourceRef resource) => resource with
    {
        Key = Key(resource.Key),
        Namespace = resource.Namespace is null ? null : Clean(resource.Namespace, MaxName),
        DisplayName = Clean(resource.DisplayName, MaxName),
    };

    // a cut key keeps its identity by a digest of the whole
    private static string Key(string key)
    {
        if (key.Length <= MaxKey)
        {
            return Clean(key, MaxKey);
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
        return Clean(key[..(MaxKey - 20)], MaxKey) + "…#" + digest;
    }

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
