using EksSecurityPortal.Sandbox.Building;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Demo;

/// <summary>billing-windows: 1.32 with Windows nodes, Amazon Linux 2 nodes three minors behind, a Fargate profile, launch templates left behind.</summary>
internal static class BillingWindowsCluster
{
    private const string Name = "billing-windows";

    public static void Add(AccountBuilder account)
    {
        var region = account.Region("us-east-1");
        var vpc = VpcBuilder.Build(region, new VpcPlan("billing", 60, ["a", "b", "c"]) { NatGateways = 2, ClusterNames = [Name] });
        var rdp = region.AddSecurityGroup(vpc.Id, "billing-rdp", "remote desktop", new SecurityGroupRule("tcp", 3389, 3389) { Cidrs = ["10.0.0.0/8"] });
        account.AddRole("billing-admins", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null));
        region.AddRepository("billing/invoices", isMutable: false, scanOnPush: true);
        DemoParts.AddLoadBalancer(region, vpc, Name, "billing", isApplication: false, isInternetFacing: false, "billing/invoices-api", "ELBSecurityPolicy-TLS13-1-2-2021-06", []);
        ClusterBuilder.Build(region, new ClusterPlan(Name, "1.32")
        {
            Vpc = vpc,
            AgeDays = 980,
            UpgradedDaysAgo = 240,
            PublicCidrs = ["198.51.100.0/24"],
            Logs = ["api", "audit", "authenticator"],
            AuthenticationMode = "API_AND_CONFIG_MAP",
            DeletionProtection = false,
            CertificateRotationPending = true,
            Tags = new Dictionary<string, string> { ["environment"] = "production", ["team"] = "billing" },
            Pools = Pools(rdp.Id, vpc),
            Addons = [new AddonPlan("vpc-cni", 1) { Configuration = DemoParts.EnforcingCni }, new AddonPlan("coredns", 2), new AddonPlan("kube-proxy", 2), new AddonPlan("metrics-server", 1)],
            Access = [DemoParts.Reader(account), new AccessPlan(account.RoleArn("billing-admins")) { Policies = ["AmazonEKSAdminPolicy@billing"] }],
            AwsAuth = new AwsAuthMap([DemoParts.Nodes(account, "billing-nodes"), DemoParts.ReaderMapping(account)]),
        }, Describe);
    }

    private static IReadOnlyList<NodePoolPlan> Pools(string rdp, BuiltVpc vpc) =>
    [
        new("linux", PoolKind.Managed, ImageFamily.AmazonLinux2, "m5.large", 6)
        {
            Minor = "1.29", NodeRole = "billing-nodes", AgeDays = 260, LagDays = 30, Metadata = new InstanceMetadata("optional", 2), HasLaunchTemplate = true, TemplateVersionsBehind = 3, RemoteAccess = new RemoteAccess("billing-ops"),
            Issues = [new HealthIssue("Ec2LaunchTemplateVersionMismatch", "The Amazon EC2 launch template version for your managed node group does not match the version that Amazon EKS created.", [vpc.Private[0].Id])],
        },
        new("linux-new", PoolKind.Managed, ImageFamily.AmazonLinux2023, "m6i.xlarge", 8) { NodeRole = "billing-nodes", AgeDays = 24, LagDays = 21, HasLaunchTemplate = true },
        new("windows", PoolKind.Managed, ImageFamily.WindowsCore2022, "m6i.2xlarge", 3)
        {
            Minor = "1.31", NodeRole = "billing-windows-nodes", AgeDays = 96, LagDays = 92, HasLaunchTemplate = true, TemplateVersionsBehind = 1, ExtraSecurityGroups = [rdp], Taints = [new NodeTaint("os", "windows", "NoSchedule")],
        },
        new("serverless", PoolKind.Fargate, ImageFamily.AmazonLinux2023, "", 24) { NodeRole = "billing-fargate", FargateNamespaces = ["reports"], AgeDays = 45, LagDays = 45 },
    ];

    private static void Describe(KubernetesBuilder kubernetes, ClusterContext context)
    {
        foreach (var name in new[] { "billing", "invoicing" })
        {
            kubernetes.AddNamespace(name, "baseline");
            kubernetes.IsolateNamespace(name);
        }

        kubernetes.AddNamespace("reports");
        var registry = DemoParts.Registry(context.Region) + "/billing";
        kubernetes.Add(WorkloadKind.Deployment, "invoicing", "invoice-renderer", 30, Templates.Application("invoice-renderer", registry + "/invoice-renderer:2022", Hardening.Plain) with { NodeSelector = new Dictionary<string, string> { ["kubernetes.io/os"] = "windows" } }, workload => workload with { Pools = ["windows"] });
        kubernetes.Add(WorkloadKind.DaemonSet, "kube-system", "windows-exporter", 0, Templates.Application("windows-exporter", registry + "/windows-exporter:0.31", Hardening.Plain, isWeb: false) with { HostNetwork = true, Security = new PodSecurity { HostProcess = true } }, workload => workload with { Pools = ["windows"] });
        kubernetes.Add(WorkloadKind.Deployment, "reports", "report-builder", 24, Templates.Application("report-builder", registry + "/report-builder:5.0.2", Hardening.Restricted, isWeb: false), workload => workload with { Pools = ["serverless"] });
        kubernetes.AddNetworkPolicy("reports", "default-deny", """{"podSelector":{},"policyTypes":["Ingress"]}""");
        kubernetes.AddService("billing", "invoices-api", "LoadBalancer", change: service => service with { Annotations = new Dictionary<string, string> { ["service.beta.kubernetes.io/aws-load-balancer-scheme"] = "internal" }, LoadBalancerClass = "service.k8s.aws/nlb" });
        kubernetes.AddBudget("billing", "pricing-api", minAvailable: "1");
        kubernetes.FillWithApplications(["billing", "invoicing"], 600, index => index % 3 == 0 ? Hardening.Restricted : Hardening.Plain, registry, ["linux", "linux-new"]);
    }
}
