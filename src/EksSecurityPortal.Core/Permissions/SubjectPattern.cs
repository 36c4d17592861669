namespace EksSecurityPortal.Core.Permissions;

/// <summary>How many service accounts a pattern of a token's subject admits. Ordered: more is wider.</summary>
public enum SubjectBreadth
{
    /// <summary>One service account.</summary>
    Exact = 0,

    /// <summary>Some names in one namespace.</summary>
    Names = 1,

    /// <summary>All of one namespace.</summary>
    Namespace = 2,

    /// <summary>Namespaces that fit a pattern: whoever may create one gets in.</summary>
    Namespaces = 3,

    /// <summary>Every service account of the cluster.</summary>
    Everything = 4,
}

/// <summary>Classifies patterns of <c>system:serviceaccount:{namespace}:{name}</c>.</summary>
public static class SubjectPattern
{
    private const string Prefix = "system:serviceaccount:";

    /// <summary>Breadth of a pattern whose wildcards are expanded (StringLike).</summary>
    public static SubjectBreadth BreadthOf(string pattern)
    {
        if (!PolicyGlob.HasWildcard(pattern))
        {
            return SubjectBreadth.Exact;
        }

        if (!pattern.StartsWith(Prefix, StringComparison.Ordinal))
        {
            // a wildcard before the namespace reaches over it
            return PolicyGlob.Matches(pattern, Prefix + "any-1:thing-2") && PolicyGlob.Matches(pattern, Prefix + "other:x") ? SubjectBreadth.Everything : SubjectBreadth.Namespaces;
        }

        var rest = pattern[Prefix.Length..];
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var (space, name) = colon < 0 ? (rest, null) : (rest[..colon], rest[(colon + 1)..]);
        return !PolicyGlob.HasWildcard(space) ? IsStars(name) ? SubjectBreadth.Namespace : SubjectBreadth.Names
            : IsStars(space) && (name is null || IsStars(name)) ? SubjectBreadth.Everything
            : SubjectBreadth.Namespaces;
    }

    private static bool IsStars(string? text) => text is { Length: > 0 } && text.All(letter => letter == '*');
}
