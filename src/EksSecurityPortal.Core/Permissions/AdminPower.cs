using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Permissions;

/// <summary>One reason why a role is as good as an administrator, or has a whole service.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="What">The statement in few words: <c>Allow * on *</c>.</param>
/// <param name="IsConditional">The statement has conditions: it may allow less than it seems.</param>
public sealed record AdminGrant(Severity Severity, string Policy, string What, bool IsConditional);

/// <summary>What of a role's policies gives wide power, and what could not be read.</summary>
/// <param name="Unread">Policies without a readable document: they may grant anything.</param>
public sealed record AdminPower(IReadOnlyList<AdminGrant> Grants, IReadOnlyList<string> Unread)
{
    // wide by their document, which AWS publishes; needed when the document itself was not in the answer
    private static readonly Dictionary<string, (Severity Severity, string What)> KnownPolicies = new(StringComparer.Ordinal)
    {
        ["AdministratorAccess"] = (Severity.Critical, "Allow * on *"),
        ["AdministratorAccess-Amplify"] = (Severity.High, "administrator of many services"),
        ["AdministratorAccess-AWSElasticBeanstalk"] = (Severity.High, "administrator of many services"),
        ["PowerUserAccess"] = (Severity.High, "Allow everything except iam, organizations and account"),
        ["IAMFullAccess"] = (Severity.Critical, "Allow iam:* on *"),
    };

    /// <summary>Services whose whole is the account's or the cluster's whole.</summary>
    private static readonly string[] Governing = ["iam", "sts", "organizations"];

    /// <summary>Services whose whole means data, secrets or machines of everybody.</summary>
    private static readonly string[] Sensitive = ["ec2", "eks", "s3", "secretsmanager", "ssm", "kms", "lambda", "ecr", "cloudformation", "rds", "dynamodb"];

    /// <summary>
    /// Judges statements one by one: a condition or a boundary is told, and makes the grant one step milder, since it may still allow; only an unconditional
    /// Deny of everything takes all away. Ordered, worst first.
    /// </summary>
    public static AdminPower Of(IamRole role)
    {
        var grants = new List<AdminGrant>();
        var unread = new List<string>();
        foreach (var policy in role.Policies)
        {
            if (policy.Arn is { } arn && arn.Contains(":iam::aws:policy/", StringComparison.Ordinal) && KnownPolicies.TryGetValue(arn[(arn.LastIndexOf('/') + 1)..], out var known))
            {
                grants.Add(new(known.Severity, policy.Name, known.What, false));
                continue;
            }

            if (PolicyDocument.Parse(policy.Document) is not { } document)
            {
                unread.Add(policy.Name);
                continue;
            }

            if (document.Statements.Any(IsDenyOfAll))
            {
                return new([], []);
            }

            grants.AddRange(document.Statements.Where(statement => statement.IsAllow).Select(statement => Grant(policy.Name, statement)).OfType<AdminGrant>());
        }

        var hasBoundary = role.PermissionsBoundaryArn is not null;
        return new(
            [.. grants.Select(grant => hasBoundary ? grant with { Severity = Milder(grant.Severity) } : grant).Distinct()
                .OrderByDescending(grant => grant.Severity).ThenBy(grant => grant.Policy, StringComparer.Ordinal).ThenBy(grant => grant.What, StringComparer.Ordinal)],
            [.. unread.Order(StringComparer.Ordinal)]);
    }

    private static AdminGrant? Grant(string policy, PolicyStatement statement)
    {
        if (!IsWide(statement))
        {
            return null;
        }

        var resource = statement.NotResources.Count > 0 ? $"everything except {OutcomeText.List(statement.NotResources)}" : OutcomeText.List(statement.Resources);
        var (severity, what) = statement.NotActions.Count > 0
            ? (Severity.High, $"Allow everything except {OutcomeText.List(statement.NotActions)} on {resource}")
            : (Worst(statement.Actions), $"Allow {OutcomeText.List(statement.Actions.Where(action => Weigh(action) is not null))} on {resource}");
        return severity is not { } grade ? null : new(statement.IsConditional ? Milder(grade) : grade, policy, statement.IsConditional ? what + $" if {Describe(statement.Conditions)}" : what, statement.IsConditional);
    }

    private static Severity? Worst(IReadOnlyList<string> actions) => actions.Select(Weigh).Max();

    /// <summary>Null for actions that are not the whole of a service.</summary>
    private static Severity? Weigh(string action)
    {
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return IsAny(action) ? Severity.Critical : null;
        }

        var (service, verb) = (action[..colon], action[(colon + 1)..]);
        if (!IsAny(verb))
        {
            return null;
        }

        return IsAny(service) || Governing.Any(name => PolicyGlob.Matches(service, name, ignoreCase: true)) ? Severity.Critical
            : Sensitive.Any(name => PolicyGlob.Matches(service, name, ignoreCase: true)) ? Severity.High
            : Severity.Medium;
    }

    /// <summary>All resources, or all but some, or all of a service: <c>*</c>, <c>arn:aws:s3:::*</c>, <c>arn:*:ec2:*:*:*</c>.</summary>
    private static bool IsWide(PolicyStatement statement) =>
        statement.NotResources.Count > 0 || statement.Resources.Any(resource => IsAny(resource) || (resource.StartsWith("arn:", StringComparison.Ordinal) && resource.Split(':', 6) is [_, _, _, _, _, var rest] && IsAny(rest)));

    private static bool IsAny(string pattern) => pattern.Length > 0 && pattern.Contains('*', StringComparison.Ordinal) && pattern.All(letter => letter is '*');

    private static bool IsDenyOfAll(PolicyStatement statement) =>
        statement is { IsAllow: false, IsConditional: false } && statement.Actions.Any(action => action is "*" or "*:*") && statement.Resources.Any(IsAny);

    private static Severity Milder(Severity severity) => severity > Severity.Low ? severity - 1 : severity;

    private static string Describe(IReadOnlyList<PolicyCondition> conditions) => OutcomeText.List(conditions.Select(condition => $"{condition.Operator} {condition.Key} {OutcomeText.List(condition.Values)}"));
}
