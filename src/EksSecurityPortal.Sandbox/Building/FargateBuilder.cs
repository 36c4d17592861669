using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>A Fargate profile and the one node that each of its pods gets.</summary>
internal static class FargateBuilder
{
    private static readonly NodeTaint Taint = new("eks.amazonaws.com/compute-type", "fargate", "NoSchedule");

    public static void Build(ClusterContext cluster, NodePoolPlan pool)
    {
        cluster.Region.Account.AddRole(pool.NodeRole, TrustPolicies.Service("eks-fargate-pods.amazonaws.com"), ManagedPolicies.FargateExecution);
        var subnets = cluster.Vpc.Private;
        cluster.FargateProfiles.Add(new FargateProfile
        {
            FargateProfileName = pool.Name,
            FargateProfileArn = cluster.Arn($"fargateprofile/{cluster.Name}/{pool.Name}/{Ids.Guid(cluster.Name + pool.Name)}"),
            ClusterName = cluster.Name,
            CreatedAt = cluster.Now.AddDays(-200),
            PodExecutionRoleArn = cluster.Region.Account.RoleArn(pool.NodeRole),
            Subnets = [.. subnets.Select(subnet => subnet.Id)],
            Selectors = [.. pool.FargateNamespaces.Select(name => new FargateSelector(name))],
        });
        var image = ImageCatalog.Build(cluster.Region.Region, ImageFamily.AmazonLinux2023, pool.Minor ?? cluster.Minor, pool.LagDays, cluster.Now);
        for (var index = 0; index < pool.Nodes; index++)
        {
            cluster.Nodes.Add(CreateNode(cluster, pool, subnets[index % subnets.Count], image));
        }
    }

    private static KubernetesNode CreateNode(ClusterContext cluster, NodePoolPlan pool, Subnet subnet, ImageBuild image)
    {
        var address = cluster.NextAddress(subnet);
        var name = $"fargate-ip-{address.Replace('.', '-')}.{(cluster.Region.Region == "us-east-1" ? "ec2.internal" : cluster.Region.Region + ".compute.internal")}";
        return new KubernetesNode
        {
            Name = name,
            Pool = pool.Name,
            ProviderId = $"aws:///{subnet.ZoneName}/{Ids.Hex(name, 10)}-{Ids.Hex(name + "task", 32)}/{name}",
            Zone = subnet.ZoneName,
            InternalIp = address,
            Created = cluster.Now.AddDays(-pool.AgeDays),
            KubeletVersion = image.KubeletVersion,
            OsImage = "Amazon Linux 2",
            KernelVersion = "5.10.245-241.978.amzn2.x86_64",
            ContainerRuntime = "containerd://1.7.29",
            Labels = new Dictionary<string, string>
            {
                ["eks.amazonaws.com/compute-type"] = "fargate",
                ["kubernetes.io/hostname"] = name,
                ["kubernetes.io/os"] = "linux",
                ["kubernetes.io/arch"] = "amd64",
                ["topology.kubernetes.io/region"] = cluster.Region.Region,
                ["topology.kubernetes.io/zone"] = subnet.ZoneName,
            },
            Taints = [Taint],
            Cpus = 2,
            MemoryMiB = 4096,
            MaxPods = 1,
        };
    }
}
