using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Defaults;

/// <summary>Roles and bindings that EKS adds to every cluster beside those of the API server.</summary>
internal static class EksRbac
{
    public static readonly IReadOnlyList<RbacRole> Roles =
    [
        Role("aws-node", Rule("", "namespaces,pods", "list,watch,get"), Rule("", "nodes", "list,watch,get"), Rule("", "events", "create,patch,list"),
            Rule("crd.k8s.amazonaws.com", "eniconfigs", "list,watch,get"), Rule("networking.k8s.aws", "policyendpoints", "get,list,watch"),
            Rule("networking.k8s.aws", "policyendpoints/status", "get"), Rule("vpcresources.k8s.aws", "cninodes", "get,list,watch,patch")),
        Role("eks:node-bootstrapper", Rule("certificates.k8s.io", "certificatesigningrequests/selfnodeserver", "create")),
        Role("eks:addon-manager", Rule("", "configmaps,serviceaccounts,services", "get,list,create,update,patch,delete"), Rule("apps", "daemonsets,deployments", "get,list,create,update,patch,delete"),
            Rule("rbac.authorization.k8s.io", "clusterroles,clusterrolebindings,roles,rolebindings", "get,list,create,update,patch,delete,escalate,bind")),
        Role("eks:certificate-controller-signer", Rule("certificates.k8s.io", "signers", "approve,sign")),
        Role("eks:cloud-controller-manager", Rule("", "nodes,services,services/status", "get,list,watch,patch,update"), Rule("", "events", "create,patch,update"), Rule("", "serviceaccounts/token", "create")),
        Role("eks:pod-identity-mutating-webhook", Rule("", "serviceaccounts", "get,list,watch"), Rule("", "pods", "get")),
        Role("vpc-resource-controller-role", Rule("", "nodes,nodes/status,pods,configmaps", "get,list,watch,update,patch"), Rule("vpcresources.k8s.aws", "securitygrouppolicies,cninodes", "get,list,watch,create,patch")),
    ];

    public static readonly IReadOnlyList<RbacBinding> Bindings =
    [
        Bind("aws-node", "aws-node", new RbacSubject("ServiceAccount", "aws-node", "kube-system")),
        Bind("eks:node-bootstrapper", "eks:node-bootstrapper", new RbacSubject("Group", "system:bootstrappers"), new RbacSubject("Group", "system:nodes")),
        Bind("eks:kube-proxy", "system:node-proxier", new RbacSubject("ServiceAccount", "kube-proxy", "kube-system")),
        Bind("eks:addon-cluster-admin", "cluster-admin", new RbacSubject("User", "eks:addon-manager")),
        Bind("eks:addon-manager", "eks:addon-manager", new RbacSubject("User", "eks:addon-manager")),
        Bind("eks:certificate-controller", "system:controller:certificate-controller", new RbacSubject("User", "eks:certificate-controller")),
        Bind("eks:certificate-controller-signer", "eks:certificate-controller-signer", new RbacSubject("User", "eks:certificate-controller")),
        Bind("eks:cloud-controller-manager", "eks:cloud-controller-manager", new RbacSubject("User", "eks:cloud-controller-manager")),
        Bind("eks:pod-identity-mutating-webhook", "eks:pod-identity-mutating-webhook", new RbacSubject("User", "eks:pod-identity-mutating-webhook")),
        Bind("vpc-resource-controller-rolebinding", "vpc-resource-controller-role", new RbacSubject("User", "eks:vpc-resource-controller")),
    ];

    private static RbacRole Role(string name, params RbacRule[] rules) => new(null, name, rules)
    {
        Labels = name.StartsWith("eks:", StringComparison.Ordinal) ? new Dictionary<string, string> { ["eks.amazonaws.com/component"] = name[4..] } : new Dictionary<string, string>(),
    };

    private static RbacRule Rule(string group, string resources, string verbs) => new([group], resources.Split(','), verbs.Split(','));

    private static RbacBinding Bind(string name, string role, params RbacSubject[] subjects) => new(null, name, "ClusterRole", role, subjects);
}
