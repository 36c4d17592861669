using System.Diagnostics;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Kubernetes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

public sealed class ConnectionTests
{
    [Fact]
    public async Task ReadAsync_own_authority_reads_every_part()
    {
        await using var cluster = await LoopbackCluster.StartAsync();

        var facts = await cluster.ReadAsync();

        Assert.All(Parts(facts), part => Assert.True(part.IsPresent, part.Gaps.Count > 0 ? part.Gaps[0].ToString() : ""));
        Assert.All(Parts(facts), part => Assert.Empty(part.Gaps));
        Assert.Equal("v1.34.9-eks-113cf36", facts.Version.Value.GitVersion);
        Assert.All(cluster.UserAgents, agent => Assert.StartsWith("eks-security-portal/", agent, StringComparison.Ordinal));
        Assert.Equal(["HTTP/2"], cluster.Protocols.Distinct());
        Assert.Single(cluster.Tokens.Distinct());
        Assert.StartsWith("Bearer k8s-aws-v1.", cluster.Tokens.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_tells_the_beginning_and_the_end_of_every_part()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items["/api/v1/nodes"] = [PodJson.Named("a"), PodJson.Named("b")];
        cluster.Handlers["/api/v1/services"] = LoopbackCluster.Status(403, "Forbidden");

        await cluster.ReadAsync();

        Assert.Equal(MissingFacts.Parts, cluster.Progress.Select(told => told.Part).Distinct().Order());
        Assert.All(cluster.Progress.GroupBy(told => told.Part), told => Assert.Equal(PartState.Reading, told.First().State));
        Assert.Equal((PartState.Complete, 2), cluster.Progress.Where(told => told.Part == SnapshotPart.Nodes).Select(told => (told.State, told.Items)).Last());
        Assert.Equal(GapReason.Denied, cluster.Progress.Last(told => told is { Part: SnapshotPart.Services, State: PartState.Missing }).Gap!.Reason);
    }

    [Fact]
    public async Task ReadAsync_list_that_outlasts_the_part_is_timed_out_and_hides_nothing_else()
    {
        var clock = new FakeTimeProvider();
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Clock = clock;
        cluster.Options.CallTimeout = TimeSpan.FromHours(1);
        cluster.Handlers["/api/v1/nodes"] = async context =>
        {
            await cluster.AllButOneEnded;
            clock.Advance(cluster.Options.PartDeadline);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        var facts = await cluster.ReadAsync();

        Assert.Equal(GapReason.TimedOut, Assert.Single(facts.Nodes.Gaps).Reason);
        Assert.Single(Parts(facts), part => !part.IsPresent);
    }

    [Fact]
    public async Task ReadAsync_compressed_answer_over_the_size_limit_is_malformed()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Options.MaxAnswerBytes = 1_000_000;
        cluster.Handlers["/api/v1/nodes"] = async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            await gzip.WriteAsync(new byte[20_000_000]);
        };
        cluster.Handlers["/api/v1/namespaces"] = async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            await gzip.WriteAsync("""{"kind":"NamespaceList","metadata":{},"items":[{"metadata":{"name":"shop"}}]}"""u8.ToArray());
        };

        var facts = await cluster.ReadAsync();

        Assert.Equal(GapReason.Malformed, facts.Nodes.Gaps[0].Reason);
        Assert.Equal("shop", Assert.Single(facts.Namespaces.Value).Name);
    }

    [Fact]
    public async Task ReadAsync_bundle_of_two_authorities_trusts_both()
    {
        using var former = new LoopbackAuthority("former");
        await using var cluster = await LoopbackCluster.StartAsync();
        var own = System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(cluster.Bundle));
        cluster.Bundle = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(former.Pem + "\n" + own));

        var facts = await cluster.ReadAsync();

        Assert.True(facts.Nodes.IsPresent);
    }

    [Fact]
    public async Task ReadAsync_another_authority_is_unreachable_and_sends_no_token()
    {
        using var other = new LoopbackAuthority();
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Bundle = LoopbackAuthority.Bundle(other);

        var facts = await cluster.ReadAsync();

        AssertAllMissing(facts, GapReason.Unreachable);
        Assert.Contains("certificate", facts.Nodes.Gaps[0].Detail, StringComparison.Ordinal);
        Assert.Empty(cluster.Tokens);
    }

    [Fact]
    public async Task ReadAsync_certificate_for_another_host_is_unreachable_and_sends_no_token()
    {
        await using var cluster = await LoopbackCluster.StartAsync("kubelet.internal");

        var facts = await cluster.ReadAsync();

        AssertAllMissing(facts, GapReason.Unreachable);
        Assert.Empty(cluster.Tokens);
    }

    [Theory]
    [InlineData("not base64 at all")]
    [InlineData("bm8gcGVt")]
    [InlineData("LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCmFhYWEKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=")]
    public async Task ReadAsync_unreadable_bundle_is_malformed(string bundle)
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Bundle = bundle;

        AssertAllMissing(await cluster.ReadAsync(), GapReason.Malformed);
    }

    [Fact]
    public async Task ReadAsync_endpoint_without_tls_is_refused()
    {
        await using var cluster = await LoopbackCluster.StartAsync();

        var facts = await cluster.Reader.ReadAsync(cluster.Target with { Endpoint = "http://127.0.0.1:1/" }, new Progress<PartProgress>(), CancellationToken.None);

        AssertAllMissing(facts, GapReason.Malformed);
    }

    [Fact]
    public async Task ReadAsync_nobody_listens_is_unreachable_after_one_attempt()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        var clock = (QuickClock)cluster.Clock;
        var target = cluster.Target;
        await cluster.DisposeAsync();

        var facts = await cluster.Reader.ReadAsync(target, new Progress<PartProgress>(), CancellationToken.None);

        AssertAllMissing(facts, GapReason.Unreachable);
        Assert.DoesNotContain(clock.Pauses, pause => pause > TimeSpan.Zero && pause < cluster.Options.KubernetesConnectTimeout);
    }

    [Fact]
    public async Task ReadAsync_silent_endpoint_is_unreachable_after_the_connect_timeout()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Clock = TimeProvider.System;
        cluster.Options.KubernetesConnectTimeout = TimeSpan.FromMilliseconds(300);
        var watch = Stopwatch.StartNew();

        var facts = await cluster.Reader.ReadAsync(cluster.Target with { Endpoint = $"https://{listener.LocalEndpoint}" }, new Progress<PartProgress>(), CancellationToken.None);

        AssertAllMissing(facts, GapReason.Unreachable);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task ReadAsync_redirect_is_not_followed()
    {
        await using var elsewhere = await LoopbackCluster.StartAsync();
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers["/api/v1/nodes"] = context =>
        {
            context.Response.Redirect(elsewhere.Target.Endpoint + "/api/v1/nodes");
            return Task.CompletedTask;
        };

        var facts = await cluster.ReadAsync();

        Assert.Equal(GapReason.Failed, facts.Nodes.Gaps[0].Reason);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task ReadAsync_stalled_body_ends_with_the_deadline_of_the_call()
    {
        var clock = new FakeTimeProvider();
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Clock = clock;
        cluster.Handlers["/api/v1/nodes"] = async context =>
        {
            await context.Response.WriteAsync("""{"kind":"NodeList","metadata":{},"items":[""");
            await context.Response.Body.FlushAsync();
            clock.Advance(cluster.Options.CallTimeout);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        // one at a time, so that the deadline strikes no other list
        cluster.Options.ConcurrentKubernetesLists = 1;
        var facts = await cluster.ReadAsync();

        Assert.Equal(GapReason.TimedOut, facts.Nodes.Gaps[0].Reason);
        Assert.True(facts.Namespaces.IsPresent);
    }

    [Fact]
    public async Task ReadAsync_cancelled_while_a_body_stalls_ends()
    {
        using var cancellation = new CancellationTokenSource();
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers["/api/v1/pods"] = async context =>
        {
            await context.Response.WriteAsync("""{"kind":"PodList","metadata":{},"items":[""");
            await context.Response.Body.FlushAsync();
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cluster.ReadAsync(cancellation.Token));
    }

    [Fact]
    public async Task ReadAsync_answer_over_the_size_limit_is_malformed()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Options.MaxAnswerBytes = 200_000;
        cluster.Items["/api/v1/nodes"] = [PodJson.Named(new string('a', 300_000))];

        var facts = await cluster.ReadAsync();

        Assert.Equal(GapReason.Malformed, facts.Nodes.Gaps[0].Reason);
        Assert.True(facts.Namespaces.IsPresent);
    }

    internal static void AssertAllMissing(KubernetesFacts facts, GapReason reason) =>
        Assert.All(Parts(facts), part =>
        {
            Assert.False(part.IsPresent);
            Assert.Equal(reason, part.Gaps[0].Reason);
        });

    internal static List<IPart> Parts(KubernetesFacts facts) => typeof(KubernetesFacts).GetProperties().Select(property => property.GetValue(facts)).OfType<IPart>().ToList();
}
