using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Defaults;

/// <summary>The roles and bindings that every API server makes at start (BootstrapRbac.json, Kubernetes 1.34).</summary>
internal static class BootstrapRbac
{
    private static readonly Lazy<(IReadOnlyList<RbacRole> Roles, IReadOnlyList<RbacBinding> Bindings)> Loaded = new(Load);

    /// <summary>Roles and ClusterRoles.</summary>
    public static IReadOnlyList<RbacRole> Roles => Loaded.Value.Roles;

    /// <summary>RoleBindings and ClusterRoleBindings.</summary>
    public static IReadOnlyList<RbacBinding> Bindings => Loaded.Value.Bindings;

    /// <summary>The label of the roles that a built-in role is put together from; null for the others.</summary>
    public static string? AggregationLabel(string role) => role is "admin" or "edit" or "view" ? $"rbac.authorization.k8s.io/aggregate-to-{role}" : null;

    private static (IReadOnlyList<RbacRole> Roles, IReadOnlyList<RbacBinding> Bindings) Load()
    {
        using var stream = typeof(BootstrapRbac).Assembly.GetManifestResourceStream("BootstrapRbac.json")
            ?? throw new InvalidOperationException("BootstrapRbac.json is not embedded");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return (
            [.. root.GetProperty("clusterRoles").EnumerateArray().Concat(root.GetProperty("roles").EnumerateArray()).Select(RoleOf)],
            [.. root.GetProperty("clusterRoleBindings").EnumerateArray().Concat(root.GetProperty("roleBindings").EnumerateArray()).Select(BindingOf)]);
    }

    private static RbacRole RoleOf(JsonElement role) => new(Text(role, "namespace"), Required(role, "name"), [.. role.GetProperty("rules").EnumerateArray().Select(RuleOf)])
    {
        Labels = role.TryGetProperty("labels", out var labels)
            ? labels.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString() ?? "")
            : new Dictionary<string, string>(),
    };

    private static RbacRule RuleOf(JsonElement rule) => new(Texts(rule, "apiGroups"), Texts(rule, "resources"), Texts(rule, "verbs"))
    {
        ResourceNames = Texts(rule, "resourceNames"),
        NonResourceUrls = Texts(rule, "nonResourceURLs"),
    };

    private static RbacBinding BindingOf(JsonElement binding) => new(
        Text(binding, "namespace"),
        Required(binding, "name"),
        Required(binding, "roleKind"),
        Required(binding, "roleName"),
        [.. binding.GetProperty("subjects").EnumerateArray().Select(subject => new RbacSubject(Required(subject, "kind"), Required(subject, "name"), Text(subject, "namespace")))]);

    private static string? Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static string Required(JsonElement element, string member) => Text(element, member) ?? throw new InvalidOperationException($"BootstrapRbac.json lacks {member}");

    private static IReadOnlyList<string> Texts(JsonElement element, string member) => element.TryGetProperty(member, out var values)
        ? [.. values.EnumerateArray().Select(value => value.GetString() ?? "")]
        : [];
}
