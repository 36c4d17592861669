using EksSecurityPortal.Sandbox.Building;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Demo;

/// <summary>Pieces that several demo clusters share.</summary>
internal static class DemoParts
{
    public static readonly IReadOnlyList<string> AllLogs = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    public const string EnforcingCni = """{"enableNetworkPolicy":"true","nodeAgent":{"enablePolicyEventLogs":"true"}}""";

    public static AccessPlan Reader(AccountBuilder account) => new(account.RoleArn("EksSecurityPortalReader")) { Groups = [AccessBuilder.ReaderGroup] };

    public static AwsAuthMapping ReaderMapping(AccountBuilder account) => new(account.RoleArn("EksSecurityPortalReader"), "eks-security-portal", [AccessBuilder.ReaderGroup]);

    public static AwsAuthMapping Nodes(AccountBuilder account, string role) => new(account.RoleArn(role), "system:node:{{EC2PrivateDNSName}}", ["system:bootstrappers", "system:nodes"]);

    public static string Registry(RegionBuilder region) => $"{region.Account.Id}.dkr.ecr.{region.Region}.amazonaws.com";

    /// <summary>The issuer of a cluster before it is built, for trust policies; it depends on the names alone.</summary>
    public static string Issuer(RegionBuilder region, string cluster) => $"oidc.eks.{region.Region}.amazonaws.com/id/{Ids.Hex("oidc" + region.Account.Id + region.Region + cluster, 32).ToUpperInvariant()}";

    /// <summary>A role that service accounts of a cluster assume.</summary>
    public static string WebIdentityRole(RegionBuilder region, string cluster, string roleName, string? subject, string subjectOperator, string policyDocument, bool checksAudience = true)
    {
        region.Account.AddRole(roleName, TrustPolicies.ServiceAccount(region.Account.Id, Issuer(region, cluster), subject, subjectOperator, checksAudience));
        region.Account.Change(roleName, role => role with { InlinePolicies = [new InlinePolicy(roleName, policyDocument)], ServicesAccessed = Services(region) });
        return region.Account.RoleArn(roleName);
    }

    public static string PodIdentityRole(RegionBuilder region, string roleName, string policyDocument)
    {
        region.Account.AddRole(roleName, TrustPolicies.PodIdentity);
        region.Account.Change(roleName, role => role with { InlinePolicies = [new InlinePolicy(roleName, policyDocument)], ServicesAccessed = Services(region) });
        return region.Account.RoleArn(roleName);
    }

    public static LoadBalancer AddLoadBalancer(RegionBuilder region, BuiltVpc vpc, string cluster, string name, bool isApplication, bool isInternetFacing, string service, string? sslPolicy, IReadOnlyList<string> securityGroups)
    {
        var type = isApplication ? "application" : "network";
        var id = Ids.Hex(cluster + name, 16);
        var prefix = isApplication ? "app" : "net";
        var targetArn = region.Arn("elasticloadbalancing", $"targetgroup/k8s-{name}/{Ids.Hex(id + "target", 16)}");
        var listener = region.Arn("elasticloadbalancing", $"listener/{prefix}/k8s-{name}/{id}");
        var certificate = region.Arn("acm", "certificate/" + Ids.Guid(name));
        var balancer = new LoadBalancer(region.Arn("elasticloadbalancing", $"loadbalancer/{prefix}/k8s-{name}/{id}"), "k8s-" + name, type, isInternetFacing ? "internet-facing" : "internal", vpc.Id, $"k8s-{name}-{id}.elb.{region.Region}.amazonaws.com")
        {
            Created = region.Now.AddDays(-140),
            Zones = [.. (isInternetFacing ? vpc.Public : vpc.Private).Select(subnet => (subnet.ZoneName, subnet.Id))],
            SecurityGroups = securityGroups,
            TargetGroups = [new TargetGroup(targetArn, "k8s-" + name, isApplication ? "HTTP" : "TCP", 8080, "ip", vpc.Id)],
            Listeners = sslPolicy is null
                ? [new Listener(listener + "/" + Ids.Hex(name + "80", 16), 80, isApplication ? "HTTP" : "TCP") { TargetGroupArn = targetArn }]
                : [
                    new Listener(listener + "/" + Ids.Hex(name + "443", 16), 443, isApplication ? "HTTPS" : "TLS") { TargetGroupArn = targetArn, CertificateArn = certificate, SslPolicy = sslPolicy },
                    .. isApplication ? [new Listener(listener + "/" + Ids.Hex(name + "80", 16), 80, "HTTP") { RedirectToPort = 443 }] : Array.Empty<Listener>(),
                ],
            Tags = new Dictionary<string, string> { ["elbv2.k8s.aws/cluster"] = cluster, [isApplication ? "ingress.k8s.aws/stack" : "service.k8s.aws/stack"] = service },
        };
        region.LoadBalancers.Add(balancer);
        return balancer;
    }

    public static Insight Insight(ClusterName cluster, string name, string status, string next, string reason, string recommendation, InsightSummaryDetails? details = null, params InsightResource[] resources) => new()
    {
        Id = Ids.Guid(cluster.Name + name),
        Name = name,
        Category = "UPGRADE_READINESS",
        KubernetesVersion = next,
        LastRefreshTime = cluster.Now.AddHours(-7),
        LastTransitionTime = cluster.Now.AddDays(-12),
        Description = "Checks for " + char.ToLowerInvariant(name[0]) + name[1..] + " before an upgrade.",
        InsightStatus = new InsightState(status, reason),
        Recommendation = recommendation,
        Resources = resources,
        CategorySpecificSummary = details,
    };

    private static ServiceAccess[] Services(RegionBuilder region) =>
    [
        new("s3", "Amazon S3", region.Now.AddDays(-1)), new("kms", "AWS Key Management Service", region.Now.AddDays(-3)),
        new("sqs", "Amazon SQS", region.Now.AddDays(-150)), new("dynamodb", "Amazon DynamoDB", null),
    ];
}

/// <summary>A cluster's name and the estate's time.</summary>
internal sealed record ClusterName(string Name, DateTimeOffset Now);
