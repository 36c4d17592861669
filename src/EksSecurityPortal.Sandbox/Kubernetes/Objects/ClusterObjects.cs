using System.Collections.Concurrent;
using EksSecurityPortal.Sandbox.Kubernetes.Pods;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>The objects of one cluster by kind. A list is put together when it is first asked for.</summary>
internal sealed class ClusterObjects
{
    private readonly Lazy<PodIndex> pods;
    private readonly ConcurrentDictionary<KubeKind, Lazy<IObjectList>> lists = new();
    private readonly Cluster cluster;
    private readonly DateTimeOffset now;

    public ClusterObjects(Cluster cluster, DateTimeOffset now)
    {
        this.cluster = cluster;
        this.now = now;
        Kinds = new KindCatalog(cluster.Kubernetes);
        pods = new Lazy<PodIndex>(() => new PodIndex(cluster, now));
    }

    public KindCatalog Kinds { get; }

    public IObjectList ListOf(KubeKind kind) => lists.GetOrAdd(kind, key => new Lazy<IObjectList>(() => Build(key))).Value;

    private IObjectList Build(KubeKind kind) => kind.Plural == "pods" && kind.Group.Length == 0
        ? new PodList(pods.Value, new PodRenderer(cluster))
        : new ObjectList(kind, [.. ObjectsOf(kind), .. RawObjects.Of(cluster, kind, now)]);

    private IEnumerable<KubeObject> ObjectsOf(KubeKind kind) => (kind.Group, kind.Plural) switch
    {
        ("", "namespaces") => NamespaceObjects.Namespaces(cluster),
        ("", "serviceaccounts") => NamespaceObjects.ServiceAccounts(cluster),
        ("", "configmaps") => NamespaceObjects.ConfigMaps(cluster),
        ("", "nodes") => NodeObjects.Nodes(cluster),
        ("", "services") => ServiceObjects.Services(cluster),
        ("", "endpoints") => ServiceObjects.Endpoints(cluster, pods.Value),
        ("discovery.k8s.io", "endpointslices") => ServiceObjects.EndpointSlices(cluster, pods.Value),
        ("apps", "deployments") => WorkloadObjects.Deployments(pods.Value),
        ("apps", "replicasets") => WorkloadObjects.ReplicaSets(pods.Value),
        ("apps", "statefulsets") => WorkloadObjects.StatefulSets(pods.Value),
        ("apps", "daemonsets") => WorkloadObjects.DaemonSets(pods.Value),
        ("batch", "jobs") => JobObjects.Jobs(pods.Value, now),
        ("batch", "cronjobs") => JobObjects.CronJobs(pods.Value, now),
        ("policy", "poddisruptionbudgets") => BudgetObjects.Budgets(cluster, pods.Value),
        ("rbac.authorization.k8s.io", "roles" or "clusterroles") => RbacObjects.Roles(cluster, kind.IsNamespaced),
        ("rbac.authorization.k8s.io", "rolebindings" or "clusterrolebindings") => RbacObjects.Bindings(cluster, kind.IsNamespaced),
        ("apiextensions.k8s.io", "customresourcedefinitions") => DefinitionObjects.Definitions(cluster),
        ("apiregistration.k8s.io", "apiservices") => DefinitionObjects.ApiServices(cluster, Kinds),
        ("scheduling.k8s.io", "priorityclasses") => DefinitionObjects.PriorityClasses(cluster),
        _ => [],
    };
}
