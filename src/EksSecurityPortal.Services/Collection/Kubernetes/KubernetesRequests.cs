using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

/// <summary>
/// Every request that the portal makes of a Kubernetes API. The published reader role is generated from it, the code can only send what is
/// in it, and nothing in it writes: the one create is SelfSubjectAccessReview, a question that stores nothing.
/// </summary>
public static class KubernetesRequests
{
    private const string Rbac = "rbac.authorization.k8s.io";
    private const string Admission = "admissionregistration.k8s.io";
    private const string Networking = "networking.k8s.io";

    internal static readonly KubernetesRequest Version = new("get", "", "", "/version", "Version", SnapshotPart.KubernetesVersion, "Kubernetes version of the API server.") { IsGrantedToEveryone = true };
    internal static readonly KubernetesRequest SelfReview = new(
        "create", "authorization.k8s.io", "v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview", SnapshotPart.KubernetesVersion, "Asks whether a permission is held; stores nothing.")
    { IsGrantedToEveryone = true };

    internal static readonly KubernetesRequest Nodes = List("", "v1", "nodes", "Node", SnapshotPart.Nodes, "Nodes, their versions, images and conditions.");
    internal static readonly KubernetesRequest Namespaces = List("", "v1", "namespaces", "Namespace", SnapshotPart.Namespaces, "Namespaces and their Pod Security labels.");
    internal static readonly KubernetesRequest Pods = List("", "v1", "pods", "Pod", SnapshotPart.Workloads, "What runs, grouped by owner; environment values are dropped.");
    internal static readonly KubernetesRequest Deployments = List("apps", "v1", "deployments", "Deployment", SnapshotPart.Workloads, "Deployments and their pod templates.");
    internal static readonly KubernetesRequest StatefulSets = List("apps", "v1", "statefulsets", "StatefulSet", SnapshotPart.Workloads, "StatefulSets and their pod templates.");
    internal static readonly KubernetesRequest DaemonSets = List("apps", "v1", "daemonsets", "DaemonSet", SnapshotPart.Workloads, "DaemonSets, and the settings of the network agents among them.");
    internal static readonly KubernetesRequest ReplicaSets = List("apps", "v1", "replicasets", "ReplicaSet", SnapshotPart.Workloads, "Which Deployment a pod belongs to.");
    internal static readonly KubernetesRequest Jobs = List("batch", "v1", "jobs", "Job", SnapshotPart.Workloads, "Jobs, and which CronJob they belong to.");
    internal static readonly KubernetesRequest CronJobs = List("batch", "v1", "cronjobs", "CronJob", SnapshotPart.Workloads, "CronJobs and their pod templates.");
    internal static readonly KubernetesRequest ReplicationControllers = List("", "v1", "replicationcontrollers", "ReplicationController", SnapshotPart.Workloads, "ReplicationControllers and their pod templates.");
    internal static readonly KubernetesRequest Services = List("", "v1", "services", "Service", SnapshotPart.Services, "Services and how far they are exposed.");
    internal static readonly KubernetesRequest Ingresses = List(Networking, "v1", "ingresses", "Ingress", SnapshotPart.Ingresses, "Ingresses, their hosts and TLS.");
    internal static readonly KubernetesRequest EndpointSlices = List("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", SnapshotPart.EndpointSlices, "Whether anything answers behind a Service.");
    internal static readonly KubernetesRequest ServiceAccounts = List("", "v1", "serviceaccounts", "ServiceAccount", SnapshotPart.ServiceAccounts, "ServiceAccounts and the IAM roles they name.");
    internal static readonly KubernetesRequest Roles = List(Rbac, "v1", "roles", "Role", SnapshotPart.Rbac, "Who may do what inside a namespace.");
    internal static readonly KubernetesRequest ClusterRoles = List(Rbac, "v1", "clusterroles", "ClusterRole", SnapshotPart.Rbac, "Who may do what in the whole cluster.");
    internal static readonly KubernetesRequest RoleBindings = List(Rbac, "v1", "rolebindings", "RoleBinding", SnapshotPart.Rbac, "To whom Roles are given.");
    internal static readonly KubernetesRequest ClusterRoleBindings = List(Rbac, "v1", "clusterrolebindings", "ClusterRoleBinding", SnapshotPart.Rbac, "To whom ClusterRoles are given.");
    internal static readonly KubernetesRequest NetworkPolicies = List(Networking, "v1", "networkpolicies", "NetworkPolicy", SnapshotPart.NetworkPolicies, "Which pods are isolated from which.");
    internal static readonly KubernetesRequest DisruptionBudgets = List("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", SnapshotPart.DisruptionBudgets, "Whether nodes can be drained safely.");
    internal static readonly KubernetesRequest Autoscalers = List("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", SnapshotPart.Autoscalers, "How workloads scale.");
    internal static readonly KubernetesRequest ResourceQuotas = List("", "v1", "resourcequotas", "ResourceQuota", SnapshotPart.Quotas, "Limits of namespaces.");
    internal static readonly KubernetesRequest LimitRanges = List("", "v1", "limitranges", "LimitRange", SnapshotPart.Quotas, "Default limits of namespaces.");
    internal static readonly KubernetesRequest ValidatingWebhooks = List(Admission, "v1", "validatingwebhookconfigurations", "ValidatingWebhookConfiguration", SnapshotPart.Admission, "What is checked on admission.");
    internal static readonly KubernetesRequest MutatingWebhooks = List(Admission, "v1", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration", SnapshotPart.Admission, "What is changed on admission.");
    internal static readonly KubernetesRequest AdmissionPolicies = List(Admission, "v1", "validatingadmissionpolicies", "ValidatingAdmissionPolicy", SnapshotPart.Admission, "Built-in admission policies.");
    internal static readonly KubernetesRequest AdmissionBindings = List(Admission, "v1", "validatingadmissionpolicybindings", "ValidatingAdmissionPolicyBinding", SnapshotPart.Admission, "Which of them are in force.");
    internal static readonly KubernetesRequest Definitions = List("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", SnapshotPart.CustomResourceDefinitions, "Which custom kinds are installed.");
    internal static readonly KubernetesRequest StorageClasses = List("storage.k8s.io", "v1", "storageclasses", "StorageClass", SnapshotPart.Storage, "Storage classes and their encryption.");
    internal static readonly KubernetesRequest CsiDrivers = List("storage.k8s.io", "v1", "csidrivers", "CSIDriver", SnapshotPart.Storage, "Which storage drivers are installed.");
    internal static readonly KubernetesRequest Volumes = List("", "v1", "persistentvolumes", "PersistentVolume", SnapshotPart.Storage, "Volumes and the zones they tie pods to.");
    internal static readonly KubernetesRequest Claims = List("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", SnapshotPart.Storage, "Which workload uses which volume.");

    internal static readonly KubernetesRequest AwsAuth = Map("aws-auth", SnapshotPart.AwsAuth, "IAM principals mapped by the aws-auth ConfigMap.");
    internal static readonly KubernetesRequest VpcCni = Map("amazon-vpc-cni", SnapshotPart.CniConfig, "Settings of the VPC CNI.");
    internal static readonly KubernetesRequest KubeProxy = Map("kube-proxy-config", SnapshotPart.CniConfig, "Mode of kube-proxy.");
    internal static readonly KubernetesRequest Cilium = Map("cilium-config", SnapshotPart.CniConfig, "Policy settings of Cilium.");

    internal static readonly KubernetesRequest NodePools = Custom("karpenter.sh", "v1", "nodepools", "NodePool", SnapshotPart.NodeProvisioning, "Karpenter and Auto Mode node pools.");
    internal static readonly KubernetesRequest NodeClaims = Custom("karpenter.sh", "v1", "nodeclaims", "NodeClaim", SnapshotPart.NodeProvisioning, "Nodes that Karpenter or Auto Mode made.");

    /// <summary>Kinds that say which image and network Karpenter or Auto Mode gives its nodes.</summary>
    internal static readonly IReadOnlyList<KubernetesRequest> NodeClasses =
    [
        Custom("karpenter.k8s.aws", "v1", "ec2nodeclasses", "EC2NodeClass", SnapshotPart.NodeProvisioning, "Images and networks of Karpenter's nodes."),
        Custom("eks.amazonaws.com", "v1", "nodeclasses", "NodeClass", SnapshotPart.NodeProvisioning, "Networks and policies of Auto Mode's nodes."),
    ];

    /// <summary>Policy kinds that network plugins bring, and the kinds that decide how pods get their network.</summary>
    internal static readonly IReadOnlyList<KubernetesRequest> CniKinds =
    [
        Cni("networking.k8s.aws", "v1alpha1", "clusternetworkpolicies", "ClusterNetworkPolicy"),
        Cni("networking.k8s.aws", "v1alpha1", "applicationnetworkpolicies", "ApplicationNetworkPolicy"),
        Cni("vpcresources.k8s.aws", "v1beta1", "securitygrouppolicies", "SecurityGroupPolicy"),
        Cni("crd.k8s.amazonaws.com", "v1alpha1", "eniconfigs", "ENIConfig"),
        Cni("crd.projectcalico.org", "v1", "networkpolicies", "NetworkPolicy"),
        Cni("crd.projectcalico.org", "v1", "globalnetworkpolicies", "GlobalNetworkPolicy"),
        Cni("crd.projectcalico.org", "v1", "stagednetworkpolicies", "StagedNetworkPolicy"),
        Cni("operator.tigera.io", "v1", "installations", "Installation"),
        Cni("cilium.io", "v2", "ciliumnetworkpolicies", "CiliumNetworkPolicy"),
        Cni("cilium.io", "v2", "ciliumclusterwidenetworkpolicies", "CiliumClusterwideNetworkPolicy"),
        Cni("policy.networking.k8s.io", "v1alpha1", "adminnetworkpolicies", "AdminNetworkPolicy"),
        Cni("policy.networking.k8s.io", "v1alpha1", "baselineadminnetworkpolicies", "BaselineAdminNetworkPolicy"),
        Cni("policy.networking.k8s.io", "v1alpha2", "clusternetworkpolicies", "ClusterNetworkPolicy"),
        Cni("crd.antrea.io", "v1beta1", "networkpolicies", "NetworkPolicy"),
        Cni("crd.antrea.io", "v1beta1", "clusternetworkpolicies", "ClusterNetworkPolicy"),
    ];

    /// <summary>All of them, in the order in which the reader role lists them.</summary>
    public static IReadOnlyList<KubernetesRequest> All { get; } =
    [
        Version, SelfReview, Nodes, Namespaces, Pods, Services, ServiceAccounts, Volumes, Claims, ResourceQuotas, LimitRanges, ReplicationControllers,
        Deployments, StatefulSets, DaemonSets, ReplicaSets, Jobs, CronJobs, Autoscalers, DisruptionBudgets, NetworkPolicies, Ingresses, EndpointSlices,
        Roles, RoleBindings, ClusterRoles, ClusterRoleBindings, ValidatingWebhooks, MutatingWebhooks, AdmissionPolicies, AdmissionBindings,
        Definitions, StorageClasses, CsiDrivers, NodePools, NodeClaims, .. NodeClasses, .. CniKinds, AwsAuth, VpcCni, KubeProxy, Cilium,
    ];

    /// <summary>
    /// The rules of the reader role, in the order of <see cref="All"/>: those without a namespace belong into a ClusterRole, the others into a Role of
    /// that namespace. Each verb and resource of <see cref="All"/> that is not granted to everyone is in exactly one.
    /// </summary>
    public static IReadOnlyList<ReaderRule> ReaderRules { get; } =
    [
        .. All.Where(request => !request.IsGrantedToEveryone)
            .GroupBy(request => (request.Namespace, request.Group, request.Verb))
            .Select(rule => new ReaderRule(
                rule.Key.Namespace, rule.Key.Group, [.. rule.Select(request => request.Resource).Distinct()], [.. rule.Select(request => request.Name).OfType<string>()], rule.Key.Verb)),
    ];

    private static KubernetesRequest List(string group, string version, string resource, string kind, SnapshotPart part, string purpose) =>
        new("list", group, version, resource, kind, part, purpose);

    private static KubernetesRequest Map(string name, SnapshotPart part, string purpose) =>
        new("get", "", "v1", "configmaps", "ConfigMap", part, purpose) { Namespace = "kube-system", Name = name };

    private static KubernetesRequest Custom(string group, string version, string resource, string kind, SnapshotPart part, string purpose) =>
        List(group, version, resource, kind, part, purpose) with { IsCustom = true };

    private static KubernetesRequest Cni(string group, string version, string resource, string kind) =>
        Custom(group, version, resource, kind, SnapshotPart.CniPolicies, $"{kind} objects of the network plugin.");
}
