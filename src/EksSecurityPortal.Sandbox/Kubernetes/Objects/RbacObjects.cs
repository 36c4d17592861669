using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Defaults;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Roles and bindings: those every API server makes, those of EKS, and the estate's.</summary>
internal static class RbacObjects
{
    private const string Group = "rbac.authorization.k8s.io";

    public static IEnumerable<KubeObject> Roles(Cluster cluster, bool isNamespaced) => AllRoles(cluster)
        .Where(role => role.Namespace is not null == isNamespaced)
        .Select(role => new KubeObject(MetaOfRole(cluster, role), writer => WriteRole(writer, role)));

    public static IEnumerable<KubeObject> Bindings(Cluster cluster, bool isNamespaced) => AllBindings(cluster)
        .Where(binding => binding.Namespace is not null == isNamespaced)
        .Select(binding =>
        {
            var kind = isNamespaced ? "RoleBinding" : "ClusterRoleBinding";
            var isBootstrap = BootstrapRbac.Bindings.Contains(binding);
            return new KubeObject(Mark(MetaOf.Object(cluster, kind, binding.Namespace, binding.Name), Empty.Tags, isBootstrap), writer => WriteBinding(writer, binding));
        });

    /// <summary>An estate's role replaces the built-in role of its name.</summary>
    public static IEnumerable<RbacRole> AllRoles(Cluster cluster)
    {
        var own = cluster.Kubernetes.Roles;
        var named = own.Select(role => (role.Namespace, role.Name)).ToHashSet();
        return BootstrapRbac.Roles.Concat(EksRbac.Roles).Where(role => !named.Contains((role.Namespace, role.Name))).Concat(own);
    }

    public static IEnumerable<RbacBinding> AllBindings(Cluster cluster)
    {
        var own = cluster.Kubernetes.Bindings;
        var named = own.Select(binding => (binding.Namespace, binding.Name)).ToHashSet();
        return BootstrapRbac.Bindings.Concat(EksRbac.Bindings).Where(binding => !named.Contains((binding.Namespace, binding.Name))).Concat(own);
    }

    private static ObjectMeta MetaOfRole(Cluster cluster, RbacRole role) => Mark(
        MetaOf.Object(cluster, role.Namespace is null ? "ClusterRole" : "Role", role.Namespace, role.Name), role.Labels, BootstrapRbac.Roles.Contains(role));

    private static ObjectMeta Mark(ObjectMeta meta, IReadOnlyDictionary<string, string> labels, bool isBootstrap) => isBootstrap
        ? meta with
        {
            Labels = new Dictionary<string, string>(labels) { ["kubernetes.io/bootstrapping"] = "rbac-defaults" },
            Annotations = new Dictionary<string, string> { ["rbac.authorization.kubernetes.io/autoupdate"] = "true" },
            Manager = "kube-apiserver",
        }
        : meta with { Labels = labels, Manager = "helm", IsApplied = MetaOf.IsApplied(meta) };

    private static void WriteRole(Utf8JsonWriter writer, RbacRole role)
    {
        writer.WriteStartArray("rules");
        foreach (var rule in role.Rules)
        {
            WriteRule(writer, rule);
        }

        writer.WriteEndArray();
        if (role.Namespace is null && BootstrapRbac.AggregationLabel(role.Name) is { } label)
        {
            writer.WriteRawMember("aggregationRule", $$$"""{"clusterRoleSelectors":[{"matchLabels":{"{{{label}}}":"true"}}]}""");
        }
    }

    public static void WriteRule(Utf8JsonWriter writer, RbacRule rule)
    {
        writer.WriteStartObject();
        ObjectWriter.WriteStrings(writer, "verbs", rule.Verbs);
        ObjectWriter.WriteStrings(writer, "apiGroups", rule.ApiGroups);
        ObjectWriter.WriteStrings(writer, "resources", rule.Resources);
        ObjectWriter.WriteStrings(writer, "resourceNames", rule.ResourceNames);
        ObjectWriter.WriteStrings(writer, "nonResourceURLs", rule.NonResourceUrls);
        writer.WriteEndObject();
    }

    private static void WriteBinding(Utf8JsonWriter writer, RbacBinding binding)
    {
        writer.WriteStartArray("subjects");
        foreach (var subject in binding.Subjects)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", subject.Kind);
            if (subject.Kind != "ServiceAccount")
            {
                writer.WriteString("apiGroup", Group);
            }

            writer.WriteString("name", subject.Name);
            if (subject.Namespace is { } name)
            {
                writer.WriteString("namespace", name);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("roleRef");
        writer.WriteString("apiGroup", Group);
        writer.WriteString("kind", binding.RoleKind);
        writer.WriteString("name", binding.RoleName);
        writer.WriteEndObject();
    }
}
