using EksSecurityPortal.Sandbox.Building;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Demo;

/// <summary>analytics: Karpenter on 1.33 (extended support), network policies that nothing enforces, service account roles with wildcards, a security group open to ::/0.</summary>
internal static class AnalyticsCluster
{
    private const string Name = "analytics";

    public static void Add(AccountBuilder account)
    {
        var region = account.Region("eu-west-1");
        var vpc = VpcBuilder.Build(region, new VpcPlan("analytics", 50, ["a", "b", "c"]) { NatGateways = 1, FlowLogTraffic = "ALL", ClusterNames = [Name] });
        var key = region.AddKey("analytics secrets", state: "Disabled");
        var open = region.AddSecurityGroup(vpc.Id, "analytics-notebooks", "notebook access", new SecurityGroupRule("-1", null, null) { Ipv6Cidrs = ["::/0"], Description = "notebooks over IPv6" });
        account.AddRole("data-engineers", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null));
        account.AddRole("data-platform-admins", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null), ManagedPolicies.Administrator);
        account.AddRole("analytics-karpenter-nodes", TrustPolicies.Service("ec2.amazonaws.com"), ManagedPolicies.EksWorkerNode, ManagedPolicies.EksCni, ManagedPolicies.EcrPullOnly, ManagedPolicies.S3Full);
        region.AddRepository("analytics/spark", isMutable: true, scanOnPush: true);
        region.AddRepository("analytics/notebooks", isMutable: true, scanOnPush: false);
        DemoParts.AddLoadBalancer(region, vpc, Name, "notebooks", isApplication: true, isInternetFacing: true, "notebooks/notebooks", null, [open.Id]);
        ClusterBuilder.Build(region, Plan(region, vpc, key.Arn, open.Id), Describe);
    }

    private static ClusterPlan Plan(RegionBuilder region, BuiltVpc vpc, string keyArn, string open)
    {
        var account = region.Account;
        var ebs = DemoParts.WebIdentityRole(region, Name, "analytics-ebs-csi", "system:serviceaccount:kube-system:ebs-csi-controller-sa", "StringEquals", ManagedPolicies.Allow("*", "ec2:CreateVolume", "ec2:AttachVolume"));
        var sharedRole = DemoParts.PodIdentityRole(region, "analytics-shared", ManagedPolicies.Allow("*", "s3:*", "glue:*", "secretsmanager:GetSecretValue"));
        return new ClusterPlan(Name, "1.33")
        {
            Vpc = vpc,
            AgeDays = 540,
            UpgradedDaysAgo = 190,
            PublicCidrs = ["0.0.0.0/1", "128.0.0.0/1"],
            Logs = ["audit"],
            KeyArn = keyArn,
            AuthenticationMode = "API_AND_CONFIG_MAP",
            BootstrapCreatorAdmin = true,
            ExtraSecurityGroups = [open],
            Issues = [new HealthIssue("KmsKeyDisabled", "The KMS key associated with the cluster is disabled.", [keyArn])],
            Tags = new Dictionary<string, string> { ["environment"] = "production", ["team"] = "data" },
            Pools = Pools(open),
            Addons =
            [
                new AddonPlan("vpc-cni", 2), new AddonPlan("coredns", 1), new AddonPlan("kube-proxy", 3) { Status = "DEGRADED", Issues = [new HealthIssue("InsufficientNumberOfReplicas", "The add-on is unhealthy because it doesn't have the desired number of replicas.", [])] },
                new AddonPlan("aws-ebs-csi-driver", 1) { RoleArn = ebs }, new AddonPlan("eks-pod-identity-agent", 2),
            ],
            Access =
            [
                DemoParts.Reader(account),
                new AccessPlan(account.RoleArn("data-platform-admins")) { Policies = ["AmazonEKSClusterAdminPolicy"] },
                new AccessPlan(account.RoleArn("data-engineers")) { Policies = ["AmazonEKSClusterAdminPolicy"] },
                new AccessPlan("arn:aws:iam::999988887777:role/vendor-support") { Policies = ["AmazonEKSAdminPolicy"] },
                new AccessPlan($"arn:aws:iam::{account.Id}:user/alex") { Policies = ["AmazonEKSClusterAdminPolicy"] },
            ],
            AwsAuth = new AwsAuthMap([DemoParts.Nodes(account, "analytics-karpenter-nodes"), new AwsAuthMapping(account.RoleArn("data-engineers"), "engineer:{{SessionName}}", ["data-engineers"])]),
            PodIdentities = [("notebooks", "default", sharedRole), ("spark", "driver", sharedRole)],
            Insights =
            [
                DemoParts.Insight(new ClusterName(Name, region.Now), "EKS add-on version compatibility", "WARNING", "1.34", "Installed EKS add-on versions are not compatible with the next Kubernetes version.", "Update the add-ons before upgrading.", new InsightSummaryDetails(null, [new AddonCompatibility("vpc-cni", ["v1.22.3-eksbuild.2"])])),
                DemoParts.Insight(new ClusterName(Name, region.Now), "kube-proxy version skew", "ERROR", "1.34", "kube-proxy is more than three minors behind.", "Update kube-proxy."),
            ],
        };
    }

    private static IReadOnlyList<NodePoolPlan> Pools(string open) =>
    [
        new("system", PoolKind.Managed, ImageFamily.AmazonLinux2023, "m6i.xlarge", 3)
        {
            NodeRole = "analytics-system-nodes", LagDays = 63, AgeDays = 68, Metadata = new InstanceMetadata("required", 2), HasLaunchTemplate = true, TemplateVersionsBehind = 1, Taints = [new NodeTaint("CriticalAddonsOnly", "true", "NoSchedule")],
        },
        new("golden", PoolKind.Managed, ImageFamily.Custom, "r6i.2xlarge", 6) { NodeRole = "analytics-system-nodes", LagDays = 210, AgeDays = 205, Metadata = new InstanceMetadata("optional", 2), HasLaunchTemplate = true, IsHalfRolledOut = true },
        new("general", PoolKind.Karpenter, ImageFamily.AmazonLinux2023, "m7i.4xlarge", 14) { NodeRole = "analytics-karpenter-nodes", LagDays = 35, AgeDays = 38, NodeClass = "default", ExtraSecurityGroups = [open] },
        new("spot", PoolKind.Karpenter, ImageFamily.Bottlerocket, "m6i.2xlarge", 12) { NodeRole = "analytics-karpenter-nodes", LagDays = 84, AgeDays = 90, NodeClass = "bottlerocket", IsSpot = true, Metadata = new InstanceMetadata("required", 2) },
    ];

    private static void Describe(KubernetesBuilder kubernetes, ClusterContext context)
    {
        kubernetes.AddKarpenter(context);
        string[] teams = ["spark", "notebooks", "airflow", "warehouse"];
        foreach (var team in teams)
        {
            kubernetes.AddNamespace(team, team == "warehouse" ? "baseline" : null);
        }

        kubernetes.IsolateNamespace("warehouse");
        kubernetes.AddNetworkPolicy("notebooks", "allow-all", """{"podSelector":{},"ingress":[{}]}""");
        AddServiceAccountRoles(kubernetes, context);
        var registry = DemoParts.Registry(context.Region) + "/analytics";
        kubernetes.Add(WorkloadKind.Deployment, "notebooks", "notebook-hub", 3, Templates.Application("notebook-hub", registry + "/notebooks:latest", Hardening.Plain));
        kubernetes.Add(WorkloadKind.StatefulSet, "airflow", "scheduler", 2, Templates.Application("scheduler", registry + "/airflow:2.11", Hardening.Plain, "scheduler", isWeb: false));
        kubernetes.AddBudget("airflow", "scheduler", minAvailable: "2");
        kubernetes.Add(WorkloadKind.Job, "spark", "nightly-backfill", 40, Templates.Application("nightly-backfill", registry + "/spark:4.0", Hardening.Plain, "driver", isWeb: false) with { Annotations = new Dictionary<string, string> { ["karpenter.sh/do-not-disrupt"] = "true" } });
        kubernetes.AddServiceAccount("spark", "driver");
        kubernetes.AddClusterRole("spark-driver", new RbacRule([""], ["pods", "pods/exec", "secrets"], ["create", "get", "list", "delete"]));
        kubernetes.BindCluster("spark-driver", "spark-driver", new RbacSubject("ServiceAccount", "driver", "spark"));
        kubernetes.BindCluster("data-engineers", "edit", new RbacSubject("Group", "data-engineers"));
        kubernetes.AddClusterRole("pipeline-admin", new RbacRule(["rbac.authorization.k8s.io"], ["clusterroles", "clusterrolebindings"], ["bind", "escalate", "create"]), new RbacRule([""], ["nodes/proxy", "serviceaccounts/token"], ["get", "create"]));
        kubernetes.BindCluster("pipeline-admin", "pipeline-admin", new RbacSubject("ServiceAccount", "scheduler", "airflow"));
        kubernetes.FillWithApplications(teams, 2000, index => (index % 5) switch { 0 => Hardening.Restricted, 4 => Hardening.Reckless, _ => Hardening.Plain }, registry, ["general", "spot", "golden"]);
    }

    private static void AddServiceAccountRoles(KubernetesBuilder kubernetes, ClusterContext context)
    {
        var region = context.Region;
        var reader = ManagedPolicies.Allow("arn:aws:s3:::analytics-lake/*", "s3:GetObject");
        kubernetes.AddServiceAccount("warehouse", "loader", DemoParts.WebIdentityRole(region, Name, "analytics-loader", "system:serviceaccount:warehouse:loader", "StringEquals", reader));
        kubernetes.AddServiceAccount("airflow", "scheduler", DemoParts.WebIdentityRole(region, Name, "analytics-anyone", null, "StringEquals", ManagedPolicies.Allow("*", "s3:*", "iam:PassRole")));
        kubernetes.AddServiceAccount("spark", "executor", DemoParts.WebIdentityRole(region, Name, "analytics-spark", "system:serviceaccount:spark:*", "StringLike", ManagedPolicies.Allow("*", "s3:GetObject", "s3:PutObject")));
        kubernetes.AddServiceAccount("notebooks", "researcher", DemoParts.WebIdentityRole(region, Name, "analytics-research", "system:serviceaccount:*:*", "StringLike", ManagedPolicies.Allow("*", "athena:*"), checksAudience: false));
        kubernetes.AddServiceAccount("airflow", "exporter", DemoParts.WebIdentityRole(region, Name, "analytics-exporter", "system:serviceaccount:airflow:*", "StringEquals", reader));
        kubernetes.AddServiceAccount("airflow", "orphan", region.Account.RoleArn("deleted-airflow-role"));
    }
}
