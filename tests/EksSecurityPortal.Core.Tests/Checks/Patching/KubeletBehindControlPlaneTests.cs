using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Patching;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Patching;

public class KubeletBehindControlPlaneTests
{
    // 1.35 control plane: the kubelet may be up to three minors older, never newer
    [Theory]
    [InlineData("v1.35.0-eks-1")]
    [InlineData("v1.34.9")]
    public void Passes_at_zero_and_one_behind(string kubelet) => Passes<KubeletBehindControlPlane>(Kubelet(kubelet));

    [Theory]
    [InlineData("v1.33.1", Severity.Medium, "2 minors behind")]
    [InlineData("v1.32.1", Severity.High, "next upgrade is blocked")]
    [InlineData("v1.31.1", Severity.High, "unsupported")]
    [InlineData("v1.36.0", Severity.High, "newer")]
    public void Fails_by_how_far(string kubelet, Severity severity, string words) => Assert.True(Fails<KubeletBehindControlPlane>(Kubelet(kubelet), severity: severity).Says(words));

    [Theory]
    [InlineData("1.27", "v1.25.1", Severity.Medium)]
    [InlineData("1.26", "v1.24.1", Severity.High)]
    public void Fails_sooner_for_kubelets_before_1_25(string cluster, string kubelet, Severity severity) =>
        Fails<KubeletBehindControlPlane>(Kubelet(kubelet).ControlPlane(value => value with { Version = cluster }), severity: severity);

    [Fact]
    public void Fails_for_one_node_of_many_in_one_finding() =>
        Assert.True(Fails<KubeletBehindControlPlane>(SnapshotBuilder.New().Managed("general", 5).Add(builder => builder.Nodes[3] = builder.Nodes[3] with { KubeletVersion = "v1.30.1" })).Says("1 kubelet of 5"));

    [Fact]
    public void Fails_for_Fargate_and_hybrid_nodes_too()
    {
        Fails<KubeletBehindControlPlane>(SnapshotBuilder.New().Fargate("jobs", node => node with { KubeletVersion = "v1.31.0" }));
        Fails<KubeletBehindControlPlane>(SnapshotBuilder.New().Hybrid(node => node with { KubeletVersion = "v1.31.0" }));
    }

    [Fact]
    public void NotApplicable_to_Auto_Mode_which_AWS_keeps_in_step() => IsNotApplicable<KubeletBehindControlPlane>(SnapshotBuilder.New().AutoMode("system", node: node => node with { KubeletVersion = "v1.31.0" }));

    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    public void Unknown_for_a_kubelet_that_does_not_say(string? kubelet) => IsUnknown<KubeletBehindControlPlane>(Kubelet(kubelet));

    [Fact]
    public void Unknown_without_nodes() => IsUnknownWithout<KubeletBehindControlPlane>(SnapshotBuilder.New().Managed("general"), SnapshotPart.Nodes);

    private static SnapshotBuilder Kubelet(string? version) => SnapshotBuilder.New().ControlPlane(cluster => cluster with { Version = "1.35" }).Managed("general", 2, node: node => node with { KubeletVersion = version });
}
