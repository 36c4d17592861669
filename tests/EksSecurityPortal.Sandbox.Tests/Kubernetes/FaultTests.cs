using System.Net;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests.Kubernetes;

public sealed class FaultTests
{
    private static readonly Cluster Cluster = TestCluster.With(kubernetes => kubernetes with { Workloads = [TestCluster.Workload("shop", "web", 40)] });

    [Theory]
    [InlineData(FaultKind.Throttling, HttpStatusCode.TooManyRequests)]
    [InlineData(FaultKind.ServerError, HttpStatusCode.InternalServerError)]
    [InlineData(FaultKind.ExpiredToken, HttpStatusCode.Unauthorized)]
    [InlineData(FaultKind.Denied, HttpStatusCode.Forbidden)]
    [InlineData(FaultKind.HtmlErrorPage, HttpStatusCode.BadGateway)]
    public async Task Fault_on_a_kind_answers_its_status_and_spares_other_kinds(FaultKind kind, HttpStatusCode expected)
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        using var fault = host.Faults.Add(new Fault(kind, "kubernetes", "list pods", "probe"));

        using var pods = await host.Client.GetAsync("/api/v1/pods");
        using var nodes = await host.Client.GetAsync("/api/v1/nodes");

        Assert.Equal(expected, pods.StatusCode);
        Assert.Equal(HttpStatusCode.OK, nodes.StatusCode);
        Assert.Equal(kind == FaultKind.Throttling, pods.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task Expired_continue_token_strikes_only_continued_lists()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        using var fault = host.Faults.Add(new Fault(FaultKind.ExpiredContinueToken));

        var first = await host.GetAsync("/api/v1/pods?limit=10");
        var (code, _) = await host.RefusalAsync("/api/v1/pods?limit=10&continue=" + first.GetProperty("metadata").GetProperty("continue").GetString());

        Assert.Equal(HttpStatusCode.Gone, code);
    }

    [Fact]
    public async Task Malformed_body_is_no_json()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        using var fault = host.Faults.Add(new Fault(FaultKind.MalformedBody));

        var text = await host.Client.GetStringAsync("/api/v1/pods");

        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text));
    }

    [Fact]
    public async Task Cut_connection_ends_in_the_middle_of_the_body()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        using var fault = host.Faults.Add(new Fault(FaultKind.CutConnection));

        await Assert.ThrowsAsync<HttpRequestException>(() => host.Client.GetStringAsync("/api/v1/pods"));
    }

    [Fact]
    public async Task Wrong_kind_is_an_empty_list_of_something_else()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        using var fault = host.Faults.Add(new Fault(FaultKind.WrongKind, Operation: "list pods"));

        var list = await host.GetAsync("/api/v1/pods");

        Assert.Equal("ComponentStatusList", list.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Unreachable_cluster_takes_the_connection_and_never_answers_tls()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster with { KubernetesReachable = false });
        using var client = KubernetesHost.ClientOf(host.Endpoint, TimeSpan.FromMilliseconds(300));

        var error = await Assert.ThrowsAsync<TaskCanceledException>(() => client.GetAsync("/version"));

        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Equal(0, host.Log.Count("kubernetes", "get /version"));
    }

    [Fact]
    public async Task Slow_body_comes_after_its_headers()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        using var fault = host.Faults.Add(new Fault(FaultKind.SlowBody) { Delay = TimeSpan.FromMinutes(5) });

        using var answer = await host.Client.GetAsync("/api/v1/pods", HttpCompletionOption.ResponseHeadersRead);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer.Content.ReadAsStringAsync(patience.Token));
    }

    [Fact]
    public async Task Certificate_of_another_cluster_is_not_trusted()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        await using var other = await KubernetesHost.StartAsync(Cluster);
        using var client = KubernetesHost.ClientOf(host.Endpoint with { CertificateAuthorityPem = other.Endpoint.CertificateAuthorityPem });

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/version"));
    }

    [Fact]
    public async Task Bundle_of_a_rotating_cluster_has_both_authorities()
    {
        var created = TestCluster.Now.AddDays(-3);
        CertificateAuthority Authority(string id, string status) => new() { Id = id, CreatedAt = created, SigningStatus = status, Validity = new CertificateValidity(created, created.AddYears(10)) };
        await using var host = await KubernetesHost.StartAsync(Cluster with { CertificateAuthorities = [Authority("old", "IN_USE"), Authority("new", "NOT_USED")] });

        var version = await host.GetAsync("/version");

        Assert.Equal(2, host.Endpoint.CertificateAuthorityPem.Split("BEGIN CERTIFICATE").Length - 1);
        Assert.StartsWith("v1.34", version.GetProperty("gitVersion").GetString(), StringComparison.Ordinal);
    }
}
