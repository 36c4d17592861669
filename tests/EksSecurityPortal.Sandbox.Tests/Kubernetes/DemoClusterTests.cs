using System.Buffers;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests.Kubernetes;

public sealed class DemoClusterTests
{
    public static TheoryData<string> Names => [.. TestCluster.DemoNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_object_of_every_kind_is_whole_and_listed_once(string name)
    {
        var objects = new ClusterObjects(TestCluster.DemoCluster(name), TestCluster.Now);

        foreach (var kind in objects.Kinds.All)
        {
            var list = objects.ListOf(kind);
            var uids = new HashSet<string>();
            for (var index = 0; index < list.Count; index++)
            {
                var item = Read(list, index);
                var meta = item.GetProperty("metadata");
                Assert.True(uids.Add(Text(meta, "uid")), $"{kind.Plural} {list.KeyAt(index)} repeats a uid");
                Assert.Equal(list.KeyAt(index), kind.IsNamespaced ? $"{Text(meta, "namespace")}/{Text(meta, "name")}" : Text(meta, "name"));
                Assert.True(index == 0 || string.CompareOrdinal(list.KeyAt(index - 1), list.KeyAt(index)) < 0, $"{kind.Plural} {list.KeyAt(index)} is out of order");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pods_sit_on_nodes_that_exist_with_addresses_of_their_own(string name)
    {
        var objects = new ClusterObjects(TestCluster.DemoCluster(name), TestCluster.Now);
        var nodes = Items(objects, "nodes").Select(node => Text(node.GetProperty("metadata"), "name")).ToHashSet();

        var pods = Items(objects, "pods").ToList();

        Assert.InRange(pods.Count, 300, 3000);
        Assert.All(pods, pod => Assert.Contains(Text(pod.GetProperty("spec"), "nodeName"), nodes));
        var addresses = pods.Where(pod => !pod.GetProperty("spec").TryGetProperty("hostNetwork", out _)).Select(pod => Text(pod.GetProperty("status"), "podIP")).ToList();
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pods_run_as_service_accounts_that_exist(string name)
    {
        var objects = new ClusterObjects(TestCluster.DemoCluster(name), TestCluster.Now);
        var accounts = objects.ListOf(Kind(objects, "serviceaccounts"));
        var known = Enumerable.Range(0, accounts.Count).Select(accounts.KeyAt).ToHashSet();

        var used = Items(objects, "pods").Select(pod => $"{Text(pod.GetProperty("metadata"), "namespace")}/{Text(pod.GetProperty("spec"), "serviceAccountName")}").Distinct();

        Assert.Empty(used.Except(known));
    }

    [Fact]
    public void Web_identity_and_pod_identity_are_mounted_as_the_webhooks_of_eks_do()
    {
        var webIdentity = Items(new ClusterObjects(TestCluster.DemoCluster("analytics"), TestCluster.Now), "pods").Where(pod => HasVariable(pod, "AWS_WEB_IDENTITY_TOKEN_FILE")).ToList();
        var podIdentity = Items(new ClusterObjects(TestCluster.DemoCluster("checkout-prod"), TestCluster.Now), "pods").Where(pod => HasVariable(pod, "AWS_CONTAINER_CREDENTIALS_FULL_URI")).ToList();

        Assert.NotEmpty(webIdentity);
        Assert.NotEmpty(podIdentity);
    }

    [Fact]
    public void Careless_secrets_are_canaries_and_application_pods_have_the_size_of_real_ones()
    {
        var objects = new ClusterObjects(TestCluster.DemoCluster("orders-legacy"), TestCluster.Now);

        var pods = Items(objects, "pods").ToList();

        Assert.Contains(pods, pod => pod.GetProperty("spec").GetRawText().Contains(Canary.Marker, StringComparison.Ordinal));
        Assert.InRange(pods.Average(pod => pod.GetRawText().Length), 7_000, 12_000);
    }

    private static bool HasVariable(JsonElement pod, string name) => pod.GetProperty("spec").GetProperty("containers").EnumerateArray().Any(container =>
        container.TryGetProperty("env", out var variables) && variables.EnumerateArray().Any(variable => Text(variable, "name") == name));

    private static KubeKind Kind(ClusterObjects objects, string plural) => objects.Kinds.All.First(kind => kind.Plural == plural);

    private static IEnumerable<JsonElement> Items(ClusterObjects objects, string plural)
    {
        var list = objects.ListOf(Kind(objects, plural));
        for (var index = 0; index < list.Count; index++)
        {
            yield return Read(list, index);
        }
    }

    private static JsonElement Read(IObjectList list, int index)
    {
        var buffer = new ArrayBufferWriter<byte>();
        list.Write(buffer, index, false);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString() ?? "";
}
