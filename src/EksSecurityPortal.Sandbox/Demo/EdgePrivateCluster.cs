using EksSecurityPortal.Sandbox.Building;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Demo;

/// <summary>edge-private: its API answers inside its VPC only, so that nothing of Kubernetes can be read; Bottlerocket node groups, one of them months behind.</summary>
internal static class EdgePrivateCluster
{
    private const string Name = "edge-private";

    public static void Add(AccountBuilder account)
    {
        var region = account.Region("eu-west-1");
        var vpc = VpcBuilder.Build(region, new VpcPlan("edge", 70, ["a", "b", "c"]) { NatGateways = 0, FlowLogTraffic = "ALL", HasEndpoints = true, ClusterNames = [Name] });
        var key = region.AddKey("edge-private secrets");
        account.AddRole("edge-operators", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null));
        ClusterBuilder.Build(region, new ClusterPlan(Name, "1.33")
        {
            Vpc = vpc,
            AgeDays = 410,
            PublicEndpoint = false,
            Logs = DemoParts.AllLogs,
            KeyArn = key.Arn,
            DeletionProtection = true,
            KubernetesReachable = false,
            Tags = new Dictionary<string, string> { ["environment"] = "production", ["team"] = "edge" },
            Pools =
            [
                new NodePoolPlan("gateways", PoolKind.Managed, ImageFamily.Bottlerocket, "m6i.xlarge", 6) { NodeRole = "edge-nodes", LagDays = 105, AgeDays = 110, HasLaunchTemplate = true },
                new NodePoolPlan("gateways-arm", PoolKind.Managed, ImageFamily.BottlerocketArm, "m7g.xlarge", 3) { NodeRole = "edge-nodes", AgeDays = 7, HasLaunchTemplate = true, NodeRepair = true },
            ],
            Addons = [new AddonPlan("vpc-cni") { Configuration = DemoParts.EnforcingCni }, new AddonPlan("coredns"), new AddonPlan("kube-proxy"), new AddonPlan("eks-pod-identity-agent")],
            Access = [DemoParts.Reader(account), new AccessPlan(account.RoleArn("edge-operators")) { Policies = ["AmazonEKSAdminPolicy@gateway"] }],
        }, Describe);
    }

    private static void Describe(KubernetesBuilder kubernetes, ClusterContext context)
    {
        kubernetes.AddNamespace("gateway", "restricted");
        kubernetes.IsolateNamespace("gateway");
        kubernetes.FillWithApplications(["gateway"], 310, _ => Hardening.Restricted, DemoParts.Registry(context.Region) + "/edge");
    }
}
