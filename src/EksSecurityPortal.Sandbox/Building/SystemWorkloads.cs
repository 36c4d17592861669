using EksSecurityPortal.Sandbox.Kubernetes.Defaults;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>What runs in kube-system of every EKS cluster, and the portal's own access.</summary>
internal static class SystemWorkloads
{
    private const string System = "kube-system";

    public static void AddSystem(this KubernetesBuilder builder, ClusterPlan plan)
    {
        foreach (var name in new[] { "default", System, "kube-public", "kube-node-lease" })
        {
            builder.AddNamespace(name);
        }

        var isAutoOnly = plan.AutoMode is not null && plan.Pools.All(pool => pool.Kind is PoolKind.Auto or PoolKind.Fargate);
        if (!isAutoOnly)
        {
            AddNodeAgents(builder, plan);
        }

        AddController(builder, "metrics-server", "602401143452.dkr.ecr.us-east-1.amazonaws.com/eks/metrics-server:v0.8.0", 2);
        builder.CustomKinds.Add(new CustomKind("vpcresources.k8s.aws", "v1alpha1", "CNINode", "cninodes", IsNamespaced: false));
        builder.CustomKinds.Add(new CustomKind("vpcresources.k8s.aws", "v1beta1", "SecurityGroupPolicy", "securitygrouppolicies", IsNamespaced: true));
        builder.CustomKinds.Add(new CustomKind("networking.k8s.aws", "v1alpha1", "PolicyEndpoint", "policyendpoints", IsNamespaced: true));
        builder.AddObject("storage.k8s.io/v1", "StorageClass", "storageclasses", null, "gp3", """{"provisioner":"ebs.csi.aws.com","parameters":{"type":"gp3","encrypted":"true"},"reclaimPolicy":"Delete","volumeBindingMode":"WaitForFirstConsumer","allowVolumeExpansion":true}""");
        AddReader(builder);
    }

    private static void AddNodeAgents(KubernetesBuilder builder, ClusterPlan plan)
    {
        var enforces = plan.Addons.Any(addon => addon.Name == "vpc-cni" && addon.Configuration?.Contains("\"enableNetworkPolicy\":\"true\"", StringComparison.Ordinal) == true);
        string Version(string name) => AddonCatalog.Version(name, plan.Minor, plan.Addons.FirstOrDefault(addon => addon.Name == name)?.ReleasesBehind ?? 2);
        builder.AddServiceAccount(System, "aws-node");
        builder.AddServiceAccount(System, "kube-proxy");
        builder.AddServiceAccount(System, "coredns");
        builder.Add(WorkloadKind.DaemonSet, System, "aws-node", 0, NetworkAgent.Template(new NetworkAgentSettings(Version("vpc-cni")) { EnforcesPolicies = enforces }));
        builder.Add(WorkloadKind.DaemonSet, System, "kube-proxy", 0, Agent("kube-proxy", "k8s-app", "kube-proxy",
            new Container("kube-proxy", "602401143452.dkr.ecr.us-east-1.amazonaws.com/eks/kube-proxy:" + Version("kube-proxy")) { Command = ["kube-proxy", "--v=2", "--config=/var/lib/kube-proxy-config/config"], Security = new ContainerSecurity { Privileged = true } }));
        AddDns(builder, Version("coredns"));
        AddConfigMaps(builder, plan, enforces);
        AddOptionalAgents(builder, plan, Version("eks-pod-identity-agent"));
    }

    private static void AddDns(KubernetesBuilder builder, string version)
    {
        builder.Add(WorkloadKind.Deployment, System, "coredns", 2, new PodTemplate
        {
            Containers = [new Container("coredns", "602401143452.dkr.ecr.us-east-1.amazonaws.com/eks/coredns:" + version) { Ports = [new(53, "dns", "UDP"), new(53, "dns-tcp")], CpuRequest = "100m", MemoryRequest = "70Mi", MemoryLimit = "170Mi", LivenessProbe = true, ReadinessProbe = true, Security = new ContainerSecurity { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true, AddCapabilities = ["NET_BIND_SERVICE"], DropCapabilities = ["ALL"] } }],
            Labels = new Dictionary<string, string> { ["k8s-app"] = "kube-dns" },
            ServiceAccount = "coredns",
            PriorityClass = "system-cluster-critical",
        });
        builder.DisruptionBudgets.Add(new DisruptionBudget(System, "coredns", new Dictionary<string, string> { ["k8s-app"] = "kube-dns" }) { MaxUnavailable = "1" });
    }

    private static void AddConfigMaps(KubernetesBuilder builder, ClusterPlan plan, bool enforces)
    {
        builder.ConfigMaps.Add(new KubernetesConfigMap(System, "amazon-vpc-cni", new Dictionary<string, string> { ["enable-network-policy-controller"] = enforces ? "true" : "false", ["enable-windows-ipam"] = plan.Pools.Any(pool => pool.Family == ImageFamily.WindowsCore2022) ? "true" : "false", ["branch-eni-cooldown"] = "60" }));
        builder.ConfigMaps.Add(new KubernetesConfigMap(System, "kube-proxy-config", new Dictionary<string, string> { ["config"] = "apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nmode: iptables\n" }));
        builder.ConfigMaps.Add(new KubernetesConfigMap(System, "coredns", new Dictionary<string, string> { ["Corefile"] = ".:53 {\n    errors\n    health\n    kubernetes cluster.local in-addr.arpa ip6.arpa\n    forward . /etc/resolv.conf\n    cache 30\n}\n" }));
    }

    private static void AddOptionalAgents(KubernetesBuilder builder, ClusterPlan plan, string identityAgentVersion)
    {
        if (plan.Addons.Any(addon => addon.Name == "eks-pod-identity-agent"))
        {
            builder.Add(WorkloadKind.DaemonSet, System, "eks-pod-identity-agent", 0, Agent("default", "app.kubernetes.io/instance", "eks-pod-identity-agent",
                new Container("eks-pod-identity-agent", "602401143452.dkr.ecr.us-east-1.amazonaws.com/eks/eks-pod-identity-agent:" + identityAgentVersion) { Security = new ContainerSecurity { AddCapabilities = ["CAP_NET_BIND_SERVICE"] } }));
        }

        if (plan.Addons.Any(addon => addon.Name == "aws-ebs-csi-driver"))
        {
            builder.AddServiceAccount(System, "ebs-csi-controller-sa", plan.Addons.First(addon => addon.Name == "aws-ebs-csi-driver").RoleArn);
            builder.Add(WorkloadKind.DaemonSet, System, "ebs-csi-node", 0, Agent("default", "app", "ebs-csi-node", new Container("ebs-plugin", "602401143452.dkr.ecr.us-east-1.amazonaws.com/eks/aws-ebs-csi-driver:v1.53.0") { Security = new ContainerSecurity { Privileged = true } }) with { HostNetwork = false });
            AddController(builder, "ebs-csi-controller", "602401143452.dkr.ecr.us-east-1.amazonaws.com/eks/aws-ebs-csi-driver:v1.53.0", 2, "ebs-csi-controller-sa");
        }
    }

    private static PodTemplate Agent(string account, string label, string value, params Container[] containers) => new()
    {
        Containers = containers,
        Labels = new Dictionary<string, string> { [label] = value },
        ServiceAccount = account,
        HostNetwork = true,
        ToleratesEverything = true,
        PriorityClass = "system-node-critical",
        Volumes = [new Volume("cni-bin-dir", VolumeKind.HostPath, "/opt/cni/bin")],
    };

    private static void AddController(KubernetesBuilder builder, string name, string image, int replicas, string account = "default") =>
        builder.Add(WorkloadKind.Deployment, System, name, replicas, Templates.Application(name, image, Hardening.Restricted, account, isWeb: false) with { PriorityClass = "system-cluster-critical" });

    /// <summary>The ClusterRole and bindings that the portal's documentation asks for.</summary>
    private static void AddReader(KubernetesBuilder builder)
    {
        static RbacRule Read(string group, params string[] resources) => new([group], resources, ["get", "list"]);
        builder.AddClusterRole("eks-security-portal-reader",
            Read("", "namespaces", "nodes", "pods", "services", "endpoints", "serviceaccounts", "persistentvolumes", "persistentvolumeclaims", "resourcequotas", "limitranges", "replicationcontrollers"),
            Read("apps", "deployments", "daemonsets", "statefulsets", "replicasets"), Read("batch", "jobs", "cronjobs"), Read("autoscaling", "horizontalpodautoscalers"),
            Read("policy", "poddisruptionbudgets"), Read("networking.k8s.io", "networkpolicies", "ingresses", "ingressclasses"), Read("discovery.k8s.io", "endpointslices"),
            Read("rbac.authorization.k8s.io", "roles", "rolebindings", "clusterroles", "clusterrolebindings"),
            Read("admissionregistration.k8s.io", "validatingwebhookconfigurations", "mutatingwebhookconfigurations", "validatingadmissionpolicies", "validatingadmissionpolicybindings"),
            Read("apiextensions.k8s.io", "customresourcedefinitions"), Read("apiregistration.k8s.io", "apiservices"), Read("storage.k8s.io", "storageclasses", "csidrivers", "volumeattachments"),
            Read("scheduling.k8s.io", "priorityclasses"), Read("karpenter.sh", "nodepools", "nodeclaims"), Read("karpenter.k8s.aws", "ec2nodeclasses"),
            Read("eks.amazonaws.com", "nodeclasses", "targetgroupbindings", "ingressclassparams"), Read("crd.k8s.amazonaws.com", "eniconfigs"), Read("vpcresources.k8s.aws", "securitygrouppolicies", "cninodes"),
            Read("networking.k8s.aws", "policyendpoints", "clusterpolicyendpoints", "clusternetworkpolicies", "applicationnetworkpolicies"),
            Read("policy.networking.k8s.io", "adminnetworkpolicies", "baselineadminnetworkpolicies", "clusternetworkpolicies"), Read("operator.tigera.io", "installations"),
            Read("crd.antrea.io", "networkpolicies", "clusternetworkpolicies"), Read("crd.projectcalico.org", "*"), Read("cilium.io", "*"), Read("gateway.networking.k8s.io", "*"));
        builder.BindCluster("eks-security-portal-reader", "eks-security-portal-reader", new RbacSubject("Group", AccessBuilder.ReaderGroup));
        builder.Roles.Add(new RbacRole(System, "eks-security-portal-config", [new RbacRule([""], ["configmaps"], ["get"]) { ResourceNames = ["aws-auth", "amazon-vpc-cni", "kube-proxy-config", "coredns", "cilium-config"] }]));
        builder.Bindings.Add(new RbacBinding(System, "eks-security-portal-config", "Role", "eks-security-portal-config", [new RbacSubject("Group", AccessBuilder.ReaderGroup)]));
    }
}
