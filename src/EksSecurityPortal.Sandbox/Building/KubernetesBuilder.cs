using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>How carefully a workload's pods are written.</summary>
internal enum Hardening
{
    /// <summary>Passes the restricted pod security standard, with requests, limits and probes.</summary>
    Restricted,

    /// <summary>Runs, with requests and nothing else.</summary>
    Plain,

    /// <summary>Root, privileged, host namespaces, secrets in environment values.</summary>
    Reckless,
}

/// <summary>Gathers what a cluster's Kubernetes API serves.</summary>
internal sealed class KubernetesBuilder(ClusterContext cluster)
{
    public ClusterContext Cluster => cluster;

    public List<KubernetesNamespace> Namespaces { get; } = [];

    public List<Workload> Workloads { get; } = [];

    public List<KubernetesService> Services { get; } = [];

    public List<ServiceAccount> ServiceAccounts { get; } = [];

    public List<RbacRole> Roles { get; } = [];

    public List<RbacBinding> Bindings { get; } = [];

    public List<DisruptionBudget> DisruptionBudgets { get; } = [];

    public List<KubernetesConfigMap> ConfigMaps { get; } = [];

    public List<CustomKind> CustomKinds { get; } = [];

    public List<KubernetesObject> Objects { get; } = [];

    public int PodCount => Workloads.Sum(workload => workload.PodCount(cluster.Nodes));

    /// <param name="podSecurity">Enforced pod security level; null enforces none.</param>
    public void AddNamespace(string name, string? podSecurity = null)
    {
        if (Namespaces.Exists(known => known.Name == name))
        {
            return;
        }

        var labels = new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = name };
        if (podSecurity is not null)
        {
            labels["pod-security.kubernetes.io/enforce"] = podSecurity;
            labels["pod-security.kubernetes.io/warn"] = podSecurity;
        }

        Namespaces.Add(new KubernetesNamespace(name, cluster.Now.AddDays(-300)) { Labels = labels });
    }

    public Workload Add(WorkloadKind kind, string inNamespace, string name, int replicas, PodTemplate template, Func<Workload, Workload>? change = null)
    {
        var labels = new Dictionary<string, string>(template.Labels) { ["app.kubernetes.io/name"] = name };
        var workload = new Workload
        {
            Kind = kind,
            Namespace = inNamespace,
            Name = name,
            Created = cluster.Now.AddDays(-20 - Ids.Number(cluster.Name + inNamespace + name, 200)),
            Replicas = replicas,
            Labels = labels,
            Template = template with { Labels = labels },
        };
        workload = change?.Invoke(workload) ?? workload;
        Workloads.Add(workload);
        return workload;
    }

    public KubernetesService AddService(string inNamespace, string name, string type = "ClusterIP", int port = 80, int targetPort = 8080, Func<KubernetesService, KubernetesService>? change = null)
    {
        var service = new KubernetesService(inNamespace, name, type, new Dictionary<string, string> { ["app.kubernetes.io/name"] = name }, [new ServicePort(port, targetPort, "TCP", "http", type == "ClusterIP" ? null : 30000 + Ids.Number(inNamespace + name, 2700))])
        {
            ClusterIp = $"172.20.{Ids.Number(inNamespace + name, 250)}.{Ids.Number(name + inNamespace, 250) + 2}",
        };
        service = change?.Invoke(service) ?? service;
        Services.Add(service);
        return service;
    }

    public void AddServiceAccount(string inNamespace, string name, string? roleArn = null, bool? automount = null) => ServiceAccounts.Add(new ServiceAccount(inNamespace, name)
    {
        Annotations = roleArn is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["eks.amazonaws.com/role-arn"] = roleArn },
        AutomountToken = automount,
    });

    public void AddNetworkPolicy(string inNamespace, string name, string spec) =>
        Objects.Add(new KubernetesObject("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies", inNamespace, name, $$"""{"spec":{{spec}}}"""));

    /// <summary>Denies everything, then allows DNS and traffic inside the namespace and from the ingress namespace.</summary>
    public void IsolateNamespace(string name)
    {
        AddNetworkPolicy(name, "default-deny", """{"podSelector":{},"policyTypes":["Ingress","Egress"]}""");
        AddNetworkPolicy(name, "allow-dns", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"kube-system"}},"podSelector":{"matchLabels":{"k8s-app":"kube-dns"}}}],"ports":[{"protocol":"UDP","port":53},{"protocol":"TCP","port":53}]}]}""");
        AddNetworkPolicy(name, "allow-same-namespace", """{"podSelector":{},"policyTypes":["Ingress","Egress"],"ingress":[{"from":[{"podSelector":{}}]}],"egress":[{"to":[{"podSelector":{}}]}]}""");
        AddNetworkPolicy(name, "allow-ingress-controller", """{"podSelector":{"matchLabels":{"app.kubernetes.io/component":"web"}},"policyTypes":["Ingress"],"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"ingress"}}}],"ports":[{"protocol":"TCP","port":8080}]}]}""");
    }

    public void AddBudget(string inNamespace, string name, string? minAvailable = null, string? maxUnavailable = null) =>
        DisruptionBudgets.Add(new DisruptionBudget(inNamespace, name, new Dictionary<string, string> { ["app.kubernetes.io/name"] = name })
        {
            MinAvailable = minAvailable,
            MaxUnavailable = maxUnavailable,
            UnhealthyPodEvictionPolicy = maxUnavailable is null ? null : "AlwaysAllow",
        });

    public void AddClusterRole(string name, params RbacRule[] rules) => Roles.Add(new RbacRole(null, name, rules));

    public void BindCluster(string name, string role, params RbacSubject[] subjects) => Bindings.Add(new RbacBinding(null, name, "ClusterRole", role, subjects));

    public void AddObject(string apiVersion, string kind, string plural, string? inNamespace, string name, string body, IReadOnlyDictionary<string, string>? labels = null) =>
        Objects.Add(new KubernetesObject(apiVersion, kind, plural, inNamespace, name, body) { Labels = labels ?? Empty.Tags });

    public KubernetesCluster Build() => new()
    {
        GitVersion = $"v{cluster.Minor}.{PublicTables.Patch(cluster.Minor)}-eks-{Ids.Hex("apiserver" + cluster.Minor, 7)}",
        Namespaces = Namespaces,
        Nodes = cluster.Nodes,
        Workloads = Workloads,
        Services = Services,
        ServiceAccounts = ServiceAccounts,
        Roles = Roles,
        Bindings = Bindings,
        DisruptionBudgets = DisruptionBudgets,
        ConfigMaps = ConfigMaps,
        CustomKinds = CustomKinds,
        Objects = Objects,
    };
}
