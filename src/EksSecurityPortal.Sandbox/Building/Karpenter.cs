using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Karpenter's own objects.</summary>
internal static class Karpenter
{
    /// <summary>Two pools: one that rolls by itself, one pinned to an old release and frozen.</summary>
    public static void AddKarpenter(this KubernetesBuilder builder, ClusterContext context)
    {
        builder.CustomKinds.Add(new CustomKind("karpenter.sh", "v1", "NodePool", "nodepools", IsNamespaced: false));
        builder.CustomKinds.Add(new CustomKind("karpenter.sh", "v1", "NodeClaim", "nodeclaims", IsNamespaced: false));
        builder.CustomKinds.Add(new CustomKind("karpenter.k8s.aws", "v1", "EC2NodeClass", "ec2nodeclasses", IsNamespaced: false));
        builder.AddNamespace("karpenter");
        builder.Add(WorkloadKind.Deployment, "karpenter", "karpenter", 2, Templates.Application("karpenter", "public.ecr.aws/karpenter/controller:1.8.2", Hardening.Restricted, "karpenter", isWeb: false), workload => workload with { Pools = ["system"] });
        builder.AddServiceAccount("karpenter", "karpenter");
        AddClass(builder, context, "default", "al2023@v" + context.Now.AddDays(-40).ToString("yyyyMMdd", null), 1);
        AddClass(builder, context, "bottlerocket", "bottlerocket@v1.56.0", 2);
        AddPool(builder, "general", "default", "720h", """{"nodes":"10%"},{"nodes":"0","schedule":"0 8 * * mon-fri","duration":"10h"}""");
        AddPool(builder, "spot", "bottlerocket", "Never", """{"nodes":"0"}""");
        builder.AddNodeClaims("karpenter.k8s.aws", "EC2NodeClass");
    }

    /// <summary>One NodeClaim for each node that a NodePool made.</summary>
    public static void AddNodeClaims(this KubernetesBuilder builder, string classGroup, string classKind)
    {
        foreach (var node in builder.Cluster.Nodes.Where(node => node.Labels.ContainsKey("karpenter.sh/nodepool")))
        {
            var drifted = node.Pool == "spot" ? """,{"type":"Drifted","status":"True","reason":"AMIDrift"}""" : "";
            var className = node.Labels.GetValueOrDefault("karpenter.k8s.aws/ec2nodeclass") ?? node.Labels.GetValueOrDefault("eks.amazonaws.com/nodeclass") ?? "default";
            builder.Objects.Add(new KubernetesObject("karpenter.sh/v1", "NodeClaim", "nodeclaims", null, $"{node.Pool}-{Ids.Hex(node.Name, 5)}",
                $$$$"""{"spec":{"expireAfter":"720h","nodeClassRef":{"group":"{{{{classGroup}}}}","kind":"{{{{classKind}}}}","name":"{{{{className}}}}"}},"status":{"nodeName":"{{{{node.Name}}}}","providerID":"{{{{node.ProviderId}}}}","conditions":[{"type":"Ready","status":"True"}{{{{drifted}}}}]}}""")
            {
                Labels = new Dictionary<string, string> { ["karpenter.sh/nodepool"] = node.Pool },
                Created = node.Created,
            });
        }
    }

    private static void AddClass(KubernetesBuilder builder, ClusterContext context, string name, string alias, int hopLimit) => builder.AddObject(
        "karpenter.k8s.aws/v1", "EC2NodeClass", "ec2nodeclasses", null, name,
        $$$$"""{"spec":{"role":"{{{{context.Name}}}}-karpenter-nodes","amiSelectorTerms":[{"alias":"{{{{alias}}}}"}],"metadataOptions":{"httpEndpoint":"enabled","httpTokens":"required","httpPutResponseHopLimit":{{{{hopLimit}}}}},"subnetSelectorTerms":[{"tags":{"kubernetes.io/role/internal-elb":"1"}}],"securityGroupSelectorTerms":[{"id":"{{{{context.SecurityGroupId}}}}"}]},"status":{"instanceProfile":"{{{{context.Name}}}}-karpenter-nodes","conditions":[{"type":"Ready","status":"True"}]}}""");

    private static void AddPool(KubernetesBuilder builder, string name, string nodeClass, string expireAfter, string budgets) => builder.AddObject(
        "karpenter.sh/v1", "NodePool", "nodepools", null, name,
        $$$$"""{"spec":{"disruption":{"consolidationPolicy":"WhenEmptyOrUnderutilized","consolidateAfter":"1m","budgets":[{{{{budgets}}}}]},"limits":{"cpu":"2000"},"template":{"metadata":{"labels":{"pool":"{{{{name}}}}"}},"spec":{"expireAfter":"{{{{expireAfter}}}}","nodeClassRef":{"group":"karpenter.k8s.aws","kind":"EC2NodeClass","name":"{{{{nodeClass}}}}"},"requirements":[{"key":"kubernetes.io/arch","operator":"In","values":["amd64"]}]}}},"status":{"conditions":[{"type":"Ready","status":"True"}]}}""");
}
