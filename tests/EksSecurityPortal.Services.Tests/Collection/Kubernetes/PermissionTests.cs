using System.Text.Json;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Kubernetes;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

public sealed class PermissionTests
{
    private const string Reviews = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    [Fact]
    public async Task TestAsync_asks_for_each_rule_of_the_reader_role()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers[Reviews] = async context =>
        {
            using var question = await JsonDocument.ParseAsync(context.Request.Body);
            var attributes = question.RootElement.GetProperty("spec").GetProperty("resourceAttributes");
            var allowed = attributes.GetProperty("resource").GetString() == "nodes" ? "false" : "true";
            await LoopbackCluster.Answer($$"""{"kind":"SelfSubjectAccessReview","status":{"allowed":{{allowed}}} }""", 201)(context);
        };

        var probes = await cluster.Reader.TestAsync(cluster.Target, CancellationToken.None);

        Assert.Equal(KubernetesRequests.All.Where(request => !request.IsGrantedToEveryone).Select(request => request.Operation), probes.Select(probe => probe.Action));
        var denied = Assert.Single(probes, probe => probe.Result == ProbeResult.Denied);
        Assert.Equal("k8s:list nodes", denied.Action);
        Assert.Contains("nodes", denied.Detail, StringComparison.Ordinal);
        Assert.All(probes, probe => Assert.NotEmpty(probe.Purpose));
    }

    [Fact]
    public async Task TestAsync_server_without_reviews_is_asked_for_one_item()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers["/api/v1/nodes"] = LoopbackCluster.Status(403, "Forbidden");

        var probes = await cluster.Reader.TestAsync(cluster.Target, CancellationToken.None);

        Assert.Equal(ProbeResult.Denied, probes.Single(probe => probe.Action == "k8s:list nodes").Result);
        Assert.Equal(ProbeResult.Granted, probes.Single(probe => probe.Action == "k8s:list pods").Result);
        Assert.Equal(ProbeResult.NotTested, probes.Single(probe => probe.Action == "k8s:list nodepools.karpenter.sh").Result);
        Assert.Contains("GET /api/v1/pods?limit=1", cluster.Requests);
    }

    [Fact]
    public async Task TestAsync_unreachable_cluster_tests_nothing()
    {
        using var other = new LoopbackAuthority();
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Bundle = LoopbackAuthority.Bundle(other);

        var probes = await cluster.Reader.TestAsync(cluster.Target, CancellationToken.None);

        Assert.All(probes, probe => Assert.Equal(ProbeResult.NotTested, probe.Result));
        Assert.All(probes, probe => Assert.Contains("certificate", probe.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void All_only_reads_and_never_secrets()
    {
        Assert.All(KubernetesRequests.All, request => Assert.True(request.Verb is "list" or "get" || request.Resource == "selfsubjectaccessreviews", request.Operation));
        Assert.DoesNotContain(KubernetesRequests.All, request => request.Resource.Contains("secret", StringComparison.OrdinalIgnoreCase) || request.Resource is "*" || request.Group is "*");
        Assert.All(KubernetesRequests.All.Where(request => request.Resource == "configmaps"), request => Assert.Equal(("get", "kube-system"), (request.Verb, request.Namespace)));
        Assert.Equal(KubernetesRequests.All.Count, KubernetesRequests.All.Select(request => request.Operation).Distinct().Count());
    }

    [Fact]
    public void ReaderRules_grant_the_table_and_nothing_else()
    {
        var granted = KubernetesRequests.ReaderRules
            .SelectMany(rule => rule.Resources.SelectMany(resource => rule.Names.DefaultIfEmpty(null).Select(name => (rule.Verb, rule.Group, resource, rule.Namespace, name))));

        var asked = KubernetesRequests.All.Where(request => !request.IsGrantedToEveryone).Select(request => (request.Verb, request.Group, request.Resource, request.Namespace, request.Name));
        Assert.Equal(asked.Order(), granted.Order());
    }

    [Fact]
    public async Task ReadAsync_and_TestAsync_send_nothing_that_is_not_in_the_table()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers["/apis/apiextensions.k8s.io/v1/customresourcedefinitions"] = LoopbackCluster.Status(403, "Forbidden");
        await cluster.ReadAsync();
        await cluster.Reader.TestAsync(cluster.Target, CancellationToken.None);

        var sent = cluster.Requests.Select(request => request.Split('?')[0]).Distinct().Order(StringComparer.Ordinal);

        var table = KubernetesRequests.All.Select(request => $"{(request.Verb == "create" ? "POST" : "GET")} {request.Path}").Order(StringComparer.Ordinal);
        Assert.Equal(table, sent);
    }
}
