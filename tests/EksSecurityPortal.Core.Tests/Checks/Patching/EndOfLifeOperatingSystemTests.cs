using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Patching;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Patching;

public class EndOfLifeOperatingSystemTests
{
    [Theory]
    [InlineData("Amazon Linux 2023.9.20261116")]
    [InlineData("Bottlerocket OS 1.52.0 (aws-k8s-1.34)")]
    [InlineData("Ubuntu 24.04.1 LTS")]
    [InlineData("Windows Server 2022 Datacenter")]
    public void Passes_while_updates_come(string os) => Passes<EndOfLifeOperatingSystem>(Os(os));

    [Theory]
    [InlineData("Amazon Linux 2", Severity.High)]
    [InlineData("Ubuntu 20.04.6 LTS", Severity.High)]
    [InlineData("Windows Server 2019 Datacenter", Severity.Medium)]
    public void Fails_after_the_end(string os, Severity severity) => Fails<EndOfLifeOperatingSystem>(Os(os), severity: severity);

    [Fact]
    public void Fails_by_the_node_groups_type_when_Kubernetes_was_not_read() =>
        Fails<EndOfLifeOperatingSystem>(SnapshotBuilder.New().Managed("old", 0, group => group with { AmiType = "AL2_x86_64" }).Missing(SnapshotPart.Nodes), "old");

    [Fact]
    public void Fails_for_hybrid_nodes_whose_owner_you_are() => Fails<EndOfLifeOperatingSystem>(SnapshotBuilder.New().Hybrid(node => node with { OsImage = "Ubuntu 18.04.6 LTS" }));

    [Fact]
    public void NotApplicable_to_what_AWS_runs()
    {
        IsNotApplicable<EndOfLifeOperatingSystem>(SnapshotBuilder.New().AutoMode("system"));
        IsNotApplicable<EndOfLifeOperatingSystem>(SnapshotBuilder.New().Fargate("jobs", node => node with { OsImage = "Amazon Linux 2" }));
    }

    [Fact]
    public void Unknown_for_a_system_that_the_portal_does_not_know() => IsUnknown<EndOfLifeOperatingSystem>(Os("Plan 9"));

    [Fact]
    public void Unknown_when_nothing_tells_the_system() => IsUnknownWithout<EndOfLifeOperatingSystem>(SnapshotBuilder.New(), SnapshotPart.Nodes, SnapshotPart.NodeGroups, SnapshotPart.Instances, SnapshotPart.Images);

    private static SnapshotBuilder Os(string image) => SnapshotBuilder.New().SelfManaged("legacy", 2, node: node => node with { OsImage = image }).Add(builder => builder.Images.Clear());
}
