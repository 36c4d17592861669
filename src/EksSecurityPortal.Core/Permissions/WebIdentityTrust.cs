namespace EksSecurityPortal.Core.Permissions;

/// <summary>How a trust statement limits the subject of a token.</summary>
public enum SubjectLimit
{
    /// <summary>Not at all: every service account of the cluster gets the role.</summary>
    None,

    /// <summary>Only by ForAllValues, which also holds for a token without a subject.</summary>
    ForAllValuesOnly,

    /// <summary>To <see cref="TrustGrant.Subjects"/>.</summary>
    Subjects,

    /// <summary>The conditions can never hold for a token of this cluster: broken, and harmless.</summary>
    Never,
}

/// <summary>One Allow statement that takes tokens of the cluster's issuer.</summary>
/// <param name="Subjects">Exact subjects and patterns, ordered; empty unless the limit is Subjects.</param>
/// <param name="Conditions">All conditions as text, for evidence.</param>
/// <param name="HasOtherConditions">Beside subject and audience: it may admit less than it seems.</param>
public sealed record TrustGrant(SubjectLimit Limit, IReadOnlyList<string> Subjects, IReadOnlyList<string> Conditions, bool HasOtherConditions)
{
    /// <summary>The widest of <see cref="Subjects"/>.</summary>
    public SubjectBreadth Breadth => Subjects.Select(SubjectPattern.BreadthOf).DefaultIfEmpty(SubjectBreadth.Exact).Max();
}

/// <summary>
/// Reads a role's trust policy for IAM roles for service accounts (IRSA): which tokens of one OIDC issuer it admits. Wildcards count in StringLike only: in
/// StringEquals a star is a star, which no service account has in its name. Keys of other issuers are absent from this issuer's tokens.
/// </summary>
public sealed record WebIdentityTrust(IReadOnlyList<TrustGrant> Grants)
{
    private const string Action = "sts:AssumeRoleWithWebIdentity";

    /// <param name="issuer">Without <c>https://</c>.</param>
    /// <returns>Null when the policy cannot be read; no grants when it takes no tokens of this issuer.</returns>
    public static WebIdentityTrust? Of(string trustPolicy, string issuer)
    {
        if (PolicyDocument.Parse(trustPolicy) is not { } document)
        {
            return null;
        }

        var statements = document.Statements.Where(statement => statement.CoversAction(Action) && Names(statement, issuer)).ToList();
        var denials = statements.Where(statement => !statement.IsAllow).ToList();
        if (denials.Exists(statement => !statement.IsConditional))
        {
            return new([]);
        }

        var required = denials.Select(statement => RequiredByDeny(statement, issuer)).OfType<PolicyCondition>().ToList();
        return new([.. statements.Where(statement => statement.IsAllow).Select(statement => Grant([.. statement.Conditions, .. required], issuer))]);
    }

    private static bool Names(PolicyStatement statement, string issuer) =>
        statement.NotPrincipals.Count > 0 ? !statement.NotPrincipals.Any(principal => IsIssuer(principal, issuer))
        : statement.Principals.Any(principal => principal.Type == "*" || IsIssuer(principal, issuer));

    private static bool IsIssuer(PolicyPrincipal principal, string issuer) =>
        principal.Type == "Federated" && (principal.Value == "*" || principal.Value.EndsWith(":oidc-provider/" + issuer, StringComparison.Ordinal));

    /// <summary>"Deny unless the subject is like …" limits as an Allow's condition does, when nothing else is asked.</summary>
    private static PolicyCondition? RequiredByDeny(PolicyStatement statement, string issuer) =>
        statement.Conditions is [var only] && IsSubject(only, issuer) && !only.IsIfExists && (only.Comparison is "stringnotequals" or "stringnotlike")
            ? only with { Operator = only.Comparison.Replace("not", "", StringComparison.Ordinal) } : null;

    private static TrustGrant Grant(IReadOnlyList<PolicyCondition> conditions, string issuer)
    {
        var texts = conditions.Select(condition => $"{condition.Operator} {condition.Key}: {string.Join(" | ", condition.Values.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal).ToList();
        var mine = conditions.Where(condition => IsSubject(condition, issuer)).ToList();
        var others = conditions.Where(condition => !IsSubject(condition, issuer) && !IsAudience(condition, issuer)).ToList();
        TrustGrant Say(SubjectLimit limit, params IReadOnlyList<string> subjects) => new(limit, subjects, texts, others.Exists(condition => !IsOfIssuer(condition)));

        // a key that this issuer's tokens do not have makes a positive comparison false
        if (others.Exists(condition => IsOfIssuer(condition) && !condition.IsIfExists && !condition.IsForAllValues && !IsNegated(condition)) || mine.Exists(condition => condition.Comparison == "null" && condition.Values.Contains("true", StringComparer.OrdinalIgnoreCase)))
        {
            return Say(SubjectLimit.Never);
        }

        var positive = mine.Where(condition => condition.Comparison is "stringequals" or "stringlike" or "stringequalsignorecase").ToList();
        if (positive.Count == 0)
        {
            return Say(SubjectLimit.None);
        }

        var isPresent = mine.Exists(condition => condition.Comparison == "null" && condition.Values.Contains("false", StringComparer.OrdinalIgnoreCase));
        if (!isPresent && positive.TrueForAll(condition => condition.IsForAllValues))
        {
            return Say(SubjectLimit.ForAllValuesOnly);
        }

        var subjects = Subjects(positive);
        return subjects.Count == 0 ? Say(SubjectLimit.Never) : Say(SubjectLimit.Subjects, subjects);
    }

    /// <summary>What all conditions admit together. Of several patterns the narrowest list stands: an upper bound of their meet.</summary>
    private static List<string> Subjects(List<PolicyCondition> conditions)
    {
        var patterns = conditions.Where(condition => condition.Comparison == "stringlike").ToList();
        var exact = conditions.Where(condition => condition.Comparison != "stringlike").Select(condition => condition.Values.Where(value => !PolicyGlob.HasWildcard(value))).ToList();
        var admitted = exact.Count > 0
            ? exact.Aggregate((left, right) => left.Intersect(right, StringComparer.Ordinal)).Where(value => patterns.TrueForAll(condition => condition.Values.Any(pattern => PolicyGlob.Matches(pattern, value))))
            : patterns.MinBy(condition => condition.Values.Select(SubjectPattern.BreadthOf).DefaultIfEmpty(SubjectBreadth.Exact).Max())!.Values; // there is at least one condition
        return [.. admitted.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static bool IsSubject(PolicyCondition condition, string issuer) => condition.Key.Equals(issuer + ":sub", StringComparison.OrdinalIgnoreCase);

    private static bool IsAudience(PolicyCondition condition, string issuer) => condition.Key.Equals(issuer + ":aud", StringComparison.OrdinalIgnoreCase);

    /// <summary>A key of a token's claims: <c>host/path:sub</c>.</summary>
    private static bool IsOfIssuer(PolicyCondition condition) =>
        condition.Key.Contains('/', StringComparison.Ordinal) && (condition.Key.EndsWith(":sub", StringComparison.OrdinalIgnoreCase) || condition.Key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase));

    private static bool IsNegated(PolicyCondition condition) => condition.Comparison.Contains("not", StringComparison.Ordinal) || condition.Comparison == "null";
}
