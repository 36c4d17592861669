using Amazon.EKS.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Eks;

/// <summary>Managed node groups and Fargate profiles.</summary>
internal static class NodeGroupReader
{
    private const string DescribeNodegroup = "eks:DescribeNodegroup";
    private const string DescribeFargateProfile = "eks:DescribeFargateProfile";

    public static Task<Part<IReadOnlyList<NodeGroup>>> ReadAsync(ClusterScope scope) => scope.Parts.ReadAsync(SnapshotPart.NodeGroups, async reading =>
    {
        var eks = scope.Clients.Eks;
        var names = await eks.Paginators.ListNodegroups(new ListNodegroupsRequest { ClusterName = scope.Name }).Nodegroups.ToListAsync(reading.Cancellation);
        names.Sort(StringComparer.Ordinal);
        return await reading.DescribeAsync(names, name => name, async (name, cancellationToken) =>
        {
            var answer = await eks.DescribeNodegroupAsync(new DescribeNodegroupRequest { ClusterName = scope.Name, NodegroupName = name }, cancellationToken);
            return FactOf(name, Required(answer.Nodegroup, DescribeNodegroup, "node group"));
        });
    });

    public static Task<Part<IReadOnlyList<Core.Inventory.FargateProfile>>> ReadFargateAsync(ClusterScope scope) =>
        scope.Parts.ReadAsync(SnapshotPart.FargateProfiles, async reading =>
        {
            var eks = scope.Clients.Eks;
            var names = await eks.Paginators.ListFargateProfiles(new ListFargateProfilesRequest { ClusterName = scope.Name }).FargateProfileNames.ToListAsync(reading.Cancellation);
            names.Sort(StringComparer.Ordinal);
            return await reading.DescribeAsync(names, name => name, async (name, cancellationToken) =>
            {
                var request = new DescribeFargateProfileRequest { ClusterName = scope.Name, FargateProfileName = name };
                var answer = await eks.DescribeFargateProfileAsync(request, cancellationToken);
                return FactOf(name, Required(answer.FargateProfile, DescribeFargateProfile, "Fargate profile"));
            });
        });

    private static NodeGroup FactOf(string name, Nodegroup group) => new()
    {
        Name = name,
        Arn = TextOf(group.NodegroupArn),
        Status = Required(TextOf(group.Status), DescribeNodegroup, "status"),
        Version = TextOf(group.Version),
        ReleaseVersion = TextOf(group.ReleaseVersion),
        AmiType = TextOf(group.AmiType),
        CapacityType = TextOf(group.CapacityType),
        CreatedAt = UtcOf(group.CreatedAt),
        ModifiedAt = UtcOf(group.ModifiedAt),
        MinSize = group.ScalingConfig?.MinSize,
        MaxSize = group.ScalingConfig?.MaxSize,
        DesiredSize = group.ScalingConfig?.DesiredSize,
        InstanceTypes = ListOf(group.InstanceTypes),
        SubnetIds = ListOf(group.Subnets),
        NodeRoleArn = TextOf(group.NodeRole),
        RemoteAccessSshKey = TextOf(group.RemoteAccess?.Ec2SshKey),
        RemoteAccessSourceSecurityGroups = ListOf(group.RemoteAccess?.SourceSecurityGroups),
        AutoScalingGroupNames = ListOf(group.Resources?.AutoScalingGroups?.Select(member => member.Name)),
        LaunchTemplate = group.LaunchTemplate is { } template ? new LaunchTemplateRef(TextOf(template.Id), TextOf(template.Name), TextOf(template.Version)) : null,
        MaxUnavailable = group.UpdateConfig?.MaxUnavailable,
        MaxUnavailablePercentage = group.UpdateConfig?.MaxUnavailablePercentage,
        UpdateStrategy = TextOf(group.UpdateConfig?.UpdateStrategy),
        NodeRepairEnabled = group.NodeRepairConfig?.Enabled,
        WarmPoolEnabled = group.WarmPoolConfig?.Enabled,
        Taints = ListOf(group.Taints, taint => new NodeTaint(TextOf(taint.Key) ?? "", TextOf(taint.Value), EffectOf(TextOf(taint.Effect)))),
        Labels = MapOf(group.Labels),
        Tags = MapOf(group.Tags),
        HealthIssues = ListOf(group.Health?.Issues, issue => new HealthIssue(TextOf(issue.Code) ?? "", TextOf(issue.Message) ?? "", ListOf(issue.ResourceIds))),
    };

    private static Core.Inventory.FargateProfile FactOf(string name, Amazon.EKS.Model.FargateProfile profile) => new(
        name,
        TextOf(profile.FargateProfileArn),
        Required(TextOf(profile.Status), DescribeFargateProfile, "status"),
        TextOf(profile.PodExecutionRoleArn),
        ListOf(profile.Subnets),
        ListOf(profile.Selectors, selector => new FargateSelector(TextOf(selector.Namespace) ?? "", MapOf(selector.Labels))),
        UtcOf(profile.CreatedAt),
        ListOf(profile.Health?.Issues, issue => new HealthIssue(TextOf(issue.Code) ?? "", TextOf(issue.Message) ?? "", ListOf(issue.ResourceIds))));

    private static string EffectOf(string? effect) => effect switch
    {
        "NO_SCHEDULE" => "NoSchedule",
        "NO_EXECUTE" => "NoExecute",
        "PREFER_NO_SCHEDULE" => "PreferNoSchedule",
        _ => effect ?? "",
    };
}
