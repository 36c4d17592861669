using System.Text.Json;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

public sealed class SecretsTests
{
    private const string Canary = "c4nary-hunter2";

    [Fact]
    public async Task ReadAsync_secret_values_are_nowhere_in_the_facts()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        var copied = new Dictionary<string, string> { ["kubectl.kubernetes.io/last-applied-configuration"] = Canary, ["example.com/password"] = Canary, ["karpenter.sh/do-not-disrupt"] = "true" };
        var containers = new object[]
        {
            new { name = "aws-node", image = "602401143452.dkr.ecr/amazon-k8s-cni:v1", args = new[] { "--verbose", "--db-password=" + Canary }, env = new object[] { new { name = "WARM_ENI_TARGET", value = "1" }, new { name = "PASSWORD", value = Canary } } },
            new { name = "app", image = "a", command = new[] { "sh", "-c", Canary }, args = new[] { Canary }, env = new object[] { new { value = Canary, name = "PASSWORD" }, new { name = "WARM_IP_TARGET", value = Canary } }, workingDir = Canary },
        };
        foreach (var path in cluster.ListPaths)
        {
            cluster.Items[path] =
            [
                PodJson.Write(new
                {
                    metadata = new { name = "aws-node", @namespace = "kube-system", annotations = copied, managedFields = new[] { new { fieldsV1 = new Dictionary<string, object> { [Canary] = Canary } } } },
                    data = new { password = Canary },
                    spec = new { replicas = 1, template = new { metadata = new { annotations = copied }, spec = new { containers } }, containers, userData = Canary },
                    webhooks = new[] { new { name = "w", clientConfig = new { url = "https://example.com/?key=" + Canary, caBundle = Canary } } },
                    secrets = new[] { new { name = Canary } },
                }),
            ];
        }

        cluster.Handlers["/api/v1/namespaces/kube-system/configmaps/amazon-vpc-cni"] = LoopbackCluster.Answer(PodJson.Write(new { kind = "ConfigMap", data = new Dictionary<string, string> { ["enable-windows-ipam"] = "true", ["password"] = Canary } }));
        var facts = await cluster.ReadAsync();

        var json = JsonSerializer.Serialize(facts);
        Assert.DoesNotContain(Canary, json, StringComparison.Ordinal);
        Assert.DoesNotContain("k8s-aws-v1", json, StringComparison.Ordinal);
        Assert.Equal("1", facts.CniConfig.Value.AwsNode!.Environment["WARM_ENI_TARGET"]);
        var arguments = facts.Workloads.Value.Single(workload => workload.Kind == "DaemonSet").Template!.Containers[0].SystemArguments;
        Assert.Equal(["--verbose", "--db-password=(removed)"], arguments);
    }

    [Fact]
    public async Task ReadAsync_arguments_outside_system_namespaces_are_dropped_whatever_the_image()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items["/api/v1/pods"] = [PodJson.Pod("a", space: "shop", containers: new[] { new { args = new[] { Canary }, name = "x", image = "evil/kube-proxy:1" } })];

        var facts = await cluster.ReadAsync();

        Assert.Empty(facts.Workloads.Value[0].Pods[0].Template.Containers[0].SystemArguments);
    }

    [Fact]
    public async Task ReadAsync_never_asks_for_secrets_and_only_gets()
    {
        await using var cluster = await LoopbackCluster.StartAsync();

        await cluster.ReadAsync();

        Assert.All(cluster.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        Assert.DoesNotContain(cluster.Requests, request => request.Contains("secrets", StringComparison.OrdinalIgnoreCase));
    }
}
