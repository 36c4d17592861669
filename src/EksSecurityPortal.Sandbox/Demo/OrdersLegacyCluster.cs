using EksSecurityPortal.Sandbox.Building;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Demo;

/// <summary>orders-legacy: nearly everything wrong. 1.31 days before its forced upgrade, self-managed Amazon Linux 2 nodes on public subnets, aws-auth with foreign masters.</summary>
internal static class OrdersLegacyCluster
{
    private const string Name = "orders-legacy";

    public static void Add(AccountBuilder account)
    {
        var region = account.Region("us-east-1");
        var vpc = VpcBuilder.Build(region, new VpcPlan("orders", 30, ["a", "b"]) { NatGateways = 1, MapsPublicIps = true, HasIpv6 = true, FreeAddresses = 14, ClusterNames = [Name] });
        var ssh = region.AddSecurityGroup(vpc.Id, "orders-ssh", "temporary access", new SecurityGroupRule("tcp", 22, 22) { Cidrs = ["0.0.0.0/0"], Ipv6Cidrs = ["::/0"], Description = "temporary" });
        var nodePorts = region.AddSecurityGroup(vpc.Id, "orders-nodeports", "node ports", new SecurityGroupRule("tcp", 30000, 32767) { Cidrs = ["0.0.0.0/0"] }, new SecurityGroupRule("tcp", 10250, 10250) { Cidrs = ["0.0.0.0/0"] });
        account.AddRole("orders-nodes", TrustPolicies.Service("ec2.amazonaws.com"), ManagedPolicies.EksWorkerNode, ManagedPolicies.EksCni, ManagedPolicies.EcrReadOnly, ManagedPolicies.Administrator);
        account.AddRole("orders-admin", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null), ManagedPolicies.Administrator);
        account.Users.Add(new IamUser("build-bot", $"arn:aws:iam::{account.Id}:user/build-bot", Ids.Iam("AIDA", "build-bot"), region.Now.AddDays(-1400)) { AttachedPolicyArns = [ManagedPolicies.Administrator] });
        region.AddRepository("orders", isMutable: true, scanOnPush: false);
        DemoParts.AddLoadBalancer(region, vpc, Name, "orders-public", isApplication: false, isInternetFacing: true, "orders/orders-web", null, []);
        ClusterBuilder.Build(region, Plan(region, vpc, ssh.Id, nodePorts.Id), Describe);
    }

    private static ClusterPlan Plan(RegionBuilder region, BuiltVpc vpc, string ssh, string nodePorts)
    {
        var account = region.Account;
        return new ClusterPlan(Name, "1.31")
        {
            Vpc = vpc,
            AgeDays = 1900,
            UpgradedDaysAgo = 410,
            ControlPlaneSubnets = [.. vpc.Public.Select(subnet => subnet.Id)],
            PrivateEndpoint = false,
            PublicCidrs = ["0.0.0.0/0"],
            AuthenticationMode = "CONFIG_MAP",
            BootstrapCreatorAdmin = true,
            HasOidcProvider = false,
            CertificateRotationPending = true,
            ClusterGroupRules = [new SecurityGroupRule("tcp", 443, 443) { Cidrs = ["0.0.0.0/0"], Description = "kubectl from anywhere" }],
            Issues = [new HealthIssue("InsufficientFreeAddresses", "One or more of the subnets associated with your cluster does not have enough available IP addresses for Amazon EKS to perform cluster management operations.", [vpc.Private[0].Id])],
            Tags = new Dictionary<string, string> { ["environment"] = "production" },
            Pools =
            [
                new NodePoolPlan("workers", PoolKind.SelfManaged, ImageFamily.AmazonLinux2, "m5.xlarge", 10)
                {
                    NodeRole = "orders-nodes", InPublicSubnets = true, KeyName = "orders-2019", ExtraSecurityGroups = [ssh, nodePorts], Metadata = new InstanceMetadata("optional", 2), LagDays = 60, AgeDays = 412, Minor = "1.29",
                },
                new NodePoolPlan("workers-spare", PoolKind.SelfManaged, ImageFamily.AmazonLinux2, "c4.xlarge", 2)
                {
                    NodeRole = "orders-nodes", InPublicSubnets = true, KeyName = "orders-2019", ExtraSecurityGroups = [ssh], Metadata = new InstanceMetadata("optional", 3), LagDays = 150, AgeDays = 640, Minor = "1.28", UnreadyNodes = 1, TemplateVersionsBehind = 2,
                },
            ],
            AwsAuth = new AwsAuthMap(
            [
                DemoParts.Nodes(account, "orders-nodes"), DemoParts.ReaderMapping(account),
                new AwsAuthMapping(account.RoleArn("orders-admin"), "admin", ["system:masters"]),
                new AwsAuthMapping("arn:aws:iam::999988887777:role/contractor", "contractor", ["system:masters"]),
                new AwsAuthMapping(account.RoleArn("deleted-ci-role"), "ci", ["orders-deployers"]),
            ])
            {
                Users = [new AwsAuthMapping($"arn:aws:iam::{account.Id}:user/build-bot", "build-bot", ["system:masters"])],
                Accounts = ["999988887777"],
            },
            Insights = Insights(new ClusterName(Name, region.Now)),
        };
    }

    private static IReadOnlyList<Insight> Insights(ClusterName cluster) =>
    [
        DemoParts.Insight(cluster, "Deprecated APIs removed in Kubernetes v1.32", "ERROR", "1.32", "Deprecated API usage detected within last 30 days and your cluster is on Kubernetes v1.31.", "Update manifests and API clients to use newer Kubernetes APIs if applicable before upgrading to Kubernetes v1.32.",
            new InsightSummaryDetails([new Deprecation("/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas", "/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas", "1.32", "1.29", [new ClientStat("legacy-operator", 18234, cluster.Now.AddHours(-3))])], null),
            new InsightResource(new InsightState("ERROR", "In use"), "/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas/orders")),
        DemoParts.Insight(cluster, "Kubelet version skew", "WARNING", "1.32", "Node kubelet versions are two or more minors behind the control plane.", "Upgrade your nodes before upgrading the control plane."),
        DemoParts.Insight(cluster, "EKS add-on version compatibility", "UNKNOWN", "1.32", "No EKS add-on is installed.", "Consider migrating self-managed add-ons."),
    ];

    private static void Describe(KubernetesBuilder kubernetes, ClusterContext context)
    {
        foreach (var name in new[] { "orders", "orders-batch", "tools" })
        {
            kubernetes.AddNamespace(name);
        }

        var registry = DemoParts.Registry(context.Region);
        kubernetes.Add(WorkloadKind.Deployment, "tools", "ci-runner", 2, Templates.Application("ci-runner", "docker.io/library/ci-runner:latest", Hardening.Reckless, "ci", isWeb: false));
        kubernetes.AddServiceAccount("tools", "ci");
        kubernetes.Add(WorkloadKind.DaemonSet, "tools", "log-shipper", 0, Templates.Application("log-shipper", "docker.io/library/log-shipper:latest", Hardening.Reckless, isWeb: false));
        kubernetes.Add(WorkloadKind.Pod, "tools", "debug-shell", 1, Templates.Application("debug-shell", "docker.io/library/busybox:latest", Hardening.Reckless, isWeb: false));
        kubernetes.Add(WorkloadKind.Deployment, "tools", "dashboard", 1, Templates.Application("dashboard", "docker.io/kubernetesui/dashboard:v2.4.0", Hardening.Plain, "dashboard"));
        kubernetes.AddServiceAccount("tools", "dashboard");
        kubernetes.AddService("tools", "dashboard", "NodePort", change: service => service with { ExternalIps = ["203.0.113.200"] });
        kubernetes.AddService("orders", "orders-web", "LoadBalancer", change: service => service with { LoadBalancerHostname = "k8s-orders-public.elb.us-east-1.amazonaws.com" });
        kubernetes.Add(WorkloadKind.Deployment, "orders", "orders-web", 3, Templates.Application("orders-web", registry + "/orders:latest", Hardening.Plain));
        kubernetes.AddBudget("orders", "orders-web", minAvailable: "100%");
        kubernetes.Add(WorkloadKind.StatefulSet, "orders", "orders-db", 1, Templates.Application("orders-db", registry + "/orders-db:9.6", Hardening.Plain, isWeb: false) with { TerminationGraceSeconds = 1800 });
        kubernetes.AddBudget("orders", "orders-db", minAvailable: "1");
        kubernetes.Add(WorkloadKind.Deployment, "orders", "ledger-sync", 4, Templates.Application("ledger-sync", registry + "/orders:2.0.1", Hardening.Plain), workload => workload with { UnreadyReplicas = 4 });
        kubernetes.BindCluster("tools-admin", "cluster-admin", new RbacSubject("ServiceAccount", "dashboard", "tools"), new RbacSubject("ServiceAccount", "ci", "tools"));
        kubernetes.BindCluster("everyone-reads-secrets", "legacy-read-all", new RbacSubject("Group", "system:authenticated"));
        kubernetes.BindCluster("anonymous-discovery", "legacy-read-all", new RbacSubject("User", "system:anonymous"));
        kubernetes.AddClusterRole("legacy-read-all", new RbacRule([""], ["secrets", "configmaps", "pods"], ["get", "list", "watch"]));
        kubernetes.AddClusterRole("orders-operator", new RbacRule(["*"], ["*"], ["*"]));
        kubernetes.BindCluster("orders-deployers", "orders-operator", new RbacSubject("Group", "orders-deployers"));
        kubernetes.AddObject("admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration", "mutatingwebhookconfigurations", null, "legacy-injector", """{"webhooks":[{"name":"inject.orders.example","failurePolicy":"Fail","sideEffects":"None","admissionReviewVersions":["v1"],"clientConfig":{"service":{"name":"missing-injector","namespace":"tools","path":"/","port":443}},"rules":[{"apiGroups":["*"],"apiVersions":["*"],"operations":["*"],"resources":["*/*"],"scope":"*"}]}]}""");
        kubernetes.FillWithApplications(["orders", "orders-batch", "default"], 420, index => index % 7 == 6 ? Hardening.Reckless : Hardening.Plain, registry);
    }
}
