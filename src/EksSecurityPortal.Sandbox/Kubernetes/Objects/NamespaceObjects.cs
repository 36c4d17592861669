using System.Text;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Namespaces with what every one has, and ConfigMaps.</summary>
internal static class NamespaceObjects
{
    private static readonly string[] BuiltIn = ["default", "kube-node-lease", "kube-public", "kube-system"];

    public static IEnumerable<KubeObject> Namespaces(Cluster cluster) => All(cluster).Select(item =>
    {
        var meta = MetaOf.Object(cluster, "Namespace", null, item.Name, item.Created);
        var isBuiltIn = BuiltIn.Contains(item.Name);
        return new KubeObject(
            meta with
            {
                Labels = new Dictionary<string, string>(item.Labels) { ["kubernetes.io/metadata.name"] = item.Name },
                Annotations = item.Annotations,
                Manager = isBuiltIn ? "kube-apiserver" : "kubectl-create",
                IsApplied = !isBuiltIn && MetaOf.IsApplied(meta),
            },
            writer =>
            {
                writer.WriteRawMember("spec", """{"finalizers":["kubernetes"]}""");
                writer.WriteRawMember("status", """{"phase":"Active"}""");
            });
    });

    public static IEnumerable<KubeObject> ServiceAccounts(Cluster cluster)
    {
        var given = cluster.Kubernetes.ServiceAccounts;
        var named = given.Select(account => (account.Namespace, account.Name)).ToHashSet();
        var defaults = All(cluster).Select(item => new ServiceAccount(item.Name, "default"));
        return given.Concat(defaults.Where(account => !named.Contains((account.Namespace, account.Name)))).Select(account =>
        {
            var meta = MetaOf.Object(cluster, "ServiceAccount", account.Namespace, account.Name);
            return new KubeObject(
                meta with { Annotations = account.Annotations, Manager = account.Name == "default" ? "kube-controller-manager" : "helm" },
                writer => WriteAutomount(writer, account));
        });
    }

    public static IEnumerable<KubeObject> ConfigMaps(Cluster cluster)
    {
        var maps = cluster.Kubernetes.ConfigMaps.AsEnumerable();
        if (cluster.AwsAuth is { } auth)
        {
            maps = maps.Append(new KubernetesConfigMap("kube-system", "aws-auth", AwsAuthData(auth)));
        }

        return maps.Select(map =>
        {
            var meta = MetaOf.Object(cluster, "ConfigMap", map.Namespace, map.Name);
            return new KubeObject(
                meta with { Manager = "vpcLambda", IsApplied = map.Name == "aws-auth" || MetaOf.IsApplied(meta) },
                writer => ObjectWriter.WriteMap(writer, "data", map.Data));
        });
    }

    private static void WriteAutomount(Utf8JsonWriter writer, ServiceAccount account)
    {
        if (account.AutomountToken is { } automount)
        {
            writer.WriteBoolean("automountServiceAccountToken", automount);
        }
    }

    private static IEnumerable<KubernetesNamespace> All(Cluster cluster)
    {
        var named = cluster.Kubernetes.Namespaces.Select(item => item.Name).ToHashSet();
        return cluster.Kubernetes.Namespaces.Concat(BuiltIn.Where(name => !named.Contains(name)).Select(name => new KubernetesNamespace(name, cluster.CreatedAt)));
    }

    private static Dictionary<string, string> AwsAuthData(AwsAuthMap auth)
    {
        var data = new Dictionary<string, string>();
        AddMappings(data, "mapRoles", "rolearn", auth.Roles);
        AddMappings(data, "mapUsers", "userarn", auth.Users);
        if (auth.Accounts.Count > 0)
        {
            data["mapAccounts"] = string.Concat(auth.Accounts.Select(account => $"- \"{account}\"\n"));
        }

        return data;
    }

    private static void AddMappings(Dictionary<string, string> data, string member, string arnName, IReadOnlyList<AwsAuthMapping> mappings)
    {
        if (mappings.Count == 0)
        {
            return;
        }

        var yaml = new StringBuilder();
        foreach (var mapping in mappings)
        {
            yaml.Append("- ").Append(arnName).Append(": ").Append(mapping.Arn).Append("\n  username: ").Append(mapping.Username).Append('\n');
            yaml.Append(mapping.Groups.Count == 0 ? "" : "  groups:\n").AppendJoin("", mapping.Groups.Select(group => $"  - {group}\n"));
        }

        data[member] = yaml.ToString();
    }
}
