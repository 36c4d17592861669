using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>Auto Scaling: groups with their instances, and instance refreshes.</summary>
internal sealed class AutoScalingService : IAwsService
{
    private const string Namespace = "http://autoscaling.amazonaws.com/doc/2011-01-01/";

    public string Name => "autoscaling";

    public AwsProtocol Protocol { get; } = AwsProtocol.Query(Namespace);

    public string? OperationOf(AwsRequest request) => QueryAnswer.Operation(request, "DescribeAutoScalingGroups", "DescribeInstanceRefreshes");

    public AwsAnswer Answer(AwsRequest request, string operation) => QueryAnswer.Of(operation, Namespace, body =>
    {
        if (operation == "DescribeAutoScalingGroups")
        {
            WriteGroups(body, request);
        }
        else
        {
            WriteRefreshes(body, request);
        }
    });

    private static void WriteGroups(XmlBody body, AwsRequest request)
    {
        var names = request.List("AutoScalingGroupNames");
        var filters = Filters(request);
        var page = Cut(request, "DescribeAutoScalingGroups", [.. request.Resources.AutoScalingGroups
            .Where(group => names.Count == 0 || names.Contains(group.Name))
            .Where(group => filters.TrueForAll(filter => Matches(group, filter)))]);
        body.List("AutoScalingGroups", page.Items, WriteGroup).Text("NextToken", page.Next);
    }

    private static void WriteGroup(XmlBody body, AutoScalingGroup group)
    {
        body.Text("AutoScalingGroupName", group.Name).Text("AutoScalingGroupARN", group.Arn).Text("LaunchConfigurationName", group.LaunchConfigurationName);
        if (group.MixedInstanceTypes.Count > 0)
        {
            body.Group("MixedInstancesPolicy", policy => policy.Group("LaunchTemplate", template => WriteTemplate(template, "LaunchTemplateSpecification", group, group.LaunchTemplateVersion)
                .List("Overrides", group.MixedInstanceTypes, (item, type) => item.Text("InstanceType", type))));
        }
        else if (group.LaunchTemplateId is not null)
        {
            WriteTemplate(body, "LaunchTemplate", group, group.LaunchTemplateVersion);
        }

        body.Text("MinSize", group.Min).Text("MaxSize", group.Max).Text("DesiredCapacity", group.Desired).Text("DefaultCooldown", 300)
            .List("AvailabilityZones", group.Zones).Text("HealthCheckType", "EC2").Text("HealthCheckGracePeriod", 15);
        body.List("Instances", group.Instances, (item, instance) =>
        {
            item.Text("InstanceId", instance.Id).Text("InstanceType", instance.Type).Text("AvailabilityZone", instance.ZoneName)
                .Text("LifecycleState", instance.LifecycleState).Text("HealthStatus", instance.Health);
            if (group.LaunchTemplateId is not null)
            {
                WriteTemplate(item, "LaunchTemplate", group, instance.LaunchTemplateVersion);
            }

            item.Text("ProtectedFromScaleIn", value: false);
        });
        body.Text("CreatedTime", group.Created)
            .List("SuspendedProcesses", group.SuspendedProcesses, (item, process) => item.Text("ProcessName", process).Text("SuspensionReason", "User suspended"))
            .Text("VPCZoneIdentifier", string.Join(',', group.SubnetIds))
            .List("Tags", group.Tags, (item, tag) => item.Text("ResourceId", group.Name).Text("ResourceType", "auto-scaling-group").Text("Key", tag.Key).Text("Value", tag.Value).Text("PropagateAtLaunch", value: true))
            .List("TerminationPolicies", ["Default"]).Text("NewInstancesProtectedFromScaleIn", value: false).Text("MaxInstanceLifetime", group.MaxInstanceLifetimeSeconds);
    }

    private static XmlBody WriteTemplate(XmlBody body, string name, AutoScalingGroup group, string? version) =>
        body.Group(name, item => item.Text("LaunchTemplateId", group.LaunchTemplateId).Text("LaunchTemplateName", group.LaunchTemplateName).Text("Version", version));

    private static void WriteRefreshes(XmlBody body, AwsRequest request)
    {
        var name = request.Find("AutoScalingGroupName");
        var group = request.Resources.AutoScalingGroups.FirstOrDefault(group => group.Name == name)
            ?? throw new AwsException(400, "ValidationError", "AutoScalingGroup name not found - null");
        var page = Cut(request, "DescribeInstanceRefreshes", group.Refreshes);
        body.List("InstanceRefreshes", page.Items, (item, refresh) => item
            .Text("InstanceRefreshId", refresh.Id).Text("AutoScalingGroupName", group.Name).Text("Status", refresh.Status)
            .Text("StartTime", refresh.Started).Text("EndTime", refresh.Ended).Text("PercentageComplete", refresh.PercentageComplete)
            .Text("InstancesToUpdate", group.Instances.Count * (100 - refresh.PercentageComplete) / 100).Text("Strategy", "Rolling")).Text("NextToken", page.Next);
    }

    private static Page<T> Cut<T>(AwsRequest request, string operation, IReadOnlyList<T> all)
    {
        var size = Paging.Size(request.Find("MaxRecords"), 1, 100, 50, text => new AwsException(400, "ValidationError", $"MaxRecords must be between 1 and 100, got {text}"));
        return Paging.Cut(all, operation, request.Find("NextToken"), size, () => new AwsException(400, "InvalidNextToken", "The NextToken value is not valid."));
    }

    private static List<(string Name, IReadOnlyList<string> Values)> Filters(AwsRequest request)
    {
        var filters = new List<(string, IReadOnlyList<string>)>();
        for (var index = 1; request.Find($"Filters.member.{index}.Name") is { } name; index++)
        {
            filters.Add((name, request.List($"Filters.member.{index}.Values")));
        }

        return filters;
    }

    private static bool Matches(AutoScalingGroup group, (string Name, IReadOnlyList<string> Values) filter) => filter.Name switch
    {
        "tag-key" => filter.Values.Any(group.Tags.ContainsKey),
        "tag-value" => group.Tags.Values.Any(filter.Values.Contains),
        ['t', 'a', 'g', ':', .. var key] => group.Tags.TryGetValue(key, out var value) && filter.Values.Contains(value),
        _ => throw new AwsException(400, "ValidationError", $"Filter type {filter.Name} is not correct. Allowed Filter types are: tag-key, tag-value, tag:<name>"),
    };
}
