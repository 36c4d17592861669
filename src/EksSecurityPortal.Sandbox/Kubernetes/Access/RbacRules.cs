using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Access;

/// <summary>The matching of RBAC rules.</summary>
internal static class RbacRules
{
    private const string All = "*";

    public static bool Allows(RbacRule rule, AccessAttributes attributes) =>
        Has(rule.Verbs, attributes.Verb)
        && Has(rule.ApiGroups, attributes.Group)
        && HasResource(rule.Resources, attributes.Resource)
        && (rule.ResourceNames.Count == 0 || (attributes.Name is { } name && rule.ResourceNames.Contains(name)));

    private static bool Has(IReadOnlyList<string> values, string value) => values.Contains(All) || values.Contains(value);

    private static bool HasResource(IReadOnlyList<string> resources, string resource)
    {
        if (Has(resources, resource))
        {
            return true;
        }

        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && resources.Contains(All + resource[slash..]);
    }
}
