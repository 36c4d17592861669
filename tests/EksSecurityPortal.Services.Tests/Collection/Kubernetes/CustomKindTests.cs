using EksSecurityPortal.Core.Inventory;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

public sealed class CustomKindTests
{
    private const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    [Fact]
    public async Task ReadAsync_kinds_that_are_not_defined_cost_no_request()
    {
        await using var cluster = await LoopbackCluster.StartAsync();

        var facts = await cluster.ReadAsync();

        Assert.Empty(facts.CniPolicies.Value);
        Assert.Empty(facts.NodeProvisioning.Value.NodePools);
        Assert.DoesNotContain(cluster.Requests, request => request.Contains("karpenter", StringComparison.Ordinal) || request.Contains("cilium.io", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_defined_kind_is_asked_for_at_its_stored_version()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items[Definitions] = [Definition("cilium.io", "ciliumnetworkpolicies", "CiliumNetworkPolicy", "v3"), Definition("example.com", "secrets", "Secret", "v1")];
        cluster.Handlers["/apis/cilium.io/v3/ciliumnetworkpolicies"] = LoopbackCluster.Answer(
            """{"kind":"CiliumNetworkPolicyList","metadata":{},"items":[{"metadata":{"name":"deny","namespace":"shop"},"spec":{"endpointSelector":{}}}]}""");

        var facts = await cluster.ReadAsync();

        var policy = Assert.Single(facts.CniPolicies.Value);
        Assert.Equal(("cilium.io", "CiliumNetworkPolicy", "shop", "deny", "{\"endpointSelector\":{}}"), (policy.Group, policy.Kind, policy.Namespace, policy.Name, policy.SpecJson));
        Assert.Equal(2, facts.CustomResourceDefinitions.Value.Count);
        Assert.DoesNotContain(cluster.Requests, request => request.Contains("example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_definitions_forbidden_tries_each_kind_and_takes_404_for_none()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers[Definitions] = LoopbackCluster.Status(403, "Forbidden");
        cluster.Items["/apis/karpenter.sh/v1/nodepools"] = ["""{"metadata":{"name":"general"},"spec":{"weight":1}}"""];

        var facts = await cluster.ReadAsync();

        Assert.False(facts.CustomResourceDefinitions.IsPresent);
        Assert.Empty(facts.CniPolicies.Value);
        Assert.Equal("general", Assert.Single(facts.NodeProvisioning.Value.NodePools).Name);
        Assert.Empty(facts.NodeProvisioning.Gaps);
    }

    [Fact]
    public async Task ReadAsync_defined_kind_forbidden_is_a_gap_not_an_empty_list()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items[Definitions] = [Definition("cilium.io", "ciliumnetworkpolicies", "CiliumNetworkPolicy", "v2"), Definition("karpenter.sh", "nodepools", "NodePool", "v1")];
        cluster.Handlers["/apis/cilium.io/v2/ciliumnetworkpolicies"] = LoopbackCluster.Status(403, "Forbidden");
        cluster.Handlers["/apis/karpenter.sh/v1/nodepools"] = LoopbackCluster.Status(403, "Forbidden");

        var facts = await cluster.ReadAsync();

        Assert.False(facts.CniPolicies.IsPresent);
        Assert.Contains("cilium.io", Assert.Single(facts.CniPolicies.Gaps).Grant, StringComparison.Ordinal);
        Assert.False(facts.NodeProvisioning.IsPresent);
    }

    internal static string Definition(string group, string plural, string kind, string version) => PodJson.Write(new
    {
        metadata = new { name = $"{plural}.{group}" },
        spec = new { group, scope = "Namespaced", names = new { kind, plural }, versions = new object[] { new { name = "v0", served = true, storage = false }, new { name = version, served = true, storage = true } } },
    });
}
