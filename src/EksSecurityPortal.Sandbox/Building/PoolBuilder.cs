using System.Globalization;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Turns a pool's plan into instances, Auto Scaling group, launch template, node group and Kubernetes nodes that agree with one another.</summary>
internal static class PoolBuilder
{
    public static void Build(ClusterContext cluster, NodePoolPlan pool)
    {
        if (pool.Kind == PoolKind.Fargate)
        {
            FargateBuilder.Build(cluster, pool);
            return;
        }

        var minor = pool.Minor ?? cluster.Minor;
        var image = ImageCatalog.Build(cluster.Region.Region, pool.Family, minor, pool.LagDays, cluster.Now);
        var older = ImageCatalog.Build(cluster.Region.Region, pool.Family, minor, pool.LagDays + 42, cluster.Now);
        var profile = AddInstanceProfile(cluster, pool);
        var template = pool.Kind is PoolKind.Managed or PoolKind.SelfManaged ? AddLaunchTemplate(cluster, pool, image, older, profile) : null;
        var subnets = pool.InPublicSubnets ? cluster.Vpc.Public : cluster.Vpc.Private;
        var used = template is null ? "" : (template.Versions[^1].Number - pool.TemplateVersionsBehind).ToString(CultureInfo.InvariantCulture);
        var members = new List<AutoScalingInstance>();
        for (var index = 0; index < pool.Nodes; index++)
        {
            var isOld = pool.IsHalfRolledOut && index % 3 == 2;
            var instance = CreateInstance(cluster, pool, subnets[index % subnets.Count], isOld ? older : image, profile, index);
            cluster.Region.Instances.Add(instance);
            cluster.Nodes.Add(NodeBuilder.Build(cluster, pool, instance, isOld ? older : image, isReady: index >= pool.UnreadyNodes));
            var version = isOld && used != "1" && used.Length > 0 ? (int.Parse(used, null) - 1).ToString(CultureInfo.InvariantCulture) : used;
            members.Add(new AutoScalingInstance(instance.Id, instance.Type, instance.ZoneName, version));
        }

        AddImages(cluster.Region, pool, image, older);
        if (template is not null)
        {
            var group = AddAutoScalingGroup(cluster, pool, template, used, subnets, members);
            if (pool.Kind == PoolKind.Managed)
            {
                cluster.Nodegroups.Add(CreateNodegroup(cluster, pool, image, template, used, subnets, group));
            }
        }
    }

    /// <summary>The images of Auto Mode belong to AWS and cannot be seen.</summary>
    private static void AddImages(RegionBuilder region, NodePoolPlan pool, ImageBuild image, ImageBuild older)
    {
        if (pool.Kind != PoolKind.Auto)
        {
            region.AddImage(image);
        }

        if (pool.IsHalfRolledOut)
        {
            region.AddImage(older);
        }
    }

    private static string AddInstanceProfile(ClusterContext cluster, NodePoolPlan pool)
    {
        var account = cluster.Region.Account;
        account.AddRole(pool.NodeRole, TrustPolicies.Service("ec2.amazonaws.com"), ManagedPolicies.EksWorkerNode, ManagedPolicies.EksCni, ManagedPolicies.EcrPullOnly, ManagedPolicies.SsmCore);
        if (!account.Roles.First(role => role.Name == pool.NodeRole).InstanceProfiles.Contains(pool.NodeRole))
        {
            account.Change(pool.NodeRole, role => role with { InstanceProfiles = [.. role.InstanceProfiles, pool.NodeRole] });
        }

        return $"arn:aws:iam::{cluster.AccountId}:instance-profile/{pool.NodeRole}";
    }

    private static LaunchTemplate AddLaunchTemplate(ClusterContext cluster, NodePoolPlan pool, ImageBuild image, ImageBuild older, string profile)
    {
        var versions = new List<LaunchTemplateVersion>();
        for (var number = 1; number <= 2 + pool.TemplateVersionsBehind; number++)
        {
            var namesImage = pool.Family == ImageFamily.Custom || pool.Kind == PoolKind.SelfManaged;
            versions.Add(new LaunchTemplateVersion(number, cluster.Now.AddDays(-pool.AgeDays - (30 * (3 + pool.TemplateVersionsBehind - number))))
            {
                Description = number == 1 ? "first" : "image update",
                ImageId = namesImage ? (number == 1 ? older.ImageId : image.ImageId) : null,
                InstanceType = pool.Kind == PoolKind.SelfManaged ? pool.InstanceType : null,
                KeyName = pool.KeyName,
                InstanceProfileArn = pool.Kind == PoolKind.SelfManaged ? profile : null,
                Metadata = pool.Metadata,
                SecurityGroups = [cluster.SecurityGroupId, .. pool.ExtraSecurityGroups],
                VolumeEncrypted = pool.Metadata.HttpTokens == "required",
                UserData = pool.Kind == PoolKind.SelfManaged ? $"#!/bin/bash\n/etc/eks/bootstrap.sh {cluster.Name}\n" : null,
            });
        }

        var name = pool.HasLaunchTemplate || pool.Kind == PoolKind.SelfManaged ? $"{cluster.Name}-{pool.Name}" : "eks-" + Ids.Guid(cluster.Name + pool.Name);
        var template = new LaunchTemplate(Ids.Resource("lt", cluster.AccountId + cluster.Name + pool.Name), name, versions.Count, versions)
        {
            Tags = pool.HasLaunchTemplate ? new Dictionary<string, string>() : new Dictionary<string, string> { ["eks:cluster-name"] = cluster.Name, ["eks:nodegroup-name"] = pool.Name },
        };
        cluster.Region.LaunchTemplates.Add(template);
        return template;
    }

    private static Instance CreateInstance(ClusterContext cluster, NodePoolPlan pool, Subnet subnet, ImageBuild image, string profile, int index)
    {
        var id = Ids.Resource("i", $"{cluster.AccountId}/{cluster.Region.Region}/{cluster.Name}/{pool.Name}/{index}");
        var age = pool.AgeDays == 0 ? 0 : Math.Max(0, pool.AgeDays - (index % 3));
        return new Instance
        {
            Id = id,
            Type = pool.InstanceType,
            ImageId = image.ImageId,
            VpcId = cluster.Vpc.Id,
            SubnetId = subnet.Id,
            ZoneName = subnet.ZoneName,
            PrivateIp = cluster.NextAddress(subnet),
            Launched = cluster.Now.AddDays(-age).AddMinutes(-7 * (index % 60)).AddHours(-2),
            PublicIp = pool.InPublicSubnets ? $"203.0.113.{(Ids.Number(cluster.Name + pool.Name, 100) + index) % 250}" : null,
            Ipv6Address = pool.InPublicSubnets && subnet.Ipv6CidrBlock is { } block ? block.Replace("::/64", $"::{index + 16:x}", StringComparison.Ordinal) : null,
            Architecture = image.Architecture,
            Platform = image.IsWindows ? "windows" : null,
            InstanceProfileArn = profile,
            KeyName = pool.KeyName ?? pool.RemoteAccess?.Ec2SshKey,
            Metadata = pool.Metadata,
            SecurityGroups = [cluster.SecurityGroupId, .. pool.ExtraSecurityGroups],
            SpotRequestId = pool.IsSpot ? "sir-" + Ids.Hex(id, 8) : null,
            IsManagedByEks = pool.Kind == PoolKind.Auto,
            Tags = TagsOf(cluster, pool, index),
        };
    }

    private static Dictionary<string, string> TagsOf(ClusterContext cluster, NodePoolPlan pool, int index)
    {
        var claim = $"{pool.Name}-{Ids.Hex(cluster.Name + pool.Name + index, 5)}";
        var tags = new Dictionary<string, string> { ["Name"] = $"{cluster.Name}-{pool.Name}" };
        switch (pool.Kind)
        {
            case PoolKind.Managed:
                tags["eks:cluster-name"] = cluster.Name;
                tags["eks:nodegroup-name"] = pool.Name;
                tags["kubernetes.io/cluster/" + cluster.Name] = "owned";
                tags["aws:autoscaling:groupName"] = GroupName(cluster, pool);
                break;
            case PoolKind.SelfManaged:
                tags["kubernetes.io/cluster/" + cluster.Name] = "owned";
                tags["aws:autoscaling:groupName"] = GroupName(cluster, pool);
                break;
            default:
                tags["karpenter.sh/nodepool"] = pool.Name;
                tags["karpenter.sh/nodeclaim"] = claim;
                tags["eks:eks-cluster-name"] = cluster.Name;
                tags["kubernetes.io/cluster/" + cluster.Name] = "owned";
                break;
        }

        return tags;
    }

    private static string GroupName(ClusterContext cluster, NodePoolPlan pool) =>
        pool.Kind == PoolKind.Managed ? $"eks-{pool.Name}-{Ids.Guid(cluster.AccountId + cluster.Name + pool.Name)}" : $"{cluster.Name}-{pool.Name}";

    private static AutoScalingGroup AddAutoScalingGroup(ClusterContext cluster, NodePoolPlan pool, LaunchTemplate template, string version, IReadOnlyList<Subnet> subnets, List<AutoScalingInstance> members)
    {
        var name = GroupName(cluster, pool);
        var tags = new Dictionary<string, string> { ["kubernetes.io/cluster/" + cluster.Name] = "owned", ["k8s.io/cluster-autoscaler/enabled"] = "true" };
        if (pool.Kind == PoolKind.Managed)
        {
            tags["eks:cluster-name"] = cluster.Name;
            tags["eks:nodegroup-name"] = pool.Name;
        }

        var group = new AutoScalingGroup
        {
            Name = name,
            Arn = cluster.Region.Arn("autoscaling", $"autoScalingGroup:{Ids.Guid(name)}:autoScalingGroupName/{name}"),
            Min = Math.Max(1, pool.Nodes / 2),
            Max = pool.Nodes * 2,
            Desired = pool.Nodes,
            SubnetIds = [.. subnets.Select(subnet => subnet.Id)],
            Zones = [.. subnets.Select(subnet => subnet.ZoneName)],
            Created = cluster.Now.AddDays(-pool.AgeDays - 60),
            LaunchTemplateId = template.Id,
            LaunchTemplateName = template.Name,
            LaunchTemplateVersion = version,
            MixedInstanceTypes = pool.IsSpot ? [pool.InstanceType, "m6i.2xlarge", "c6i.2xlarge"] : [],
            Instances = members,
            SuspendedProcesses = pool.Kind == PoolKind.Managed ? ["AZRebalance"] : [],
            Tags = tags,
        };
        cluster.Region.AutoScalingGroups.Add(group);
        return group;
    }

    private static Nodegroup CreateNodegroup(ClusterContext cluster, NodePoolPlan pool, ImageBuild image, LaunchTemplate template, string version, IReadOnlyList<Subnet> subnets, AutoScalingGroup group) => new()
    {
        NodegroupName = pool.Name,
        NodegroupArn = cluster.Arn($"nodegroup/{cluster.Name}/{pool.Name}/{Ids.Guid(cluster.Name + pool.Name)}"),
        ClusterName = cluster.Name,
        Version = pool.Minor ?? cluster.Minor,
        ReleaseVersion = image.Release,
        CreatedAt = cluster.Now.AddDays(-pool.AgeDays - 60),
        ModifiedAt = cluster.Now.AddDays(-pool.AgeDays),
        Status = pool.Issues.Count > 0 ? "DEGRADED" : "ACTIVE",
        CapacityType = pool.IsSpot ? "SPOT" : "ON_DEMAND",
        ScalingConfig = new ScalingConfig(group.Min, group.Max, group.Desired),
        InstanceTypes = pool.IsSpot ? group.MixedInstanceTypes : [pool.InstanceType],
        Subnets = [.. subnets.Select(subnet => subnet.Id)],
        RemoteAccess = pool.RemoteAccess,
        AmiType = image.AmiType,
        NodeRole = cluster.Region.Account.RoleArn(pool.NodeRole),
        Labels = pool.Labels,
        Taints = [.. pool.Taints.Select(taint => new NodegroupTaint(taint.Key, taint.Value, taint.Effect switch { "NoSchedule" => "NO_SCHEDULE", "NoExecute" => "NO_EXECUTE", _ => "PREFER_NO_SCHEDULE" }))],
        Resources = new NodegroupResources([new AutoScalingGroupName(group.Name)]),
        DiskSize = pool.HasLaunchTemplate ? null : 20,
        Health = new ResourceHealth(pool.Issues),
        UpdateConfig = pool.UpdateConfig,
        NodeRepairConfig = pool.NodeRepair ? new NodeRepair(Enabled: true) : null,
        LaunchTemplate = pool.HasLaunchTemplate ? new LaunchTemplateReference(template.Name, version, template.Id) : null,
        Tags = new Dictionary<string, string> { ["team"] = "platform" },
    };
}
