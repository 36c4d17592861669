using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>The kinds a cluster serves: the built-in ones, and those of its CustomResourceDefinitions.</summary>
internal sealed class KindCatalog
{
    public static readonly IReadOnlyList<KubeKind> BuiltIn =
    [
        PodsKind(), Core("Namespace", "namespaces", false), Core("Node", "nodes", false), Core("Service", "services"), Core("Endpoints", "endpoints"),
        Core("ServiceAccount", "serviceaccounts"), Core("PersistentVolume", "persistentvolumes", false), Core("PersistentVolumeClaim", "persistentvolumeclaims"),
        Core("ResourceQuota", "resourcequotas"), Core("LimitRange", "limitranges"), Core("ReplicationController", "replicationcontrollers"),
        Core("ConfigMap", "configmaps"), Core("Secret", "secrets"), Core("Event", "events"), Core("PodTemplate", "podtemplates"),
        new("apps", "v1", "Deployment", "deployments", true), new("apps", "v1", "DaemonSet", "daemonsets", true), new("apps", "v1", "StatefulSet", "statefulsets", true),
        new("apps", "v1", "ReplicaSet", "replicasets", true), new("apps", "v1", "ControllerRevision", "controllerrevisions", true),
        new("batch", "v1", "Job", "jobs", true), new("batch", "v1", "CronJob", "cronjobs", true),
        new("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", true),
        new("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", true),
        new("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies", true), new("networking.k8s.io", "v1", "Ingress", "ingresses", true),
        new("networking.k8s.io", "v1", "IngressClass", "ingressclasses", false),
        new("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", true),
        new("rbac.authorization.k8s.io", "v1", "Role", "roles", true), new("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings", true),
        new("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", false), new("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings", false),
        new("admissionregistration.k8s.io", "v1", "ValidatingWebhookConfiguration", "validatingwebhookconfigurations", false),
        new("admissionregistration.k8s.io", "v1", "MutatingWebhookConfiguration", "mutatingwebhookconfigurations", false),
        new("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicy", "validatingadmissionpolicies", false),
        new("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicyBinding", "validatingadmissionpolicybindings", false),
        new("apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions", false),
        new("apiregistration.k8s.io", "v1", "APIService", "apiservices", false),
        new("storage.k8s.io", "v1", "StorageClass", "storageclasses", false), new("storage.k8s.io", "v1", "CSIDriver", "csidrivers", false),
        new("storage.k8s.io", "v1", "VolumeAttachment", "volumeattachments", false),
        new("scheduling.k8s.io", "v1", "PriorityClass", "priorityclasses", false),
        new("coordination.k8s.io", "v1", "Lease", "leases", true),
        new("node.k8s.io", "v1", "RuntimeClass", "runtimeclasses", false),
    ];

    private readonly Dictionary<(string Group, string Version, string Plural), KubeKind> kinds;

    public KindCatalog(KubernetesCluster cluster)
    {
        var custom = cluster.CustomKinds.Select(kind => new KubeKind(kind.Group, kind.Version, kind.Kind, kind.Plural, kind.IsNamespaced, true));
        All = [.. BuiltIn, .. custom];
        kinds = All.ToDictionary(kind => (kind.Group, kind.Version, kind.Plural));
    }

    public IReadOnlyList<KubeKind> All { get; }

    public KubeKind? Find(string group, string version, string plural) => kinds.GetValueOrDefault((group, version, plural));

    private static KubeKind Core(string kind, string plural, bool isNamespaced = true) => new("", "v1", kind, plural, isNamespaced);

    private static KubeKind PodsKind() => Pods.PodRenderer.PodKind;
}
