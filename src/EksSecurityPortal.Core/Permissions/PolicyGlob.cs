namespace EksSecurityPortal.Core.Permissions;

/// <summary>IAM's wildcards: <c>*</c> for any run of characters, also none, <c>?</c> for exactly one. Time is at most the product of both lengths.</summary>
public static class PolicyGlob
{
    /// <summary>Whether the text, which has no wildcards of its own, matches the pattern.</summary>
    public static bool Matches(string pattern, string text, bool ignoreCase = false)
    {
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        int at = 0, read = 0, star = -1, resume = 0;
        while (read < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                resume = read;
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern.AsSpan(at, 1).Equals(text.AsSpan(read, 1), comparison)))
            {
                at++;
                read++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                read = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }

    /// <summary>Whether some text matches both patterns: what to ask when the real resource is not known.</summary>
    public static bool Overlaps(string left, string right)
    {
        // reachable[j]: what was read of left can equal what right's first j characters match
        var reachable = new bool[right.Length + 1];
        reachable[0] = true;
        Spread(right, reachable);
        foreach (var letter in left)
        {
            var next = new bool[right.Length + 1];
            next[0] = letter == '*' && reachable[0];
            for (var index = 1; index <= right.Length; index++)
            {
                next[index] = letter == '*'
                    ? reachable[index] || next[index - 1]
                    : (reachable[index] && right[index - 1] == '*') || (reachable[index - 1] && Meets(letter, right[index - 1])) || (next[index - 1] && right[index - 1] == '*');
            }

            reachable = next;
        }

        return reachable[^1];
    }

    public static bool HasWildcard(string pattern) => pattern.AsSpan().ContainsAny('*', '?');

    private static void Spread(string right, bool[] reachable)
    {
        for (var index = 1; index <= right.Length && right[index - 1] == '*'; index++)
        {
            reachable[index] = true;
        }
    }

    private static bool Meets(char left, char right) => left == right || left == '?' || right is '?' or '*';
}
