using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes;

namespace EksSecurityPortal.Services.Onboarding;

/// <summary>What a cluster must grant: the requests that the portal sends and no other. No Secrets, no logs, no exec, nothing that writes.</summary>
public static class KubernetesAccess
{
    /// <summary>The Kubernetes group that the portal's access entry puts it in.</summary>
    public const string Group = "eks-security-portal:readers";

    private const string Name = "eks-security-portal-reader";

    /// <summary>ClusterRole, Roles and their bindings for kubectl, with the commands that make the access entry as comments on top.</summary>
    public static string Manifest(ReaderRole role)
    {
        var text = new FileLines();
        text.Add("# 1. Let the portal's role in, once for each cluster (access mode API or API_AND_CONFIG_MAP):");
        text.Add($"#    {Command("CLUSTER", "REGION", role)}");
        text.Add("#    In access mode CONFIG_MAP add to mapRoles of the ConfigMap kube-system/aws-auth instead:");
        text.Add($"#      - rolearn: {JsonText.Quote(role.ArnWithoutPath)}");
        text.Add($"#        username: {Name}");
        text.Add($"#        groups: [{JsonText.Quote(Group)}]");
        text.Add("# 2. Grant it reading: kubectl apply -f kubernetes-access.yaml");
        var granted = KubernetesRequests.All.Where(request => !request.IsGrantedToEveryone).ToList();
        AppendRole(text, "ClusterRole", null, granted.Where(request => request.Namespace is null));
        AppendBinding(text, "ClusterRole", null);
        foreach (var inNamespace in granted.Where(request => request.Namespace is not null).GroupBy(request => request.Namespace))
        {
            AppendRole(text, "Role", inNamespace.Key, inNamespace);
            AppendBinding(text, "Role", inNamespace.Key);
        }

        return text.ToString();
    }

    /// <summary>The command that makes the access entry in one cluster, for a POSIX shell.</summary>
    public static string AccessEntryCommand(ClusterRef cluster, ReaderRole role) => Command(cluster.Name, cluster.Region, role);

    private static string Command(string cluster, string region, ReaderRole role) =>
        $"aws eks create-access-entry --cluster-name {JsonText.QuoteShell(cluster)} --region {JsonText.QuoteShell(region)} "
        + $"--principal-arn {JsonText.QuoteShell(role.Arn)} --type STANDARD --kubernetes-groups {JsonText.QuoteShell(Group)}";

    private static void AppendRole(FileLines text, string kind, string? inNamespace, IEnumerable<KubernetesRequest> requests)
    {
        AppendHead(text, kind, inNamespace);
        text.Add("rules:");
        foreach (var rule in requests.GroupBy(request => (request.Group, request.Verb, HasName: request.Name is not null)))
        {
            text.Add($"  - apiGroups: [{JsonText.Quote(rule.Key.Group)}]");
            text.Add($"    resources: [{Join(rule.Select(request => request.Resource))}]");
            if (rule.Key.HasName)
            {
                text.Add($"    resourceNames: [{Join(rule.Select(request => request.Name!))}]");
            }

            text.Add($"    verbs: [{JsonText.Quote(rule.Key.Verb)}]");
        }
    }

    private static void AppendBinding(FileLines text, string roleKind, string? inNamespace)
    {
        AppendHead(text, roleKind + "Binding", inNamespace);
        text.Add("roleRef:");
        text.Add("  apiGroup: rbac.authorization.k8s.io");
        text.Add($"  kind: {roleKind}");
        text.Add($"  name: {Name}");
        text.Add("subjects:");
        text.Add("  - apiGroup: rbac.authorization.k8s.io");
        text.Add("    kind: Group");
        text.Add($"    name: {JsonText.Quote(Group)}");
    }

    private static void AppendHead(FileLines text, string kind, string? inNamespace)
    {
        text.Add("---");
        text.Add("apiVersion: rbac.authorization.k8s.io/v1");
        text.Add($"kind: {kind}");
        text.Add("metadata:");
        text.Add($"  name: {Name}");
        if (inNamespace is not null)
        {
            text.Add($"  namespace: {inNamespace}");
        }
    }

    private static string Join(IEnumerable<string> values) => string.Join(", ", values.Distinct(StringComparer.Ordinal).Select(JsonText.Quote));
}
