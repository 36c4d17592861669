using EksSecurityPortal.Core.Inventory;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

public sealed class RefusedRequestTests
{
    private const string Nodes = "/api/v1/nodes";

    [Fact]
    public async Task ReadAsync_forbidden_list_names_the_rule_and_hides_nothing_else()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers[Nodes] = LoopbackCluster.Status(403, "Forbidden");

        var facts = await cluster.ReadAsync();

        Assert.False(facts.Nodes.IsPresent);
        var gap = Assert.Single(facts.Nodes.Gaps);
        Assert.Equal(GapReason.Denied, gap.Reason);
        Assert.Equal("k8s:list nodes", gap.Operation);
        Assert.Equal("""{apiGroups: [""], resources: ["nodes"], verbs: ["list"]}""", gap.Grant);
        Assert.Contains("said by the server", gap.Detail, StringComparison.Ordinal);
        Assert.Equal(ConnectionTests.Parts(facts).Count - 1, ConnectionTests.Parts(facts).Count(part => part.IsPresent && part.Gaps.Count == 0));
    }

    [Fact]
    public async Task ReadAsync_one_of_four_rbac_lists_forbidden_gives_no_half_permissions()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers["/apis/rbac.authorization.k8s.io/v1/clusterrolebindings"] = LoopbackCluster.Status(403, "Forbidden");

        var facts = await cluster.ReadAsync();

        Assert.False(facts.Rbac.IsPresent);
        Assert.Equal(GapReason.Denied, Assert.Single(facts.Rbac.Gaps).Reason);
    }

    [Fact]
    public async Task ReadAsync_unauthorized_once_signs_again_and_goes_on()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        var refused = 0;
        cluster.Handlers[Nodes] = context => Interlocked.Increment(ref refused) == 1
            ? LoopbackCluster.Status(401, "Unauthorized")(context)
            : LoopbackCluster.Answer("""{"kind":"NodeList","metadata":{},"items":[]}""")(context);

        var facts = await cluster.ReadAsync();

        Assert.True(facts.Nodes.IsPresent);
        Assert.Equal(2, refused);
    }

    [Fact]
    public async Task ReadAsync_always_unauthorized_asks_twice_and_says_what_to_grant()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers["/version"] = LoopbackCluster.Status(401, "Unauthorized");

        var facts = await cluster.ReadAsync();

        ConnectionTests.AssertAllMissing(facts, GapReason.CredentialsRejected);
        Assert.Contains("access entry", facts.Nodes.Gaps[0].Grant, StringComparison.Ordinal);
        Assert.Equal(2, cluster.Requests.Count);
    }

    [Fact]
    public async Task ReadAsync_throttled_waits_as_asked()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        var requests = 0;
        cluster.Handlers[Nodes] = context =>
        {
            context.Response.Headers.RetryAfter = Interlocked.Increment(ref requests) == 1 ? "7" : "3600";
            return requests <= 2 ? LoopbackCluster.Status(429, "TooManyRequests")(context) : LoopbackCluster.Answer("""{"kind":"NodeList","metadata":{},"items":[]}""")(context);
        };

        var facts = await cluster.ReadAsync();

        Assert.True(facts.Nodes.IsPresent);
        Assert.Contains(TimeSpan.FromSeconds(7), ((QuickClock)cluster.Clock).Pauses);
        Assert.Contains(TimeSpan.FromSeconds(30), ((QuickClock)cluster.Clock).Pauses);
    }

    [Fact]
    public async Task ReadAsync_throttled_for_ever_gives_up()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers[Nodes] = LoopbackCluster.Status(429, "TooManyRequests");

        var facts = await cluster.ReadAsync();

        Assert.Equal(GapReason.Throttled, facts.Nodes.Gaps[0].Reason);
        Assert.Equal(6, cluster.Requests.Count(request => request.Contains(Nodes, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ReadAsync_server_error_and_cut_connection_are_tried_again()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        var requests = 0;
        cluster.Handlers[Nodes] = async context =>
        {
            switch (Interlocked.Increment(ref requests))
            {
                case 1:
                    await LoopbackCluster.Status(500, "InternalError")(context);
                    break;
                case 2:
                    await context.Response.WriteAsync("""{"kind":"NodeList","metadata":{},"items":[""");
                    await context.Response.Body.FlushAsync();
                    context.Abort();
                    break;
                default:
                    await LoopbackCluster.Answer("""{"kind":"NodeList","metadata":{},"items":[{"metadata":{"name":"a"}}]}""")(context);
                    break;
            }
        };

        var facts = await cluster.ReadAsync();

        Assert.Equal("a", Assert.Single(facts.Nodes.Value).Name);
    }

    [Fact]
    public async Task ReadAsync_server_error_for_ever_is_failed()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers[Nodes] = LoopbackCluster.Answer("<html><body>Bad gateway</body></html>", 502);

        var facts = await cluster.ReadAsync();

        Assert.Equal(GapReason.Failed, facts.Nodes.Gaps[0].Reason);
        Assert.Equal(4, cluster.Requests.Count(request => request.Contains(Nodes, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ReadAsync_built_in_kind_unknown_to_the_server_is_unsupported()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers[Nodes] = LoopbackCluster.Status(404, "NotFound");

        var facts = await cluster.ReadAsync();

        Assert.Equal(GapReason.Unsupported, facts.Nodes.Gaps[0].Reason);
        Assert.Null(facts.Nodes.Gaps[0].Grant);
    }

    [Fact]
    public async Task ReadAsync_expired_continue_with_an_offer_goes_on_from_there()
    {
        await using var cluster = await ThreeNodesAsync();
        var list = cluster.Handlers[Nodes];
        cluster.Handlers[Nodes] = context => context.Request.Query["continue"] == "2"
            ? LoopbackCluster.Status(410, "Expired", """{"continue":"2-newer"}""")(context)
            : list(context);

        var facts = await cluster.ReadAsync();

        Assert.Equal(["a", "b", "c"], facts.Nodes.Value.Select(node => node.Name));
        Assert.Empty(facts.Nodes.Gaps);
    }

    [Theory]
    [InlineData(410, "Expired")]
    [InlineData(400, "BadRequest")]
    public async Task ReadAsync_expired_continue_without_an_offer_starts_once_more(int status, string reason)
    {
        await using var cluster = await ThreeNodesAsync();
        var list = cluster.Handlers[Nodes];
        var expired = 0;
        cluster.Handlers[Nodes] = context => context.Request.Query["continue"] == "2" && Interlocked.Increment(ref expired) == 1
            ? LoopbackCluster.Status(status, reason)(context)
            : list(context);

        var facts = await cluster.ReadAsync();

        Assert.Equal(["a", "b", "c"], facts.Nodes.Value.Select(node => node.Name));
        Assert.Equal(6, cluster.Requests.Count(request => request.Contains(Nodes, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ReadAsync_continue_that_always_expires_is_a_gap()
    {
        await using var cluster = await ThreeNodesAsync();
        var list = cluster.Handlers[Nodes];
        cluster.Handlers[Nodes] = context => context.Request.Query["continue"] == "2" ? LoopbackCluster.Status(410, "Expired")(context) : list(context);

        var facts = await cluster.ReadAsync();

        Assert.Equal(GapReason.Failed, facts.Nodes.Gaps[0].Reason);
    }

    [Fact]
    public async Task ReadAsync_continue_token_that_repeats_ends()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers[Nodes] = LoopbackCluster.Answer("""{"kind":"NodeList","metadata":{"continue":"again"},"items":[]}""");

        var facts = await cluster.ReadAsync();

        Assert.Equal(GapReason.Malformed, facts.Nodes.Gaps[0].Reason);
    }

    /// <summary>Nodes a, b, c on a page each; the token is the number of the next page.</summary>
    private static async Task<LoopbackCluster> ThreeNodesAsync()
    {
        var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers[Nodes] = context =>
        {
            var page = context.Request.Query["continue"].ToString() is { Length: > 0 } token ? token[0] - '0' : 0;
            var next = page < 2 ? $$"""{"continue":"{{page + 1}}"}""" : "{}";
            return LoopbackCluster.Answer($$"""{"kind":"NodeList","metadata":{{next}},"items":[{{PodJson.Named("abc"[page..(page + 1)])}}]}""")(context);
        };
        return cluster;
    }
}
