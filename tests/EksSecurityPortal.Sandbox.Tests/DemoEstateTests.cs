using EksSecurityPortal.Sandbox.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests;

/// <summary>What the demo promises: sizes, versions, kinds of nodes, and for each question of the first checks somebody who does well and somebody who does not.</summary>
public sealed class DemoEstateTests
{
    private static readonly Estate Estate = DemoSandbox.Demo;

    private static Cluster Of(string name) => Estate.Clusters.Single(cluster => cluster.Name == name);

    private static RegionEstate RegionOf(Cluster cluster) => Estate.Accounts.Single(account => account.Id == cluster.AccountId).Regions.Single(region => region.Region == cluster.Region);

    private static IEnumerable<Instance> InstancesOf(Cluster cluster) => RegionOf(cluster).Instances.Where(instance => instance.SecurityGroups.Contains(cluster.ClusterSecurityGroupId));

    [Fact]
    public void Create_gives_three_accounts_two_regions_and_seven_clusters_on_five_minors()
    {
        Assert.Equal(3, Estate.Accounts.Count);
        Assert.Equal(7, Estate.Clusters.Count());
        Assert.Equal(["eu-west-1", "us-east-1"], Estate.Clusters.Select(cluster => cluster.Region).Distinct().Order());
        Assert.Equal(["1.31", "1.32", "1.33", "1.34", "1.35"], Estate.Clusters.Select(cluster => cluster.Version).Distinct().Order());
        Assert.Single(Estate.Clusters, cluster => !cluster.KubernetesReachable);
        Assert.Single(Estate.Accounts, account => account.DeniedActions.Count > 0);
    }

    [Fact]
    public void Create_each_cluster_has_300_to_3000_pods() =>
        Assert.All(Estate.Clusters, cluster => Assert.InRange(cluster.Kubernetes.PodCount, 300, 3000));

    [Fact]
    public void Create_nodes_have_room_for_their_pods() => Assert.All(Estate.Clusters, cluster =>
    {
        var linux = cluster.Kubernetes.Nodes.Where(node => node.OperatingSystem == "linux").ToList();
        Assert.True(cluster.Kubernetes.PodCount <= linux.Sum(node => node.MaxPods) + 100, $"{cluster.Name}: {cluster.Kubernetes.PodCount} pods, room for {linux.Sum(node => node.MaxPods)}");
    });

    [Fact]
    public void Create_same_time_gives_the_same_estate()
    {
        var again = DemoEstate.Create(DemoSandbox.Now);

        Assert.Equal(Estate.Clusters.SelectMany(cluster => cluster.Kubernetes.Nodes).Select(node => node.ProviderId), again.Clusters.SelectMany(cluster => cluster.Kubernetes.Nodes).Select(node => node.ProviderId));
        Assert.Equal(Estate.Accounts.SelectMany(account => account.Identity.Roles).Select(role => (role.Arn, role.TrustPolicy)), again.Accounts.SelectMany(account => account.Identity.Roles).Select(role => (role.Arn, role.TrustPolicy)));
    }

    [Fact]
    public void Create_another_year_keeps_every_state_of_the_calendar()
    {
        var later = DemoEstate.Create(DemoSandbox.Now.AddYears(3));

        Assert.Equal(Estate.ClusterVersions.Select(version => version.StatusAt(Estate.Now)), later.ClusterVersions.Select(version => version.StatusAt(later.Now)));
        Assert.Equal("EXTENDED_SUPPORT", later.ClusterVersions.Single(version => version.Minor == "1.31").StatusAt(later.Now));
    }

    [Fact]
    public void Create_every_kind_of_node_pool_and_image_is_there()
    {
        var labels = Estate.Clusters.SelectMany(cluster => cluster.Kubernetes.Nodes).ToList();

        Assert.Contains(labels, node => node.Labels.ContainsKey("eks.amazonaws.com/nodegroup"));
        Assert.Contains(labels, node => node.Labels.ContainsKey("karpenter.k8s.aws/ec2nodeclass"));
        Assert.Contains(labels, node => node.Labels.GetValueOrDefault("eks.amazonaws.com/compute-type") == "auto");
        Assert.Contains(labels, node => node.Labels.GetValueOrDefault("eks.amazonaws.com/compute-type") == "fargate");
        Assert.Contains(labels, node => node.Labels.ContainsKey("node-lifecycle"));
        Assert.Contains(labels, node => node.OperatingSystem == "windows");
        foreach (var type in new[] { "AL2_x86_64", "AL2023_x86_64_STANDARD", "BOTTLEROCKET_x86_64", "WINDOWS_CORE_2022_x86_64", "CUSTOM" })
        {
            Assert.Contains(Estate.Clusters.SelectMany(cluster => cluster.Nodegroups), group => group.AmiType == type);
        }
    }

    [Fact]
    public void Create_every_reference_leads_somewhere()
    {
        foreach (var cluster in Estate.Clusters)
        {
            var region = RegionOf(cluster);
            var identity = Estate.Accounts.Single(account => account.Id == cluster.AccountId).Identity;
            Assert.All(cluster.SubnetIds, id => Assert.Contains(region.Subnets, subnet => subnet.Id == id && subnet.VpcId == cluster.VpcId));
            Assert.Contains(region.SecurityGroups, group => group.Id == cluster.ClusterSecurityGroupId);
            Assert.Contains(identity.Roles, role => role.Arn == cluster.RoleArn);
            Assert.All(cluster.Nodegroups, group => Assert.Contains(identity.Roles, role => role.Arn == group.NodeRole));
            Assert.All(cluster.Nodegroups.SelectMany(group => group.Resources.AutoScalingGroups), name => Assert.Contains(region.AutoScalingGroups, group => group.Name == name.Name));
            Assert.All(cluster.Kubernetes.Workloads.Where(workload => workload.Kind != WorkloadKind.DaemonSet), workload => Assert.NotEmpty(workload.NodesOf(cluster.Kubernetes.Nodes)));
            Assert.All(cluster.Kubernetes.Workloads, workload => Assert.Contains(cluster.Kubernetes.Namespaces, known => known.Name == workload.Namespace));
        }

        var ids = Estate.Accounts.SelectMany(account => account.Regions).SelectMany(region => region.Instances).Select(instance => instance.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Architecture_checks_have_good_and_bad()
    {
        BothAmong(cluster => Estate.ClusterVersions.Single(version => version.Minor == cluster.Version).StatusAt(Estate.Now) == "STANDARD_SUPPORT");
        BothAmong(cluster => Estate.ClusterVersions.Single(version => version.Minor == cluster.Version).StandardEnds - Estate.Now > TimeSpan.FromDays(90));
        BothAmong(cluster => !cluster.PublicAccessCidrs.Contains("0.0.0.0/0"));
        BothAmong(cluster => cluster.EndpointPrivateAccess);
        BothAmong(cluster => cluster.EncryptionKeyArn is not null);
        BothAmong(cluster => cluster.DeletionProtection);
        BothAmong(cluster => RegionOf(cluster).Subnets.Where(subnet => cluster.SubnetIds.Contains(subnet.Id)).Select(subnet => subnet.ZoneId).Distinct().Count() >= 2);
        BothAmong(cluster => cluster.EnabledLogTypes.Count == 5);
    }

    [Fact]
    public void Network_checks_have_good_and_bad()
    {
        BothAmong(cluster => InstancesOf(cluster).All(instance => instance.PublicIp is null));
        BothAmong(cluster => RegionOf(cluster).Subnets.Where(subnet => subnet.VpcId == cluster.VpcId).All(subnet => !subnet.MapPublicIpOnLaunch));
        BothAmong(cluster => !OpenRules(cluster).Any(rule => rule.Protocol == "-1"));
        BothAmong(cluster => !OpenRules(cluster).Any(rule => rule.FromPort <= 22 && rule.ToPort >= 22));
        BothAmong(cluster => cluster.Addons.Any(addon => addon.ConfigurationValues?.Contains("enableNetworkPolicy", StringComparison.Ordinal) == true));
        BothAmong(cluster => cluster.Kubernetes.Workloads.Select(workload => workload.Namespace).Where(name => name != "kube-system").Distinct()
            .All(name => cluster.Kubernetes.Objects.Any(item => item.Kind == "NetworkPolicy" && item.Namespace == name)));
        BothAmong(cluster => RegionOf(cluster).NatGateways.Count(gateway => gateway.VpcId == cluster.VpcId) >= 3);
    }

    [Fact]
    public void Patching_checks_have_good_and_bad()
    {
        BothAmong(cluster => cluster.Kubernetes.Nodes.All(node => node.KubeletVersion.StartsWith($"v{cluster.Version}.", StringComparison.Ordinal)));
        BothAmong(cluster => cluster.Nodegroups.Where(group => group.AmiType.StartsWith("AL2023", StringComparison.Ordinal)).All(IsNewest));
        BothAmong(cluster => cluster.Nodegroups.Where(group => group.AmiType.StartsWith("BOTTLEROCKET", StringComparison.Ordinal)).All(IsNewest));
        BothAmong(cluster => cluster.Kubernetes.Nodes.All(node => node.OsImage != "Amazon Linux 2"));
        BothAmong(cluster => cluster.Kubernetes.Nodes.All(node => Estate.Now - node.Created < TimeSpan.FromDays(30)));
        BothAmong(cluster => cluster.Nodegroups.All(group => group.LaunchTemplate is not { } used || RegionOf(cluster).LaunchTemplates.Single(template => template.Id == used.Id).Versions[^1].Number.ToString(null as IFormatProvider) == used.Version));
        BothAmong(cluster => cluster.Kubernetes.DisruptionBudgets.All(budget => budget.MinAvailable is null));
        BothAmong(cluster => cluster.Kubernetes.Nodes.All(node => !node.Labels.ContainsKey("node-lifecycle")));
    }

    [Fact]
    public void Identity_checks_have_good_and_bad()
    {
        BothAmong(cluster => RolesOfNodes(cluster).All(role => role.AttachedPolicyArns.All(arn => !arn.EndsWith("/AdministratorAccess", StringComparison.Ordinal))));
        BothAmong(cluster => InstancesOf(cluster).All(instance => instance.Metadata.HttpTokens == "required"));
        BothAmong(cluster => InstancesOf(cluster).All(instance => instance.Metadata.HopLimit == 1));
        BothAmong(cluster => TrustsOf(cluster).All(trust => trust.Contains(":sub", StringComparison.Ordinal)));
        BothAmong(cluster => TrustsOf(cluster).All(trust => !trust.Contains("StringLike", StringComparison.Ordinal)));
        BothAmong(cluster => cluster.AuthenticationMode == "API");
        BothAmong(cluster => !cluster.AccessEntries.SelectMany(entry => entry.Policies).Any(policy => policy.PolicyArn.EndsWith("/AmazonEKSClusterAdminPolicy", StringComparison.Ordinal)));
        BothAmong(cluster => cluster.PodIdentityAssociations.All(association => association.ServiceAccount != "default"));
        Assert.Contains(Of("orders-legacy").AwsAuth?.Roles ?? [], mapping => mapping.Groups.Contains("system:masters") && !mapping.Arn.Contains(Of("orders-legacy").AccountId, StringComparison.Ordinal));
    }

    private static bool IsNewest(Nodegroup group) => Estate.ImageReleases.Any(release => release.Version == group.ReleaseVersion);

    private static IEnumerable<SecurityGroupRule> OpenRules(Cluster cluster)
    {
        var attached = InstancesOf(cluster).SelectMany(instance => instance.SecurityGroups).ToHashSet();
        return RegionOf(cluster).SecurityGroups.Where(group => attached.Contains(group.Id)).SelectMany(group => group.Ingress).Where(rule => rule.Cidrs.Contains("0.0.0.0/0") || rule.Ipv6Cidrs.Contains("::/0"));
    }

    private static IEnumerable<IamRole> RolesOfNodes(Cluster cluster)
    {
        var profiles = InstancesOf(cluster).Select(instance => instance.InstanceProfileArn?.Split('/')[^1]).ToHashSet();
        return Estate.Accounts.Single(account => account.Id == cluster.AccountId).Identity.Roles.Where(role => role.InstanceProfiles.Any(profiles.Contains));
    }

    private static IEnumerable<string> TrustsOf(Cluster cluster) => Estate.Accounts.Single(account => account.Id == cluster.AccountId).Identity.Roles
        .Select(role => role.TrustPolicy).Where(trust => trust.Contains(cluster.OidcId, StringComparison.Ordinal));

    private static void BothAmong(Func<Cluster, bool> isGood)
    {
        Assert.Contains(Estate.Clusters, cluster => isGood(cluster));
        Assert.Contains(Estate.Clusters, cluster => !isGood(cluster));
    }
}
