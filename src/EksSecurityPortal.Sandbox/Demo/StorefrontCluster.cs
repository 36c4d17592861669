using EksSecurityPortal.Sandbox.Building;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Demo;

/// <summary>storefront-prod: how it should be done. 1.35, private, encrypted, logged, isolated; AL2023 and Bottlerocket node groups a few days old; 3,000 pods.</summary>
internal static class StorefrontCluster
{
    private const string Name = "storefront-prod";

    public static void Add(AccountBuilder account)
    {
        var region = account.Region("us-east-1");
        var vpc = VpcBuilder.Build(region, new VpcPlan("storefront", 20, ["a", "b", "c"]) { NatGateways = 3, FlowLogTraffic = "ALL", HasEndpoints = true, ClusterNames = [Name] });
        var key = region.AddKey("storefront-prod secrets");
        foreach (var repository in new[] { "catalog-api", "cart-api", "search-api", "checkout-web" })
        {
            region.AddRepository("storefront/" + repository, isMutable: false, scanOnPush: true, key.Arn);
        }

        region.ScanType = "ENHANCED";
        account.AddRole("platform-operators", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null), ManagedPolicies.ReadOnly);
        account.AddRole("storefront-developers", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null));
        account.AddRole("storefront-deployer", TrustPolicies.Principal($"arn:aws:iam::{account.Id}:root", null));
        var publicGroup = region.AddSecurityGroup(vpc.Id, "storefront-edge", "HTTPS to the load balancer", new SecurityGroupRule("tcp", 443, 443) { Cidrs = ["0.0.0.0/0"], Description = "public HTTPS" });
        DemoParts.AddLoadBalancer(region, vpc, Name, "storefront-edge", isApplication: true, isInternetFacing: true, "ingress/storefront", "ELBSecurityPolicy-TLS13-1-2-2021-06", [publicGroup.Id]);
        ClusterBuilder.Build(region, Plan(region, vpc, key.Arn), Describe);
    }

    private static ClusterPlan Plan(RegionBuilder region, BuiltVpc vpc, string keyArn)
    {
        var account = region.Account;
        var ebsRole = DemoParts.PodIdentityRole(region, "storefront-ebs-csi", ManagedPolicies.Allow("*", "ec2:CreateVolume", "ec2:AttachVolume", "ec2:DetachVolume", "ec2:DescribeVolumes"));
        var mediaRole = DemoParts.PodIdentityRole(region, "storefront-media", ManagedPolicies.Allow("arn:aws:s3:::storefront-media/*", "s3:GetObject", "s3:PutObject"));
        return new ClusterPlan(Name, "1.35")
        {
            Vpc = vpc,
            AgeDays = 620,
            UpgradedDaysAgo = 5,
            PublicEndpoint = false,
            Logs = DemoParts.AllLogs,
            KeyArn = keyArn,
            SupportType = "STANDARD",
            DeletionProtection = true,
            ZonalShift = true,
            Tags = new Dictionary<string, string> { ["environment"] = "production", ["team"] = "storefront", ["data-classification"] = "confidential" },
            Pools =
            [
                new NodePoolPlan("system", PoolKind.Managed, ImageFamily.AmazonLinux2023, "m7i.xlarge", 3) { NodeRole = "storefront-nodes", HasLaunchTemplate = true, NodeRepair = true, UpdateConfig = new(null, 33) },
                new NodePoolPlan("web", PoolKind.Managed, ImageFamily.AmazonLinux2023Arm, "m7g.4xlarge", 24) { NodeRole = "storefront-nodes", HasLaunchTemplate = true, NodeRepair = true, UpdateConfig = new(null, 20), AgeDays = 5 },
                new NodePoolPlan("batch", PoolKind.Managed, ImageFamily.Bottlerocket, "m7i.4xlarge", 9) { NodeRole = "storefront-nodes", HasLaunchTemplate = true, NodeRepair = true, UpdateConfig = new(null, 25), AgeDays = 6 },
            ],
            Addons =
            [
                new AddonPlan("vpc-cni") { Configuration = DemoParts.EnforcingCni }, new AddonPlan("coredns"), new AddonPlan("kube-proxy"),
                new AddonPlan("aws-ebs-csi-driver"), new AddonPlan("eks-pod-identity-agent"), new AddonPlan("metrics-server"),
            ],
            Access =
            [
                DemoParts.Reader(account),
                new AccessPlan(account.RoleArn("platform-operators")) { Policies = ["AmazonEKSAdminViewPolicy"] },
                new AccessPlan(account.RoleArn("storefront-developers")) { Policies = ["AmazonEKSViewPolicy@storefront,search"] },
                new AccessPlan(account.RoleArn("storefront-deployer")) { Policies = ["AmazonEKSEditPolicy@storefront,search"] },
            ],
            PodIdentities = [("kube-system", "ebs-csi-controller-sa", ebsRole), ("storefront", "media", mediaRole)],
            Insights =
            [
                DemoParts.Insight(new ClusterName(Name, region.Now), "Deprecated APIs removed in Kubernetes v1.36", "PASSING", "1.36", "No deprecated API usage detected within the last 30 days.", "No action needed."),
                DemoParts.Insight(new ClusterName(Name, region.Now), "Kubelet version skew", "PASSING", "1.36", "All node kubelet versions match the control plane.", "No action needed."),
            ],
        };
    }

    private static void Describe(KubernetesBuilder kubernetes, ClusterContext context)
    {
        string[] teams = ["storefront", "search", "customer", "fulfilment"];
        kubernetes.AddNamespace("ingress", "restricted");
        kubernetes.IsolateNamespace("ingress");
        foreach (var team in teams)
        {
            kubernetes.AddNamespace(team, "restricted");
            kubernetes.IsolateNamespace(team);
            kubernetes.AddObject("v1", "ResourceQuota", "resourcequotas", team, "team", """{"spec":{"hard":{"requests.cpu":"400","requests.memory":"800Gi","pods":"1500"}}}""");
        }

        var orders = DemoParts.WebIdentityRole(context.Region, Name, "storefront-orders-queue", "system:serviceaccount:storefront:orders", "StringEquals", ManagedPolicies.Allow($"arn:aws:sqs:us-east-1:{context.AccountId}:orders", "sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"));
        kubernetes.AddServiceAccount("storefront", "orders", orders);
        kubernetes.AddServiceAccount("storefront", "media");
        var registry = DemoParts.Registry(context.Region) + "/storefront";
        kubernetes.Add(WorkloadKind.Deployment, "storefront", "orders", 12, Templates.Application("orders", registry + "/orders:4.2.1", Hardening.Restricted, "orders") with { AutomountToken = true });
        kubernetes.AddBudget("storefront", "orders", maxUnavailable: "25%");
        kubernetes.AddObject("autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", "storefront", "orders", """{"spec":{"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"orders"},"minReplicas":6,"maxReplicas":40,"metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":60}}}]},"status":{"currentReplicas":12,"desiredReplicas":12}}""");
        kubernetes.Add(WorkloadKind.Deployment, "ingress", "aws-load-balancer-controller", 2, Templates.Application("aws-load-balancer-controller", "public.ecr.aws/eks/aws-load-balancer-controller:v2.14.1", Hardening.Restricted, isWeb: false));
        kubernetes.AddObject("networking.k8s.io/v1", "IngressClass", "ingressclasses", null, "alb", """{"spec":{"controller":"ingress.k8s.aws/alb"}}""");
        kubernetes.AddObject("networking.k8s.io/v1", "Ingress", "ingresses", "storefront", "storefront", """{"spec":{"ingressClassName":"alb","tls":[{"hosts":["www.storefront.example"]}],"rules":[{"host":"www.storefront.example","http":{"paths":[{"path":"/","pathType":"Prefix","backend":{"service":{"name":"catalog-api","port":{"number":80}}}}]}}]}}""");
        kubernetes.BindCluster("operators-view", "view", new RbacSubject("Group", "platform-operators"));
        kubernetes.AddObject("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", "validatingadmissionpolicies", null, "images-by-digest", """{"spec":{"failurePolicy":"Fail","matchConstraints":{"resourceRules":[{"apiGroups":["apps"],"apiVersions":["v1"],"operations":["CREATE","UPDATE"],"resources":["deployments"]}]},"validations":[{"expression":"object.spec.template.spec.containers.all(c, c.image.contains('@sha256:'))"}]}}""");
        kubernetes.FillWithApplications(teams, 3000, _ => Hardening.Restricted, registry, ["web", "batch"]);
    }
}
