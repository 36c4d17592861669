using System.Text;
using EksSecurityPortal.Core.Inventory;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

public sealed class HostileAnswerTests
{
    private const string Nodes = "/api/v1/nodes";
    private const string Pods = "/api/v1/pods";

    [Theory]
    [InlineData("")]
    [InlineData("<!doctype html><html><body>Sign in</body></html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"kind\":\"NodeList\",\"metadata\":{},\"items\":[{\"metadata\":{\"name\":\"a\"")]
    [InlineData("{\"kind\":\"NodeList\",\"metadata\":{}")]
    [InlineData("{\"kind\":\"NodeList\",\"metadata\":{}}")]
    [InlineData("{\"kind\":\"NodeList\",\"metadata\":{},\"items\":{}}")]
    [InlineData("{\"kind\":\"ServiceList\",\"metadata\":{},\"items\":[]}")]
    [InlineData("{\"kind\":\"Status\",\"metadata\":{},\"status\":\"Success\"}")]
    [InlineData("{\"metadata\":{},\"items\":[]}")]
    [InlineData("{\"kind\":7,\"metadata\":{},\"items\":[]}")]
    public async Task ReadAsync_answer_that_is_no_list_is_malformed_and_names_the_kind(string body)
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers[Nodes] = LoopbackCluster.Answer(body);

        var facts = await cluster.ReadAsync();

        var gap = Assert.Single(facts.Nodes.Gaps);
        Assert.Equal(GapReason.Malformed, gap.Reason);
        Assert.Equal("k8s:list nodes", gap.Operation);
        Assert.InRange(gap.Detail.Length, 1, 500);
        Assert.False(facts.Nodes.IsPresent);
        Assert.True(facts.Namespaces.IsPresent);
    }

    [Theory]
    [InlineData("{\"items\":[{\"metadata\":{\"name\":\"a\"}}],\"metadata\":{},\"kind\":\"NodeList\"}", 1)]
    [InlineData("{\"kind\":\"NodeList\",\"items\":null,\"metadata\":null}", 0)]
    [InlineData("{\"kind\":\"NodeList\",\"metadata\":{},\"items\":[null,{\"metadata\":{\"name\":\"a\"}},null]}", 1)]
    [InlineData("{\"kind\":\"NodeList\",\"metadata\":{\"remainingItemCount\":1e99,\"continue\":null},\"items\":[{\"metadata\":{\"name\":\"a\",\"labels\":null},\"spec\":null,\"status\":{\"conditions\":[null]}}]}", 1)]
    public async Task ReadAsync_unusual_but_whole_list_is_read(string body, int nodes)
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers[Nodes] = LoopbackCluster.Answer(body);

        var facts = await cluster.ReadAsync();

        Assert.Empty(facts.Nodes.Gaps);
        Assert.Equal(nodes, facts.Nodes.Value.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{\"metadata\":\"text\"}")]
    [InlineData("{\"metadata\":{\"name\":{\"a\":1}}}")]
    [InlineData("{\"metadata\":{\"name\":\"b\",\"labels\":[\"x\"]}}")]
    [InlineData("{\"metadata\":{\"name\":\"b\",\"annotations\":[[[\"x\"]]]},\"spec\":{\"containers\":\"none\"}}")]
    [InlineData("{\"metadata\":{\"name\":\"\\ud800\",\"labels\":{\"\\ud800\":\"\\ud800\"}},\"spec\":[]}")]
    public async Task ReadAsync_one_item_of_odd_shape_is_a_gap_beside_the_others(string item)
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items[Nodes] = [PodJson.Named("first"), item, PodJson.Named("last")];
        cluster.Items[Pods] = [PodJson.Pod("first"), item, PodJson.Pod("last")];
        cluster.Items["/apis/apps/v1/deployments"] = [PodJson.Controller("first"), item, PodJson.Controller("last")];

        var facts = await cluster.ReadAsync();

        Assert.Superset(new HashSet<string> { "first", "last" }, facts.Nodes.Value.Select(node => node.Name).ToHashSet());
        Assert.Superset(new HashSet<string> { "Pod/shop/first", "Pod/shop/last", "Deployment/shop/first", "Deployment/shop/last" }, facts.Workloads.Value.Select(workload => workload.Key).ToHashSet());
        Assert.All(facts.Nodes.Gaps, gap => Assert.Equal(("Node #2", GapReason.Malformed), (gap.Subject, gap.Reason)));
        Assert.NotEmpty(facts.Workloads.Gaps);
        Assert.All(facts.Workloads.Gaps, gap => Assert.Contains("#2", gap.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_thousands_of_odd_items_are_told_in_few_gaps()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items[Nodes] = [.. Enumerable.Repeat("7", 3000), PodJson.Named("last")];

        var facts = await cluster.ReadAsync();

        Assert.Equal("last", Assert.Single(facts.Nodes.Value).Name);
        Assert.Equal(20, facts.Nodes.Gaps.Count);
    }

    [Fact]
    public async Task ReadAsync_deep_nesting_is_read_or_refused_without_harm()
    {
        var deep = new StringBuilder().Insert(0, "{\"a\":", 900).Append('1').Append('}', 900).ToString();
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items[Nodes] = [$$"""{"metadata":{"name":"a"},"status":{"extra":{{deep}}} }"""];
        cluster.Handlers["/api/v1/services"] = LoopbackCluster.Answer("{\"kind\":\"ServiceList\",\"metadata\":{},\"items\":" + new string('[', 200_000));
        cluster.Items["/apis/karpenter.sh/v1/nodepools"] = [$$"""{"metadata":{"name":"deep"},"spec":{{deep}},"status":{"a":1} }"""];
        cluster.Items["/apis/apiextensions.k8s.io/v1/customresourcedefinitions"] = [CustomKindTests.Definition("karpenter.sh", "nodepools", "NodePool", "v1")];

        var facts = await cluster.ReadAsync();

        Assert.Equal("a", Assert.Single(facts.Nodes.Value).Name);
        Assert.Equal(GapReason.Malformed, facts.Services.Gaps[0].Reason);
        var pool = Assert.Single(facts.NodeProvisioning.Value.NodePools);
        Assert.Null(pool.SpecJson);
        Assert.Equal("{\"a\":1}", pool.StatusJson);
    }

    [Fact]
    public async Task ReadAsync_control_characters_and_long_texts_are_tamed()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items["/api/v1/services"] =
        [
            PodJson.Write(new
            {
                metadata = new
                {
                    name = "a\u0000\u001b[31mb",
                    annotations = new Dictionary<string, string> { ["service.beta.kubernetes.io/aws-load-balancer-type"] = "nlb", ["service.beta.kubernetes.io/huge"] = new string('x', 200_000) },
                },
                spec = new { clusterIP = new string('y', 200_000), ports = new object[] { new { port = 80, targetPort = "http" }, new { port = 81, targetPort = 8081 } } },
            }),
        ];

        var facts = await cluster.ReadAsync();

        var service = Assert.Single(facts.Services.Value);
        Assert.Equal("a\uFFFD\uFFFD[31mb", service.Name);
        Assert.Equal(["service.beta.kubernetes.io/aws-load-balancer-type"], service.Annotations.Keys);
        Assert.InRange(service.ClusterIp!.Length, 1, 4096);
        Assert.Equal(["http", "8081"], service.Ports.Select(port => port.TargetPort));
    }
}
