using EksSecurityPortal.Sandbox.Building;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Demo;

/// <summary>checkout-prod: an Auto Mode cluster, sound but for its calendar (1.34 leaves standard support in days), one administrator too many and missing logs.</summary>
internal static class CheckoutCluster
{
    private const string Name = "checkout-prod";

    public static void Add(AccountBuilder account)
    {
        var region = account.Region("eu-west-1");
        var vpc = VpcBuilder.Build(region, new VpcPlan("checkout", 40, ["a", "b", "c"]) { NatGateways = 3, FlowLogTraffic = "REJECT", ClusterNames = [Name] });
        var key = region.AddKey("checkout-prod secrets", rotates: false);
        account.AddRole("checkout-auto-nodes", TrustPolicies.Service("ec2.amazonaws.com"), ManagedPolicies.EksWorkerNodeMinimal, ManagedPolicies.EcrPullOnly);
        account.AddRole("checkout-admins", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null));
        account.AddRole("checkout-oncall", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null));
        DemoParts.AddLoadBalancer(region, vpc, Name, "checkout-internal", isApplication: true, isInternetFacing: false, "checkout/checkout", "ELBSecurityPolicy-2016-08", []);
        region.AddRepository("checkout/checkout", isMutable: false, scanOnPush: true);
        ClusterBuilder.Build(region, Plan(region, vpc, key.Arn), Describe);
    }

    private static ClusterPlan Plan(RegionBuilder region, BuiltVpc vpc, string keyArn)
    {
        var account = region.Account;
        var ledger = DemoParts.PodIdentityRole(region, "checkout-ledger", ManagedPolicies.Allow($"arn:aws:dynamodb:eu-west-1:{account.Id}:table/ledger", "dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:Query"));
        return new ClusterPlan(Name, "1.34")
        {
            Vpc = vpc,
            AgeDays = 330,
            PublicCidrs = ["198.51.100.0/24", "203.0.113.16/28"],
            Logs = ["audit", "authenticator"],
            KeyArn = keyArn,
            SupportType = "STANDARD",
            DeletionProtection = true,
            ZonalShift = true,
            AutoMode = new AutoMode(["general-purpose", "system"], account.RoleArn("checkout-auto-nodes")),
            Tags = new Dictionary<string, string> { ["environment"] = "production", ["team"] = "payments", ["pci"] = "true" },
            Pools =
            [
                new NodePoolPlan("system", PoolKind.Auto, ImageFamily.BottlerocketArm, "m7g.xlarge", 3) { NodeRole = "checkout-auto-nodes", AgeDays = 9, LagDays = 7, Taints = [new NodeTaint("CriticalAddonsOnly", null, "NoSchedule")] },
                new NodePoolPlan("general-purpose", PoolKind.Auto, ImageFamily.Bottlerocket, "m7i.2xlarge", 14) { NodeRole = "checkout-auto-nodes", AgeDays = 12 },
            ],
            Access =
            [
                DemoParts.Reader(account),
                new AccessPlan(account.RoleArn("checkout-admins")) { Policies = ["AmazonEKSClusterAdminPolicy"] },
                new AccessPlan(account.RoleArn("checkout-oncall")) { Policies = ["AmazonEKSViewPolicy", "AmazonEKSSecretReaderPolicy@checkout"] },
            ],
            PodIdentities = [("checkout", "ledger", ledger)],
            Insights = [DemoParts.Insight(new ClusterName(Name, region.Now), "Kubelet version skew", "PASSING", "1.35", "All node kubelet versions match the control plane.", "No action needed.")],
        };
    }

    private static void Describe(KubernetesBuilder kubernetes, ClusterContext context)
    {
        kubernetes.CustomKinds.Add(new CustomKind("karpenter.sh", "v1", "NodePool", "nodepools", IsNamespaced: false));
        kubernetes.CustomKinds.Add(new CustomKind("karpenter.sh", "v1", "NodeClaim", "nodeclaims", IsNamespaced: false));
        kubernetes.CustomKinds.Add(new CustomKind("eks.amazonaws.com", "v1", "NodeClass", "nodeclasses", IsNamespaced: false));
        kubernetes.AddObject("eks.amazonaws.com/v1", "NodeClass", "nodeclasses", null, "default", $$$$"""{"spec":{"role":"checkout-auto-nodes","networkPolicy":"DefaultDeny","networkPolicyEventLogs":"Enabled","snatPolicy":"Random","ephemeralStorage":{"size":"80Gi"},"subnetSelectorTerms":[{"tags":{"kubernetes.io/role/internal-elb":"1"}}],"securityGroupSelectorTerms":[{"id":"{{{{context.SecurityGroupId}}}}"}]},"status":{"conditions":[{"type":"Ready","status":"True"}]}}""");
        foreach (var pool in new[] { "system", "general-purpose" })
        {
            kubernetes.AddObject("karpenter.sh/v1", "NodePool", "nodepools", null, pool, """{"spec":{"disruption":{"consolidationPolicy":"WhenEmptyOrUnderutilized","consolidateAfter":"30s","budgets":[{"nodes":"10%"}]},"template":{"spec":{"expireAfter":"336h","terminationGracePeriod":"24h0m0s","nodeClassRef":{"group":"eks.amazonaws.com","kind":"NodeClass","name":"default"},"requirements":[{"key":"karpenter.sh/capacity-type","operator":"In","values":["on-demand"]}]}}},"status":{"conditions":[{"type":"Ready","status":"True"}]}}""");
        }

        kubernetes.AddNodeClaims("eks.amazonaws.com", "NodeClass");
        kubernetes.ConfigMaps.Add(new KubernetesConfigMap("kube-system", "amazon-vpc-cni", new Dictionary<string, string> { ["enable-network-policy-controller"] = "true" }));
        string[] teams = ["checkout", "payments"];
        foreach (var team in teams)
        {
            kubernetes.AddNamespace(team, "restricted");
            kubernetes.IsolateNamespace(team);
        }

        kubernetes.AddServiceAccount("checkout", "ledger");
        var registry = DemoParts.Registry(context.Region) + "/checkout";
        kubernetes.Add(WorkloadKind.Deployment, "checkout", "ledger", 6, Templates.Application("ledger", registry + "/ledger:1.9.0", Hardening.Restricted, "ledger", isWeb: false));
        kubernetes.AddBudget("checkout", "ledger", maxUnavailable: "1");
        kubernetes.Add(WorkloadKind.CronJob, "payments", "settlement", 1, Templates.Application("settlement", registry + "/settlement:3.1.0", Hardening.Restricted, isWeb: false), workload => workload with { Schedule = "15 2 * * *" });
        kubernetes.AddObject("networking.k8s.io/v1", "Ingress", "ingresses", "checkout", "checkout", """{"spec":{"ingressClassName":"alb","rules":[{"host":"checkout.internal.example","http":{"paths":[{"path":"/","pathType":"Prefix","backend":{"service":{"name":"catalog-api","port":{"number":80}}}}]}}]}}""");
        kubernetes.FillWithApplications(teams, 900, index => index % 9 == 8 ? Hardening.Plain : Hardening.Restricted, registry, ["general-purpose"]);
    }
}
