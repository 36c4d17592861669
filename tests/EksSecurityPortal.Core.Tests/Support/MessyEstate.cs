using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Tests.Support;

/// <summary>A cluster with every kind of compute and something wrong for every check.</summary>
internal static class MessyEstate
{
    public static SnapshotBuilder Build(string pool, string space) => SnapshotBuilder.New()
        .ControlPlane(cluster => cluster with
        {
            Version = "1.32", EndpointPublicAccess = true, EndpointPrivateAccess = false, PublicAccessCidrs = ["0.0.0.0/0", "10.0.0.0/8"], EncryptionKeyArns = [], DeletionProtection = false,
            SubnetIds = ["subnet-a"], EnabledLogTypes = ["api"], AuthenticationMode = "API_AND_CONFIG_MAP",
        })
        .Managed(pool, 3, group => group with { AmiType = "AL2_x86_64", LaunchTemplate = new("lt-1", null, "1") },
            instance => instance with
            {
                ImageId = "ami-al2", SubnetId = "subnet-public", PublicIp = "203.0.113.9", SecurityGroupIds = ["sg-cluster", "sg-open"], LaunchedAt = SnapshotBuilder.CollectedAt.AddDays(-200), MetadataOptions = new("enabled", "optional", 2),
            },
            node => node with { KubeletVersion = "v1.29.1", OsImage = "Amazon Linux 2", CreatedAt = SnapshotBuilder.CollectedAt.AddDays(-200) })
        .SelfManaged("legacy").Karpenter("burst").AutoMode("system").Fargate("jobs").Hybrid()
        .Add(builder => Fill(builder, pool, space));

    private static void Fill(SnapshotBuilder builder, string pool, string space)
    {
        builder.Subnets[3] = builder.Subnets[3] with { MapPublicIpOnLaunch = true };
        builder.RouteTables[1] = SnapshotBuilder.Table("rtb-a", ["subnet-a"], new Route("0.0.0.0/0", "nat-b", "active"));
        builder.SecurityGroups.Add(SnapshotBuilder.Group("sg-open", SnapshotBuilder.FromCidr("tcp", 22, 22, "0.0.0.0/0"), SnapshotBuilder.FromCidr("tcp", 443, 443, "::/0")) with { Name = space });
        builder.LaunchTemplates.Add(new("lt-1", pool, 2, 3, []));
        builder.LatestImages.Add(new("AL2023", "AL2023_x86_64_STANDARD", "1.34", "ami-new", "1.34.3-20261221", null, "p"));
        builder.Images.Add(new("ami-al2", "amazon-eks-node-1.29-v20240901", "1", "amazon", null, null, null, null, null, null));
        builder.Images.Add(new("ami-rocket", "bottlerocket-aws-k8s-1.34-x86_64-v1.40.0-abcdef12", "1", "amazon", null, null, null, SnapshotBuilder.CollectedAt.AddDays(-100), null, null));
        builder.LatestImages.Add(new("Bottlerocket", "BOTTLEROCKET_x86_64", "1.34", "ami-newer", "1.50.0-abcdef12", SnapshotBuilder.CollectedAt, "p"));
        builder.Instances.Add(SnapshotBuilder.NewInstance("i-rocket") with { ImageId = "ami-rocket", AutoScalingGroupName = "legacy" });
        builder.Namespaces.Add(new(space, "Active", null, new Dictionary<string, string>(), new Dictionary<string, string>()));
        builder.Workloads.Add(new() { Kind = "Deployment", Namespace = space, Name = pool, Pods = [new(new PodTemplate(), 2, 2, true, [new($"ip-{pool}-0", 2)])] });
        builder.DisruptionBudgets.Add(new(space, pool, null, null, "0", null, 0, 2, 2, 2, 1, 1));
        builder.ServiceAccounts.Add(new(space, "default", null, new Dictionary<string, string> { ["eks.amazonaws.com/role-arn"] = SnapshotBuilder.RoleArn("app") }, 0, null));
        builder.PodIdentities.Add(new("a-1", space, "default", SnapshotBuilder.RoleArn("app"), null, null, null, false, null, null));
        builder.AccessEntries.Add(new(SnapshotBuilder.RoleArn(pool), "STANDARD", null, [], [new("arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy", "cluster", [])], null, null));
        builder.Roles.Add(Roles.Of("node", policies: [("admin", """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")]) with { InstanceProfileArns = [SnapshotBuilder.ProfileArn("node")] });
        builder.Roles.Add(Roles.Of("open", Roles.Trust("")));
        builder.Roles.Add(Roles.Of("wild", Roles.Trust("""{"StringLike":{"ISSUER:sub":"system:serviceaccount:*"}}""".Replace("ISSUER", SnapshotBuilder.Issuer, StringComparison.Ordinal))));
    }
}

/// <summary>IAM roles for tests.</summary>
internal static class Roles
{
    public const string OfEc2 = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    public static IamRole Of(string name, string trust = OfEc2, params (string Name, string? Document)[] policies) => new(
        SnapshotBuilder.RoleArn(name), name, "AROA" + name, "/", trust, [], [.. policies.Select(policy => new IamPolicy(policy.Name, null, policy.Document))], null, null, null, new Dictionary<string, string>());

    /// <summary>A trust in the cluster's issuer with this JSON of conditions; none when empty.</summary>
    public static string Trust(string conditions, string issuer = SnapshotBuilder.Issuer) =>
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/ISSUER"},"Action":"sts:AssumeRoleWithWebIdentity"CONDITION}]}"""
            .Replace("ISSUER", issuer, StringComparison.Ordinal).Replace("CONDITION", conditions.Length == 0 ? "" : $",\"Condition\":{conditions}", StringComparison.Ordinal);
}
