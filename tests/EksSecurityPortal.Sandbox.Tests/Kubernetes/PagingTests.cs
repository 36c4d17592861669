using System.Net;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests.Kubernetes;

public sealed class PagingTests
{
    private static readonly Cluster Cluster = TestCluster.With(kubernetes => kubernetes with
    {
        // one name is the beginning of another: the order of keys is not the order of workloads
        Workloads =
        [
            TestCluster.Workload("team", "api-gateway", 41), TestCluster.Workload("team", "api", 57), TestCluster.Workload("team-b", "api", 19),
            TestCluster.Workload("team", "store", 12, WorkloadKind.StatefulSet), TestCluster.Workload("a", "agent", 0, WorkloadKind.DaemonSet),
        ],
    });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task List_in_pages_gives_every_pod_once(int limit)
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        var (keys, pages) = await ReadAllAsync(host, "/api/v1/pods", limit);

        Assert.Equal(41 + 57 + 19 + 12 + 20, keys.Count);
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal((int)Math.Ceiling(keys.Count / (double)limit), pages);
    }

    [Fact]
    public async Task List_of_a_namespace_holds_only_that_namespace()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        var (keys, _) = await ReadAllAsync(host, "/api/v1/namespaces/team/pods", 50);

        Assert.Equal(41 + 57 + 12, keys.Count);
        Assert.All(keys, key => Assert.StartsWith("team/", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task First_page_tells_how_many_remain()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        var page = await host.GetAsync("/api/v1/pods?limit=100");

        Assert.Equal("PodList", page.GetProperty("kind").GetString());
        Assert.Equal(49, page.GetProperty("metadata").GetProperty("remainingItemCount").GetInt32());
    }

    [Fact]
    public async Task Token_after_five_minutes_is_gone_and_the_fresh_one_goes_on()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        var first = await host.GetAsync("/api/v1/pods?limit=100");
        host.Clock.Advance(TimeSpan.FromMinutes(6));

        var (code, status) = await host.RefusalAsync($"/api/v1/pods?limit=100&continue={TokenOf(first)}");
        var rest = await host.GetAsync($"/api/v1/pods?limit=100&continue={TokenOf(status)}");

        Assert.Equal(HttpStatusCode.Gone, code);
        Assert.Equal("Expired", status.GetProperty("reason").GetString());
        Assert.Equal(49, rest.GetProperty("items").GetArrayLength());
        Assert.Empty(KeysOf(first).Intersect(KeysOf(rest)));
    }

    [Fact]
    public async Task Token_of_another_list_is_refused()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        var pods = await host.GetAsync("/api/v1/pods?limit=10");

        var (code, status) = await host.RefusalAsync($"/api/v1/nodes?limit=10&continue={TokenOf(pods)}");

        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Equal("BadRequest", status.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("e30")]
    [InlineData("%00%ff")]
    public async Task Unknown_token_is_a_bad_request(string token)
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        var (code, _) = await host.RefusalAsync($"/api/v1/pods?limit=10&continue={token}");

        Assert.Equal(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Field_selector_keeps_the_pods_of_a_node()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        var node = Cluster.Kubernetes.Nodes[3].Name;

        var all = await host.GetAsync("/api/v1/pods");
        var selected = await host.GetAsync($"/api/v1/pods?fieldSelector=spec.nodeName={node}");

        var expected = all.GetProperty("items").EnumerateArray().Count(pod => pod.GetProperty("spec").GetProperty("nodeName").GetString() == node);
        Assert.InRange(expected, 1, 148);
        Assert.Equal(expected, selected.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Custom_resources_are_told_with_their_kind_and_metadata_after_the_items()
    {
        await using var host = await KubernetesHost.StartAsync(TestCluster.With(kubernetes => kubernetes with
        {
            CustomKinds = [new CustomKind("karpenter.sh", "v1", "NodePool", "nodepools", false)],
            Objects = [new KubernetesObject("karpenter.sh/v1", "NodePool", "nodepools", null, "general", """{"spec":{"limits":{"cpu":"10"}}}""")],
        }));

        var list = await host.GetAsync("/apis/karpenter.sh/v1/nodepools");

        Assert.Equal(["apiVersion", "items", "kind", "metadata"], list.EnumerateObject().Select(member => member.Name));
        Assert.Equal("NodePool", list.GetProperty("items")[0].GetProperty("kind").GetString());
        Assert.Equal("10", list.GetProperty("items")[0].GetProperty("spec").GetProperty("limits").GetProperty("cpu").GetString());
    }

    private static async Task<(List<string> Keys, int Pages)> ReadAllAsync(KubernetesHost host, string path, int limit)
    {
        var (keys, pages, token) = (new List<string>(), 0, "");
        do
        {
            var page = await host.GetAsync($"{path}?limit={limit}&continue={token}");
            keys.AddRange(KeysOf(page));
            token = TokenOf(page);
            pages++;
        }
        while (token.Length > 0);
        return (keys, pages);
    }

    private static string TokenOf(JsonElement list) =>
        list.GetProperty("metadata").TryGetProperty("continue", out var token) ? token.GetString() ?? "" : "";

    private static IEnumerable<string> KeysOf(JsonElement list) => list.GetProperty("items").EnumerateArray()
        .Select(item => item.GetProperty("metadata"))
        .Select(meta => $"{meta.GetProperty("namespace").GetString()}/{meta.GetProperty("name").GetString()}");
}
