using EksSecurityPortal.Core.Checks.Networking;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Networking;

public class NamespaceWithoutNetworkPolicyTests
{
    [Fact]
    public void Passes_with_a_policy() => Passes<NamespaceWithoutNetworkPolicy>(Shop().Add(builder => builder.NetworkPolicies.Add(new("shop", "deny", null, null, null, null, null))), "shop");

    [Fact]
    public void Passes_with_a_policy_of_the_CNIs_own_kind() =>
        Passes<NamespaceWithoutNetworkPolicy>(Shop().Add(builder => builder.CniPolicies.Add(SnapshotBuilder.Custom("cilium.io", "CiliumNetworkPolicy", "deny", "{}", "shop"))), "shop");

    [Fact]
    public void Fails_without_any() => Assert.True(Fails<NamespaceWithoutNetworkPolicy>(Shop(), "shop").Says("Deployment/cart"));

    [Fact]
    public void Fails_when_only_another_namespace_has_one() => Fails<NamespaceWithoutNetworkPolicy>(Shop().Add(builder => builder.NetworkPolicies.Add(new("other", "deny", null, null, null, null, null))), "shop");

    // recognised by namespace, kind, name and image repository, all four
    [Theory]
    [InlineData("coredns", "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/coredns:v1.11", false)]
    [InlineData("coredns", "docker.io/evil/eks/coredns:v1.11", true)]
    [InlineData("coredns", "999999999999.dkr.ecr.eu-west-1.amazonaws.com/eks/coredns:v1.11", true)]
    [InlineData("backdoor", "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/coredns:v1.11", true)]
    public void Fails_for_a_stranger_in_kube_system_only(string name, string image, bool fails)
    {
        var builder = Pods("kube-system", name, new PodTemplate { Containers = [new() { Name = "c", Image = image }] });

        _ = fails ? Fails<NamespaceWithoutNetworkPolicy>(builder, "kube-system") : IsNotApplicable<NamespaceWithoutNetworkPolicy>(builder, "kube-system");
    }

    [Fact]
    public void NotApplicable_to_host_network_pods_only() => IsNotApplicable<NamespaceWithoutNetworkPolicy>(Pods("shop", "cart", new PodTemplate { HostNetwork = true }), "shop");

    [Fact]
    public void NotApplicable_to_pods_on_Fargate_only() => IsNotApplicable<NamespaceWithoutNetworkPolicy>(SnapshotBuilder.New().Fargate("jobs").Add(builder => builder.Namespaces.Add(Namespace("on-fargate"))), "on-fargate");

    [Fact]
    public void NotApplicable_without_workloads() => IsNotApplicable<NamespaceWithoutNetworkPolicy>(SnapshotBuilder.New().Add(builder => builder.Namespaces.Add(Namespace("empty"))));

    [Fact]
    public void Unknown_with_cluster_wide_policies() =>
        IsUnknown<NamespaceWithoutNetworkPolicy>(Shop().Add(builder => builder.CniPolicies.Add(SnapshotBuilder.Custom("cilium.io", "CiliumClusterwideNetworkPolicy", "deny", "{}"))), "shop");

    [Fact]
    public void Unknown_without_the_CNIs_own_policies() => IsUnknown<NamespaceWithoutNetworkPolicy>(Shop().Missing(SnapshotPart.CniPolicies), "shop");

    [Theory]
    [InlineData(SnapshotPart.Namespaces)]
    [InlineData(SnapshotPart.Workloads)]
    [InlineData(SnapshotPart.NetworkPolicies)]
    public void Unknown_without_a_part(SnapshotPart part) => IsUnknownWithout<NamespaceWithoutNetworkPolicy>(Shop(), part);

    private static SnapshotBuilder Shop() => Pods("shop", "cart", new PodTemplate());

    private static SnapshotBuilder Pods(string space, string name, PodTemplate template) => SnapshotBuilder.New().Add(builder =>
    {
        builder.Namespaces.Add(Namespace(space));
        builder.Workloads.Add(new() { Kind = "Deployment", Namespace = space, Name = name, Pods = [new(template, 2, 2, true, [new("node-1", 2)])] });
    });

    private static KubernetesNamespace Namespace(string name) => new(name, "Active", null, new Dictionary<string, string>(), new Dictionary<string, string>());
}
