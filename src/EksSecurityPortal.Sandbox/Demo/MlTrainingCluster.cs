using EksSecurityPortal.Sandbox.Building;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Demo;

/// <summary>ml-training: in an account whose reader role lacks grants and whose Kubernetes reader may not see RBAC; GPU nodes with public addresses, control plane in a single zone.</summary>
internal static class MlTrainingCluster
{
    private const string Name = "ml-training";

    public static void Add(AccountBuilder account)
    {
        var region = account.Region("us-east-1");
        var vpc = VpcBuilder.Build(region, new VpcPlan("labs", 80, ["b", "d"]) { NatGateways = 1, MapsPublicIps = true, IsDefault = true, ClusterNames = [Name] });
        var remote = region.AddSecurityGroup(vpc.Id, "labs-remote", "remote desktop and jupyter", new SecurityGroupRule("tcp", 3389, 3389) { Cidrs = ["0.0.0.0/0"] }, new SecurityGroupRule("tcp", 8888, 8888) { Cidrs = ["0.0.0.0/0"], Ipv6Cidrs = ["::/0"] });
        account.AddRole("labs-researchers", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null), ManagedPolicies.Administrator);
        account.AddRole("ml-nodes", TrustPolicies.Service("ec2.amazonaws.com"), ManagedPolicies.EksWorkerNode, ManagedPolicies.EksCni, ManagedPolicies.EcrPullOnly, ManagedPolicies.S3Full);
        ClusterBuilder.Build(region, new ClusterPlan(Name, "1.34")
        {
            Vpc = vpc,
            AgeDays = 160,
            ControlPlaneSubnets = [vpc.Public[0].Id, vpc.ControlPlane[0].Id],
            PrivateEndpoint = false,
            Logs = ["api"],
            AuthenticationMode = "API_AND_CONFIG_MAP",
            BootstrapCreatorAdmin = true,
            Tags = new Dictionary<string, string> { ["environment"] = "development" },
            Pools =
            [
                new NodePoolPlan("gpu", PoolKind.Managed, ImageFamily.Bottlerocket, "g5.2xlarge", 4) { NodeRole = "ml-nodes", InPublicSubnets = true, LagDays = 42, AgeDays = 47, Metadata = new InstanceMetadata("required", 2), ExtraSecurityGroups = [remote.Id], HasLaunchTemplate = true, IsSpot = true },
                new NodePoolPlan("cpu", PoolKind.Managed, ImageFamily.AmazonLinux2023, "t3.large", 9) { NodeRole = "ml-nodes", InPublicSubnets = true, LagDays = 14, AgeDays = 16, RemoteAccess = new RemoteAccess("labs-key"), Metadata = new InstanceMetadata("optional", 2) },
            ],
            Addons = [new AddonPlan("vpc-cni", 1), new AddonPlan("coredns", 1), new AddonPlan("kube-proxy", 1)],
            Access = [DemoParts.Reader(account), new AccessPlan(account.RoleArn("labs-researchers")) { Policies = ["AmazonEKSClusterAdminPolicy"] }],
        }, Describe);
    }

    private static void Describe(KubernetesBuilder kubernetes, ClusterContext context)
    {
        // The reader of this cluster was set up before RBAC and network policies were asked for.
        var index = kubernetes.Roles.FindIndex(role => role.Name == "eks-security-portal-reader");
        var reader = kubernetes.Roles[index];
        kubernetes.Roles[index] = reader with { Rules = [.. reader.Rules.Where(rule => rule.ApiGroups[0] is not "rbac.authorization.k8s.io" and not "networking.k8s.io" and not "admissionregistration.k8s.io")] };
        foreach (var name in new[] { "training", "serving" })
        {
            kubernetes.AddNamespace(name);
        }

        var registry = DemoParts.Registry(context.Region) + "/ml";
        kubernetes.Add(WorkloadKind.Job, "training", "fine-tune", 8, Templates.Application("fine-tune", registry + "/trainer:latest", Hardening.Reckless, isWeb: false), workload => workload with { Pools = ["gpu"] });
        kubernetes.BindCluster("researchers", "cluster-admin", new RbacSubject("Group", "researchers"), new RbacSubject("ServiceAccount", "default", "training"));
        kubernetes.FillWithApplications(["training", "serving"], 380, item => item % 4 == 0 ? Hardening.Reckless : Hardening.Plain, registry, ["cpu"]);
    }
}
