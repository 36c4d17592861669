using System.Globalization;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>One cluster of a generated estate; what is right and wrong about it depends on seed and number.</summary>
internal static class GeneratedCluster
{
    public static void Add(RegionBuilder region, GeneratorOptions options, int index, string[] minors)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cluster-{index:d4}");
        int Pick(string what, int limit) => Ids.Number($"{options.Seed}/{name}/{what}", limit);
        var vpc = VpcBuilder.Build(region, new VpcPlan(name, 10 + (index % 200), ["a", "b", "c"])
        {
            NatGateways = 1 + (2 * Pick("nat", 2)),
            MapsPublicIps = Pick("public", 4) == 0,
            FlowLogTraffic = Pick("flow", 2) == 0 ? "ALL" : null,
            ClusterNames = [name],
        });
        var isCareless = Pick("careless", 3) == 0;
        ClusterBuilder.Build(region, new ClusterPlan(name, minors[Pick("minor", minors.Length)])
        {
            Vpc = vpc,
            PrivateEndpoint = Pick("private", 3) > 0,
            PublicCidrs = isCareless ? ["0.0.0.0/0"] : ["198.51.100.0/24"],
            Logs = isCareless ? [] : ["api", "audit", "authenticator", "controllerManager", "scheduler"],
            KeyArn = Pick("key", 2) == 0 ? region.AddKey(name).Arn : null,
            DeletionProtection = Pick("protected", 2) == 0,
            AuthenticationMode = Pick("mode", 2) == 0 ? "API" : "API_AND_CONFIG_MAP",
            Pools = Pools(options, Pick, isCareless),
            Addons = [new AddonPlan("vpc-cni", Pick("cni", 3)) { Configuration = isCareless ? null : """{"enableNetworkPolicy":"true"}""" }, new AddonPlan("coredns"), new AddonPlan("kube-proxy"), new AddonPlan("eks-pod-identity-agent")],
            Access =
            [
                new AccessPlan(region.Account.RoleArn("EksSecurityPortalReader")) { Groups = [AccessBuilder.ReaderGroup] },
                new AccessPlan(region.Account.RoleArn("service-00000")) { Policies = [isCareless ? "AmazonEKSClusterAdminPolicy" : "AmazonEKSViewPolicy"] },
            ],
        }, (kubernetes, context) => Describe(kubernetes, context, options, isCareless));
    }

    private static List<NodePoolPlan> Pools(GeneratorOptions options, Func<string, int, int> pick, bool isCareless)
    {
        var first = Math.Max(1, options.Nodes * 2 / 3);
        var type = options.Pods / options.Nodes < 55 ? "m7i.2xlarge" : "m7i.4xlarge";
        var pools = new List<NodePoolPlan>
        {
            new("general", PoolKind.Managed, ImageFamily.AmazonLinux2023, type, first) { NodeRole = "generated-nodes", LagDays = pick("lag", 90), AgeDays = pick("lag", 90) + 3, Metadata = isCareless ? new InstanceMetadata("optional", 2) : new InstanceMetadata(), HasLaunchTemplate = true },
        };
        if (options.Nodes > first)
        {
            pools.Add(new NodePoolPlan("rocket", PoolKind.Managed, ImageFamily.Bottlerocket, type, options.Nodes - first) { NodeRole = "generated-nodes", LagDays = pick("rocket", 60), AgeDays = pick("rocket", 60) + 5, HasLaunchTemplate = true });
        }

        return pools;
    }

    private static void Describe(KubernetesBuilder kubernetes, ClusterContext context, GeneratorOptions options, bool isCareless)
    {
        string[] teams = ["team-a", "team-b", "team-c", "team-d", "team-e"];
        foreach (var team in teams)
        {
            kubernetes.AddNamespace(team, isCareless ? null : "baseline");
            if (!isCareless)
            {
                kubernetes.IsolateNamespace(team);
            }
        }

        kubernetes.FillWithApplications(teams, options.Pods, index => (index % 4) switch { 0 => Hardening.Restricted, 3 when isCareless => Hardening.Reckless, _ => Hardening.Plain }, $"{context.AccountId}.dkr.ecr.{context.Region.Region}.amazonaws.com/generated");
    }
}
