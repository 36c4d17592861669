using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Access;

/// <summary>Whether and why a request is allowed; Reason is empty when it is not.</summary>
internal readonly record struct AccessDecision(bool IsAllowed, string Reason);

/// <summary>Decides by the RBAC objects that the cluster itself serves, and by the access policies of EKS.</summary>
internal sealed class Authorizer
{
    private readonly Dictionary<(string? Namespace, string Name), RbacRole> roles;
    private readonly IReadOnlyList<RbacBinding> bindings;
    private readonly Cluster cluster;

    public Authorizer(Cluster cluster)
    {
        this.cluster = cluster;
        roles = RbacObjects.AllRoles(cluster).ToDictionary(role => (role.Namespace, role.Name));
        bindings = [.. RbacObjects.AllBindings(cluster)];
    }

    public AccessDecision Decide(KubeUser user, AccessAttributes attributes)
    {
        // the sandbox holds no Secrets, and who lists them is to notice
        if (attributes is { Group: "", Resource: "secrets" })
        {
            return default;
        }

        foreach (var (binding, subject, role) in BindingsOf(user, attributes.Namespace))
        {
            if (role.Rules.Any(rule => RbacRules.Allows(rule, attributes)))
            {
                return new AccessDecision(true, ReasonOf(binding, subject));
            }
        }

        var entry = cluster.AccessEntries.FirstOrDefault(entry => entry.PrincipalArn == user.PrincipalArn);
        return entry?.Policies.FirstOrDefault(policy => AccessPolicies.Allows(policy, attributes)) is { } allowing
            ? new AccessDecision(true, $"EKS Access Policy: allowed by ClusterRoleBinding of policy {allowing.PolicyArn} to User \"{user.Name}\"")
            : default;
    }

    /// <summary>The RBAC rules that hold for a user in a namespace, as SelfSubjectRulesReview tells them.</summary>
    public IEnumerable<RbacRule> RulesOf(KubeUser user, string? @namespace) =>
        BindingsOf(user, @namespace).SelectMany(bound => bound.Role.Rules).Where(rule => !rule.Resources.Contains("secrets") || rule.Resources.Count > 1);

    private IEnumerable<(RbacBinding Binding, RbacSubject Subject, RbacRole Role)> BindingsOf(KubeUser user, string? @namespace)
    {
        foreach (var binding in bindings)
        {
            if (binding.Namespace is not null && binding.Namespace != @namespace)
            {
                continue;
            }

            var subject = binding.Subjects.FirstOrDefault(subject => IsMeant(subject, user));
            var home = binding.RoleKind == "Role" ? binding.Namespace : null;
            if (subject is not null && roles.TryGetValue((home, binding.RoleName), out var role))
            {
                yield return (binding, subject, role);
            }
        }
    }

    private static bool IsMeant(RbacSubject subject, KubeUser user) => subject.Kind switch
    {
        "User" => subject.Name == user.Name,
        "Group" => user.Groups.Contains(subject.Name),
        _ => false,
    };

    private static string ReasonOf(RbacBinding binding, RbacSubject subject)
    {
        var kind = binding.Namespace is null ? "ClusterRoleBinding" : "RoleBinding";
        var name = binding.Namespace is null ? binding.Name : $"{binding.Name}/{binding.Namespace}";
        return $"RBAC: allowed by {kind} \"{name}\" of {binding.RoleKind} \"{binding.RoleName}\" to {subject.Kind} \"{subject.Name}\"";
    }
}
