using EksSecurityPortal.Core.Checks.Patching;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Patching;

public class NodesTooOldTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(90)]
    public void Passes_up_to_ninety_days(int days) => Passes<NodesTooOld>(Aged(days, days));

    // a rejoined node is as old as its machine, a restarted machine as old as its node
    [Theory]
    [InlineData(91, 1)]
    [InlineData(1, 91)]
    public void Fails_beyond_ninety_days_of_node_or_instance(int node, int instance) => Assert.True(Fails<NodesTooOld>(Aged(node, instance)).Says("91 days"));

    [Fact]
    public void Fails_in_Auto_Mode_beyond_its_twenty_one_days() => Fails<NodesTooOld>(SnapshotBuilder.New().AutoMode("system", node: node => node with { CreatedAt = SnapshotBuilder.CollectedAt.AddDays(-22) }));

    [Fact]
    public void Fails_by_instances_alone_when_Kubernetes_was_not_read() => Fails<NodesTooOld>(Aged(1, 100).Missing(SnapshotPart.Nodes), "general");

    [Fact]
    public void NotApplicable_to_Fargate() => IsNotApplicable<NodesTooOld>(SnapshotBuilder.New().Fargate("jobs", node => node with { CreatedAt = SnapshotBuilder.CollectedAt.AddDays(-300) }));

    [Fact]
    public void Unknown_when_neither_says() => IsUnknown<NodesTooOld>(SnapshotBuilder.New().Hybrid(node => node with { CreatedAt = null }));

    [Fact]
    public void Unknown_without_nodes_and_instances() => IsUnknownWithout<NodesTooOld>(SnapshotBuilder.New(), SnapshotPart.Nodes, SnapshotPart.Instances);

    private static SnapshotBuilder Aged(int nodeDays, int instanceDays) => SnapshotBuilder.New().Managed("general", 2,
        instance: instance => instance with { LaunchedAt = SnapshotBuilder.CollectedAt.AddDays(-instanceDays) }, node: node => node with { CreatedAt = SnapshotBuilder.CollectedAt.AddDays(-nodeDays) });
}
