using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Web.Components.Cluster;

/// <summary>Picks the RBAC roles worth a person's first look. For display only: verdicts are the checks'.</summary>
public static class StrongRoles
{
    /// <summary>Null when nothing of the role stands out.</summary>
    public static string? Why(RbacRole role)
    {
        List<string> reasons = [];
        foreach (var rule in role.Rules)
        {
            if (Has(rule.Verbs, "*") && Has(rule.Resources, "*"))
            {
                return "may do everything";
            }

            Add(reasons, Has(rule.Resources, "secrets") && Reads(rule), "reads Secrets");
            Add(reasons, Has(rule.Resources, "pods/exec") && Reaches(rule.Verbs, "create", "get"), "runs commands in pods");
            Add(reasons, Has(rule.Resources, "nodes/proxy"), "talks to kubelets");
            Add(reasons, Has(rule.Verbs, "escalate") || Has(rule.Verbs, "bind"), "may raise roles");
            Add(reasons, rule.Verbs.Contains("impersonate"), "acts as others");
            Add(reasons, Has(rule.Resources, "serviceaccounts/token") && Reaches(rule.Verbs, "create"), "makes tokens");
        }

        return reasons.Count == 0 ? null : string.Join(", ", reasons.Distinct(StringComparer.Ordinal));
    }

    private static void Add(List<string> reasons, bool applies, string reason)
    {
        if (applies)
        {
            reasons.Add(reason);
        }
    }

    private static bool Has(IReadOnlyList<string> values, string value) => values.Contains(value, StringComparer.Ordinal) || (value != "*" && values.Contains("*", StringComparer.Ordinal));

    private static bool Reads(RbacRule rule) => rule.ResourceNames.Count == 0 && Reaches(rule.Verbs, "get", "list", "watch");

    private static bool Reaches(IReadOnlyList<string> verbs, params string[] wanted) => wanted.Any(verb => Has(verbs, verb));
}
