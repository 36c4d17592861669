using EksSecurityPortal.Core.Checks.Patching;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Patching;

public class LaunchTemplateOutdatedTests
{
    [Theory]
    [InlineData("$Latest", "7")]
    [InlineData("7", "7")]
    [InlineData("$Default", "5")]
    [InlineData("5", "5")]
    [InlineData("$Latest", "$Latest")]
    public void Passes_at_the_default_or_latest_version(string asked, string running) => Passes<LaunchTemplateOutdated>(SelfManaged(asked, running));

    [Theory]
    [InlineData("6", "6")] // neither default nor latest
    [InlineData("$Latest", "6")] // the group is right, its instance is older
    [InlineData("7", "5")]
    public void Fails_for_an_old_group_or_old_instances(string asked, string running) => Fails<LaunchTemplateOutdated>(SelfManaged(asked, running));

    // EKS runs a copy of the template; the node's label names the version of the original
    [Theory]
    [InlineData("7", "7", false)]
    [InlineData("7", "6", true)]
    [InlineData("3", "3", true)]
    public void Fails_for_a_managed_group_by_the_label_of_its_nodes(string asked, string label, bool fails)
    {
        var builder = Template(SnapshotBuilder.New().Managed("general", 2, group => group with { LaunchTemplate = new("lt-1", null, asked) }, instance => instance with { LaunchTemplate = new("lt-copy", null, "1") },
            node => node with { Labels = new Dictionary<string, string>(node.Labels) { ["eks.amazonaws.com/sourceLaunchTemplateVersion"] = label } }));

        _ = fails ? Fails<LaunchTemplateOutdated>(builder) : Passes<LaunchTemplateOutdated>(builder);
    }

    [Fact]
    public void NotApplicable_where_there_is_no_template_of_yours()
    {
        var builder = SnapshotBuilder.New().Managed("general").SelfManaged("configured", scaling: group => group with { LaunchConfigurationName = "lc" }).Karpenter("burst").AutoMode("system").Fargate("jobs").Hybrid();

        foreach (var key in new[] { "general", "configured", "burst", "system", "jobs", NodePools.HybridName })
        {
            IsNotApplicable<LaunchTemplateOutdated>(builder, key);
        }
    }

    [Fact]
    public void Unknown_for_a_template_that_was_not_read() => IsUnknown<LaunchTemplateOutdated>(SelfManaged("7", "7").Add(builder => builder.LaunchTemplates.Clear()));

    [Fact]
    public void Unknown_for_a_group_that_was_not_read() => IsUnknown<LaunchTemplateOutdated>(SelfManaged("7", "7").Missing(SnapshotPart.AutoScalingGroups), "legacy");

    [Fact]
    public void Unknown_without_templates() => IsUnknownWithout<LaunchTemplateOutdated>(SelfManaged("7", "7"), SnapshotPart.LaunchTemplates);

    private static SnapshotBuilder SelfManaged(string asked, string running) => Template(SnapshotBuilder.New().SelfManaged("legacy", 1,
        scaling: group => group with { LaunchTemplate = new("lt-1", null, asked), Instances = [new("i-legacy0", null, null, "InService", "Healthy", new("lt-1", null, running), false)] }));

    private static SnapshotBuilder Template(SnapshotBuilder builder) => builder.Add(b => b.LaunchTemplates.Add(new("lt-1", "nodes", 5, 7, [])));
}
