using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Identity;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Identity;

public class PodsReachNodeRoleTests
{
    [Theory]
    [InlineData("enabled", "required", 1)]
    [InlineData("disabled", "optional", 64)]
    public void Passes_when_pods_are_held_back(string endpoint, string tokens, int hops) => Passes<PodsReachNodeRole>(Options(new(endpoint, tokens, hops)));

    // IMDSv1 answers whatever the hop limit of tokens is
    [Theory]
    [InlineData("required", 2)]
    [InlineData("required", 64)]
    [InlineData("optional", 1)]
    [InlineData("optional", 2)]
    public void Fails_when_pods_get_through(string tokens, int hops) => Fails<PodsReachNodeRole>(Options(new("enabled", tokens, hops)));

    [Fact]
    public void Fails_and_counts_the_pods_on_the_pod_network() => Assert.Contains(
        Fails<PodsReachNodeRole>(Options(new("enabled", "required", 2)).Add(builder => builder.Workloads.AddRange([Workload("cart", false, 3), Workload("agent", true, 1)]))).Evidence,
        item => item is { Field: "pods on the pod network of these nodes", Value: "3" });

    [Fact]
    public void Fails_milder_when_only_the_next_instance_will_let_pods_in()
    {
        Fails<PodsReachNodeRole>(SnapshotBuilder.New().Karpenter("burst", 1, """{"metadataOptions":{"httpTokens":"required","httpPutResponseHopLimit":2}}"""), severity: Severity.Medium);
        Fails<PodsReachNodeRole>(SnapshotBuilder.New().SelfManaged("legacy", scaling: group => group with { LaunchTemplate = new("lt-1", null, "$Latest") })
            .Add(builder => builder.LaunchTemplates.Add(new("lt-1", "nodes", 1, 2, [new(2, false, null, null, null, null, new("enabled", "optional", 1), [], null, null, null)]))), severity: Severity.Medium);
    }

    [Fact]
    public void NotApplicable_where_the_options_are_not_yours()
    {
        var builder = SnapshotBuilder.New().AutoMode("system", instance: instance => instance with { MetadataOptions = new("enabled", "required", 2) }).Fargate("jobs").Hybrid();

        foreach (var key in new[] { "system", "jobs", NodePools.HybridName })
        {
            IsNotApplicable<PodsReachNodeRole>(builder, key);
        }
    }

    [Fact]
    public void Unknown_when_the_api_did_not_say()
    {
        IsUnknown<PodsReachNodeRole>(Options(null));
        IsUnknown<PodsReachNodeRole>(Options(new("enabled", "required", null)));
    }

    [Fact]
    public void Unknown_without_instances() => IsUnknownWithout<PodsReachNodeRole>(SnapshotBuilder.New().Managed("general"), SnapshotPart.Instances);

    private static SnapshotBuilder Options(InstanceMetadataOptions? options) => SnapshotBuilder.New().Managed("general", 1, instance: instance => instance with { MetadataOptions = options });

    private static Workload Workload(string name, bool hostNetwork, int pods) =>
        new() { Kind = "DaemonSet", Namespace = "shop", Name = name, Pods = [new(new PodTemplate { HostNetwork = hostNetwork }, pods, pods, true, [new("ip-general-0", pods)])] };
}
