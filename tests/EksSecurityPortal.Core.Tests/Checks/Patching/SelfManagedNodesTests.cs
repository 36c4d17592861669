using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Patching;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Patching;

public class SelfManagedNodesTests
{
    [Fact]
    public void Passes_where_a_controller_makes_the_nodes()
    {
        var outcomes = new SelfManagedNodes().Run(SnapshotBuilder.New().Managed("general").Karpenter("burst").AutoMode("system").Fargate("jobs").Build());

        Assert.Equal(4, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(CheckStatus.Pass, outcome.Status));
    }

    [Fact]
    public void Fails_once_per_group() => Assert.True(Fails<SelfManagedNodes>(SnapshotBuilder.New().SelfManaged("legacy", 5)).Says("5 nodes"));

    [Fact]
    public void Fails_for_instances_of_no_group() => Fails<SelfManagedNodes>(SnapshotBuilder.New().Add(builder => builder.Instances.Add(SnapshotBuilder.NewInstance("i-pet"))), NodePools.StandaloneName);

    [Fact]
    public void NotApplicable_to_hybrid_nodes() => IsNotApplicable<SelfManagedNodes>(SnapshotBuilder.New().Hybrid());

    [Fact]
    public void Unknown_for_nodes_whose_instances_were_not_read() => IsUnknown<SelfManagedNodes>(SnapshotBuilder.New().SelfManaged("legacy").Missing(SnapshotPart.Instances), NodePools.UnplacedName);

    [Fact]
    public void Unknown_without_anything_that_tells_of_nodes() =>
        IsUnknownWithout<SelfManagedNodes>(SnapshotBuilder.New(), SnapshotPart.Instances, SnapshotPart.Nodes, SnapshotPart.NodeGroups, SnapshotPart.AutoScalingGroups);
}
