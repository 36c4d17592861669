using System.Text.Json;

namespace EksSecurityPortal.Core.Permissions;

/// <summary>An IAM policy: of an identity, of a resource, or a role's trust.</summary>
/// <param name="Version"><c>2012-10-17</c>, or <c>2008-10-17</c> when the document names none: policy variables are then plain text.</param>
public sealed record PolicyDocument(string Version, IReadOnlyList<PolicyStatement> Statements)
{
    /// <summary>
    /// Reads the JSON of a policy. Single values and arrays mean the same everywhere. Null when it is no policy: malformed, a statement without effect or
    /// action, a value of the wrong type. Never throws; whoever gets null knows nothing and must not take it for "allows nothing".
    /// </summary>
    public static PolicyDocument? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        try
        {
            return PolicyReader.Read(JsonElement.Parse(json));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One statement. Of each pair (Action and NotAction, …) at most one has members.</summary>
/// <param name="Principals">Empty in identity policies.</param>
public sealed record PolicyStatement
{
    public string? Sid { get; init; }

    public required bool IsAllow { get; init; }

    public IReadOnlyList<string> Actions { get; init; } = [];

    public IReadOnlyList<string> NotActions { get; init; } = [];

    /// <summary>Empty, together with <see cref="NotResources"/>, in trust policies.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    public IReadOnlyList<string> NotResources { get; init; } = [];

    public IReadOnlyList<PolicyPrincipal> Principals { get; init; } = [];

    public IReadOnlyList<PolicyPrincipal> NotPrincipals { get; init; } = [];

    /// <summary>All of them must hold.</summary>
    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];

    public bool IsConditional => Conditions.Count > 0;

    /// <summary>True when the statement's actions include this one, by list or by exclusion. Ignores case, as IAM does.</summary>
    public bool CoversAction(string action) =>
        NotActions.Count > 0 ? !NotActions.Any(pattern => PolicyGlob.Matches(pattern, action, ignoreCase: true)) : Actions.Any(pattern => PolicyGlob.Matches(pattern, action, ignoreCase: true));
}

/// <summary>Whom a statement names.</summary>
/// <param name="Type">AWS, Service, Federated, CanonicalUser; <c>*</c> for the bare star.</param>
public sealed record PolicyPrincipal(string Type, string Value);

/// <summary>One key of one operator: it holds when one of the values does (for negated operators: when none does).</summary>
/// <param name="Operator">As written: <c>StringLike</c>, <c>ForAllValues:StringEqualsIfExists</c>.</param>
public sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    public bool IsForAllValues => Operator.StartsWith("ForAllValues:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The operator without set prefix and IfExists, in lower case: <c>stringlike</c>.</summary>
    public string Comparison
    {
        get
        {
            var name = Operator[(Operator.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
            return name.EndsWith("ifexists", StringComparison.Ordinal) ? name[..^"ifexists".Length] : name;
        }
    }

    public bool IsIfExists => Operator.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase);
}
