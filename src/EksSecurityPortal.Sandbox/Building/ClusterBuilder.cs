using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Builds a cluster and what belongs to it in its region: security group, control-plane interfaces, nodes, roles.</summary>
internal static class ClusterBuilder
{
    /// <param name="describe">Fills the Kubernetes side; the nodes are there already.</param>
    public static Cluster Build(RegionBuilder region, ClusterPlan plan, Action<KubernetesBuilder, ClusterContext> describe)
    {
        var context = new ClusterContext(region, plan.Name, plan.Minor, plan.Vpc);
        AddSecurityGroup(context, plan);
        foreach (var pool in plan.Pools)
        {
            PoolBuilder.Build(context, pool);
        }

        region.Account.AddRole($"{plan.Name}-cluster", TrustPolicies.Service("eks.amazonaws.com"), ManagedPolicies.EksCluster);
        if (plan.HasOidcProvider)
        {
            region.Account.OidcProviders.Add(new OidcProvider($"arn:aws:iam::{context.AccountId}:oidc-provider/{context.Issuer}", context.Issuer, context.Now.AddDays(-plan.AgeDays)));
        }

        var subnets = plan.ControlPlaneSubnets ?? [.. plan.Vpc.ControlPlane.Select(subnet => subnet.Id)];
        AddControlPlaneInterfaces(context, plan, subnets);
        var kubernetes = new KubernetesBuilder(context);
        kubernetes.AddSystem(plan);
        describe(kubernetes, context);
        var cluster = Describe(context, plan, subnets) with { Kubernetes = kubernetes.Build() };
        region.Clusters.Add(cluster);
        return cluster;
    }

    private static void AddSecurityGroup(ClusterContext context, ClusterPlan plan) => context.Region.SecurityGroups.Add(
        new SecurityGroup(context.SecurityGroupId, context.Vpc.Id, $"eks-cluster-sg-{plan.Name}-{Ids.Number(plan.Name, 900000000) + 100000000}", "EKS created security group applied to ENI that is attached to EKS Control Plane master nodes, as well as any managed workloads.")
        {
            Ingress = [new SecurityGroupRule("-1", null, null) { Groups = [context.SecurityGroupId] }, .. plan.ClusterGroupRules],
            Tags = new Dictionary<string, string> { ["kubernetes.io/cluster/" + plan.Name] = "owned", ["aws:eks:cluster-name"] = plan.Name },
        });

    private static void AddControlPlaneInterfaces(ClusterContext context, ClusterPlan plan, IReadOnlyList<string> subnetIds)
    {
        foreach (var subnet in context.Region.Subnets.Where(subnet => subnetIds.Contains(subnet.Id)).Take(2))
        {
            context.Region.NetworkInterfaces.Add(new NetworkInterface(Ids.Resource("eni", plan.Name + subnet.Id), context.Vpc.Id, subnet.Id, subnet.ZoneName, context.NextAddress(subnet))
            {
                Description = "Amazon EKS " + plan.Name,
                RequesterId = "AROASANDBOXEKSSERVICE",
                RequesterManaged = true,
                SecurityGroups = [context.SecurityGroupId, .. plan.ExtraSecurityGroups],
            });
        }

        context.Region.NetworkInterfaces.AddRange(context.Region.Instances.Where(instance => instance.SecurityGroups.Contains(context.SecurityGroupId)).Select(instance =>
            new NetworkInterface("eni-" + instance.Id[2..], instance.VpcId, instance.SubnetId, instance.ZoneName, instance.PrivateIp)
            {
                SecurityGroups = instance.SecurityGroups,
                InstanceId = instance.Id,
                PublicIp = instance.PublicIp,
                Tags = new Dictionary<string, string> { ["cluster.k8s.amazonaws.com/name"] = plan.Name },
            }));
    }

    private static Cluster Describe(ClusterContext context, ClusterPlan plan, IReadOnlyList<string> subnets) => new()
    {
        Name = plan.Name,
        AccountId = context.AccountId,
        Region = context.Region.Region,
        Version = plan.Minor,
        PlatformVersion = PublicTables.PlatformVersion(plan.Minor),
        CreatedAt = context.Now.AddDays(-plan.AgeDays),
        RoleArn = context.Region.Account.RoleArn($"{plan.Name}-cluster"),
        VpcId = context.Vpc.Id,
        SubnetIds = subnets,
        ClusterSecurityGroupId = context.SecurityGroupId,
        OidcId = context.OidcId,
        SecurityGroupIds = plan.ExtraSecurityGroups,
        EndpointPublicAccess = plan.PublicEndpoint,
        EndpointPrivateAccess = plan.PrivateEndpoint,
        PublicAccessCidrs = plan.PublicEndpoint ? plan.PublicCidrs : [],
        EnabledLogTypes = plan.Logs,
        EncryptionKeyArn = plan.KeyArn,
        AuthenticationMode = plan.AuthenticationMode,
        BootstrapCreatorAdmin = plan.BootstrapCreatorAdmin,
        SupportType = plan.SupportType,
        ZonalShift = plan.ZonalShift,
        DeletionProtection = plan.DeletionProtection,
        AutoMode = plan.AutoMode,
        HealthIssues = plan.Issues,
        Tags = plan.Tags,
        Nodegroups = context.Nodegroups,
        FargateProfiles = context.FargateProfiles,
        Addons = [.. plan.Addons.Select(addon => CreateAddon(context, addon))],
        AccessEntries = plan.AuthenticationMode == "CONFIG_MAP" ? [] : AccessBuilder.Entries(context, plan),
        PodIdentityAssociations = AccessBuilder.Associations(context, plan),
        Insights = plan.Insights,
        Updates = Updates(context, plan),
        CertificateAuthorities = Authorities(context, plan),
        AwsAuth = plan.AwsAuth,
        KubernetesReachable = plan.KubernetesReachable,
        Kubernetes = new KubernetesCluster { GitVersion = "" },
    };

    private static Addon CreateAddon(ClusterContext context, AddonPlan addon) => new()
    {
        AddonName = addon.Name,
        ClusterName = context.Name,
        Status = addon.Status,
        AddonVersion = AddonCatalog.Version(addon.Name, context.Minor, addon.ReleasesBehind),
        Health = new ResourceHealth(addon.Issues),
        AddonArn = context.Arn($"addon/{context.Name}/{addon.Name}/{Ids.Guid(context.Name + addon.Name)}"),
        CreatedAt = context.Now.AddDays(-380),
        ModifiedAt = context.Now.AddDays(-20 - (90 * addon.ReleasesBehind)),
        ServiceAccountRoleArn = addon.RoleArn,
        ConfigurationValues = addon.Configuration,
    };

    private static List<ClusterUpdate> Updates(ClusterContext context, ClusterPlan plan)
    {
        var updates = new List<ClusterUpdate>();
        if (plan.UpgradedDaysAgo is { } days)
        {
            updates.Add(new ClusterUpdate
            {
                Id = Ids.Guid(plan.Name + "upgrade"),
                Status = "Successful",
                Type = "VersionUpdate",
                Params = [new UpdateParameter("Version", plan.Minor), new UpdateParameter("PlatformVersion", PublicTables.PlatformVersion(plan.Minor))],
                CreatedAt = context.Now.AddDays(-days),
            });
        }

        updates.AddRange(plan.Pools.Where(pool => pool.Kind == PoolKind.Managed).Select(pool => new ClusterUpdate
        {
            Id = Ids.Guid(plan.Name + pool.Name + "update"),
            Status = pool.Issues.Count > 0 ? "Failed" : "Successful",
            Type = "VersionUpdate",
            Params = [new UpdateParameter("Version", pool.Minor ?? plan.Minor)],
            CreatedAt = context.Now.AddDays(-pool.AgeDays),
            Errors = [.. pool.Issues.Select(issue => new UpdateError("PodEvictionFailure", issue.Message, issue.ResourceIds))],
            NodegroupName = pool.Name,
        }));
        return updates;
    }

    private static List<CertificateAuthority> Authorities(ClusterContext context, ClusterPlan plan)
    {
        var created = context.Now.AddDays(-plan.AgeDays);
        var first = new CertificateAuthority
        {
            Id = Ids.Hex(plan.Name + "ca-1", 10),
            CreatedAt = created,
            ActivatedAt = created,
            ActivatedBy = "EKS",
            SigningStatus = "IN_USE",
            Validity = new CertificateValidity(created, created.AddYears(10)),
        };
        return !plan.CertificateRotationPending ? [first] :
        [
            first,
            new CertificateAuthority
            {
                Id = Ids.Hex(plan.Name + "ca-2", 10),
                CreatedAt = context.Now.AddDays(-70),
                SigningStatus = "NOT_USED",
                Validity = new CertificateValidity(context.Now.AddDays(-70), context.Now.AddDays(-70).AddYears(5)),
                ScheduledEvents = new CertificateEvents(context.Now.AddDays(45), context.Now.AddDays(180)),
            },
        ];
    }
}
