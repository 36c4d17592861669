using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests.Kubernetes;

public sealed class RenderingTests
{
    private static readonly KubeKind Pods = KindCatalog.BuiltIn.First(kind => kind.Plural == "pods");

    private static readonly Cluster Cluster = TestCluster.With(kubernetes => kubernetes with
    {
        Workloads =
        [
            TestCluster.Workload("shop", "web", 30), TestCluster.Workload("shop", "store", 3, WorkloadKind.StatefulSet),
            TestCluster.Workload("shop", "agent", 0, WorkloadKind.DaemonSet), TestCluster.Workload("shop", "import", 2, WorkloadKind.Job),
            TestCluster.Workload("shop", "report", 1, WorkloadKind.CronJob), TestCluster.Workload("shop", "debug", 1, WorkloadKind.Pod),
        ],
        Services = [new KubernetesService("shop", "web", "ClusterIP", new Dictionary<string, string> { ["app"] = "web" }, [new ServicePort(80, 8080)])],
        DisruptionBudgets = [new DisruptionBudget("shop", "web", new Dictionary<string, string> { ["app"] = "web" }) { MinAvailable = "90%" }],
    });

    [Fact]
    public async Task Pods_repeat_env_values_and_managed_fields_as_real_ones_do()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        var pods = (await host.GetAsync("/api/v1/namespaces/shop/pods")).GetProperty("items").EnumerateArray().ToList();

        Assert.All(pods, pod =>
        {
            Assert.Contains(TestCluster.Canary, pod.GetProperty("spec").GetRawText(), StringComparison.Ordinal);
            Assert.True(pod.GetProperty("metadata").GetProperty("managedFields").GetRawText().Length > 1000);
            Assert.DoesNotContain("~hole", pod.GetRawText(), StringComparison.Ordinal);
        });
        var bare = pods.First(pod => pod.GetProperty("metadata").GetProperty("name").GetString() == "debug");
        Assert.Contains(TestCluster.Canary, bare.GetProperty("metadata").GetProperty("annotations").GetProperty("kubectl.kubernetes.io/last-applied-configuration").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_pod_leads_to_an_owner_that_exists()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        var owners = new Dictionary<string, JsonElement>();
        foreach (var path in new[] { "/apis/apps/v1/replicasets", "/apis/apps/v1/statefulsets", "/apis/apps/v1/daemonsets", "/apis/batch/v1/jobs", "/apis/apps/v1/deployments", "/apis/batch/v1/cronjobs" })
        {
            foreach (var item in (await host.GetAsync(path)).GetProperty("items").EnumerateArray())
            {
                owners.Add(Uid(item), item);
            }
        }

        var pods = (await host.GetAsync("/api/v1/pods")).GetProperty("items").EnumerateArray().ToList();

        var roots = pods.Select(pod => Root(pod, owners)).GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(new Dictionary<string, int> { ["web"] = 30, ["store"] = 3, ["agent"] = 20, ["import"] = 2, ["report"] = 1, ["debug"] = 1 }, roots);
        Assert.Equal(pods.Count, pods.Select(Uid).Distinct().Count());
    }

    [Fact]
    public async Task Counts_endpoints_and_budgets_follow_the_pods()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        var deployment = (await host.GetAsync("/apis/apps/v1/deployments")).GetProperty("items")[0];
        var slices = (await host.GetAsync("/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices")).GetProperty("items");
        var budget = (await host.GetAsync("/apis/policy/v1/poddisruptionbudgets")).GetProperty("items")[0];
        var pods = (await host.GetAsync("/api/v1/pods?labelSelector=app=web")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(30, deployment.GetProperty("status").GetProperty("readyReplicas").GetInt32());
        Assert.Equal(3, budget.GetProperty("status").GetProperty("disruptionsAllowed").GetInt32());
        var addresses = slices[0].GetProperty("endpoints").EnumerateArray().Select(endpoint => endpoint.GetProperty("addresses")[0].GetString()).ToHashSet();
        Assert.Equal(addresses, pods.Select(pod => pod.GetProperty("status").GetProperty("podIP").GetString()).ToHashSet());
        Assert.Equal(30, addresses.Count);
    }

    [Fact]
    public async Task Two_servers_of_one_estate_answer_the_same()
    {
        await using var first = await KubernetesHost.StartAsync(Cluster);
        await using var second = await KubernetesHost.StartAsync(Cluster);

        foreach (var path in new[] { "/api/v1/pods", "/api/v1/nodes", "/apis/apps/v1/replicasets", "/apis/rbac.authorization.k8s.io/v1/clusterroles", "/api/v1/serviceaccounts" })
        {
            Assert.Equal(await first.Client.GetStringAsync(path), await second.Client.GetStringAsync(path));
        }
    }

    [Fact]
    public async Task Bodies_above_128_KiB_are_compressed_when_asked_for()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        host.Client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        using var large = await host.Client.GetAsync("/api/v1/pods");
        using var small = await host.Client.GetAsync("/api/v1/pods?limit=2");

        Assert.Equal("gzip", Assert.Single(large.Content.Headers.ContentEncoding));
        Assert.Empty(small.Content.Headers.ContentEncoding);
        await using var plain = new GZipStream(await large.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var list = await JsonDocument.ParseAsync(plain);
        Assert.Equal(57, list.RootElement.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public void Thirty_thousand_pods_are_written_without_memory_for_each()
    {
        var cluster = TestCluster.With(kubernetes => kubernetes with
        {
            Nodes = [.. Enumerable.Range(0, 1000).Select(TestCluster.Node)],
            Workloads = [.. Enumerable.Range(0, 300).Select(number => TestCluster.Workload($"team-{number % 12}", $"service-{number}", 100))],
        });
        var list = new ClusterObjects(cluster, TestCluster.Now).ListOf(Pods);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        long Write(int from, int to)
        {
            var written = 0L;
            for (var index = from; index < to; index++)
            {
                buffer.ResetWrittenCount();
                list.Write(buffer, index, false);
                written += buffer.WrittenCount;
            }

            return written;
        }

        Write(0, list.Count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var bytes = Write(0, list.Count);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(30_000, list.Count);
        Assert.True(bytes > 100_000_000, $"{bytes} bytes");
        Assert.True(allocated < 30_000 * 1024, $"{allocated} bytes allocated for {bytes} bytes of pods");
    }

    [Fact]
    public void Pods_have_the_members_of_recorded_ones()
    {
        var list = new ClusterObjects(Cluster, TestCluster.Now).ListOf(Pods);
        var buffer = new ArrayBufferWriter<byte>();
        list.Write(buffer, list.Count - 1, false);

        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        var pod = JsonDocument.Parse(text).RootElement;

        Assert.Equal(["name", "generateName", "namespace", "uid", "resourceVersion", "generation", "creationTimestamp", "labels", "ownerReferences", "managedFields"],
            pod.GetProperty("metadata").EnumerateObject().Select(member => member.Name).Where(name => name != "annotations"));
        Assert.Equal(["volumes", "containers", "restartPolicy", "terminationGracePeriodSeconds", "dnsPolicy", "serviceAccountName", "serviceAccount", "nodeName", "securityContext", "schedulerName", "tolerations", "priority", "enableServiceLinks", "preemptionPolicy"],
            pod.GetProperty("spec").EnumerateObject().Select(member => member.Name));
        Assert.Equal(["phase", "conditions", "hostIP", "hostIPs", "podIP", "podIPs", "startTime", "containerStatuses", "qosClass"],
            pod.GetProperty("status").EnumerateObject().Select(member => member.Name));
    }

    private static string Uid(JsonElement item) => item.GetProperty("metadata").GetProperty("uid").GetString() ?? "";

    private static string Root(JsonElement item, Dictionary<string, JsonElement> owners)
    {
        while (item.GetProperty("metadata").TryGetProperty("ownerReferences", out var references))
        {
            item = owners[references[0].GetProperty("uid").GetString() ?? ""];
        }

        return item.GetProperty("metadata").GetProperty("name").GetString() ?? "";
    }
}
