using Amazon.AutoScaling.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using AutoScalingInstanceDetail = Amazon.AutoScaling.Model.Instance;
using AutoScalingGroup = EksSecurityPortal.Core.Inventory.AutoScalingGroup;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Compute;

/// <summary>Auto Scaling groups: all of the region once, matched here by tags and by what the node groups name.</summary>
internal static class GroupReader
{
    private const string Operation = "autoscaling:DescribeAutoScalingGroups";

    public static async Task<Part<IReadOnlyList<AutoScalingGroup>>> ReadAsync(ClusterScope scope, Task<Part<IReadOnlyList<NodeGroup>>> nodeGroups)
    {
        var named = ((await nodeGroups).Facts ?? []).SelectMany(group => group.AutoScalingGroupNames).ToHashSet(StringComparer.Ordinal);
        return await scope.Parts.ReadAsync(SnapshotPart.AutoScalingGroups, async reading =>
        {
            var all = await scope.Shared.GetAsync($"auto-scaling-groups/{scope.Region}", token => ReadAllAsync(scope, token), reading.Cancellation);
            return (IReadOnlyList<AutoScalingGroup>)[.. all.Where(group => named.Contains(group.Name) || ClusterTags.AreOfNodes(group.Tags, scope.Name))];
        });
    }

    private static async Task<IReadOnlyList<AutoScalingGroup>> ReadAllAsync(ClusterScope scope, CancellationToken cancellationToken)
    {
        var request = new DescribeAutoScalingGroupsRequest { MaxRecords = 100 };
        var groups = await scope.Clients.AutoScaling.Paginators.DescribeAutoScalingGroups(request).AutoScalingGroups.ToListAsync(cancellationToken);
        return [.. groups.Select(FactOf).OrderBy(group => group.Name, StringComparer.Ordinal)];
    }

    private static AutoScalingGroup FactOf(Amazon.AutoScaling.Model.AutoScalingGroup group) => new(
        Required(TextOf(group.AutoScalingGroupName), Operation, "name"),
        TextOf(group.AutoScalingGroupARN),
        Required(group.MinSize, Operation, "minimum size"),
        Required(group.MaxSize, Operation, "maximum size"),
        Required(group.DesiredCapacity, Operation, "desired capacity"),
        ListOf(group.AvailabilityZones),
        [.. (group.VPCZoneIdentifier ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(id => TextOf(id) ?? "")],
        TemplateOf(group.LaunchTemplate ?? group.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification),
        TextOf(group.LaunchConfigurationName),
        [.. (group.Instances ?? []).Select(FactOf).OrderBy(instance => instance.Id, StringComparer.Ordinal)],
        ListOf(group.SuspendedProcesses?.Select(process => process.ProcessName)),
        group.MaxInstanceLifetime,
        TagsOf(group.Tags, tag => tag.Key, tag => tag.Value));

    private static AutoScalingInstance FactOf(AutoScalingInstanceDetail instance) => new(
        Required(TextOf(instance.InstanceId), Operation, "instance id"),
        TextOf(instance.InstanceType),
        TextOf(instance.AvailabilityZone),
        TextOf(instance.LifecycleState),
        TextOf(instance.HealthStatus),
        TemplateOf(instance.LaunchTemplate),
        Required(instance.ProtectedFromScaleIn, Operation, "scale-in protection of an instance"));

    private static LaunchTemplateRef? TemplateOf(LaunchTemplateSpecification? template) =>
        template is null ? null : new LaunchTemplateRef(TextOf(template.LaunchTemplateId), TextOf(template.LaunchTemplateName), TextOf(template.Version));
}
