using EksSecurityPortal.Sandbox.Kubernetes.Defaults;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Access;

/// <summary>What EKS's own access policies allow, by the built-in roles they are modelled on.</summary>
internal static class AccessPolicies
{
    private static readonly RbacRule ReadAll = new(["*"], ["*"], ["get", "list", "watch"]);

    private static readonly RbacRule Everything = new(["*"], ["*"], ["*"]);

    public static bool Allows(AssociatedAccessPolicy policy, AccessAttributes attributes)
    {
        var isInScope = policy.AccessScope.Type == "cluster" || (attributes.Namespace is { } name && policy.AccessScope.Namespaces.Contains(name));
        return isInScope && RulesOf(policy.PolicyArn).Any(rule => RbacRules.Allows(rule, attributes));
    }

    private static IReadOnlyList<RbacRule> RulesOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..] switch
    {
        "AmazonEKSClusterAdminPolicy" => [Everything],
        "AmazonEKSAdminViewPolicy" => [ReadAll],
        "AmazonEKSAdminPolicy" => RoleRules("admin"),
        "AmazonEKSEditPolicy" => RoleRules("edit"),
        "AmazonEKSViewPolicy" => RoleRules("view"),
        _ => [],
    };

    private static IReadOnlyList<RbacRule> RoleRules(string role) => BootstrapRbac.Roles.First(item => item.Namespace is null && item.Name == role).Rules;
}
