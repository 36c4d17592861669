using EksSecurityPortal.Core.Inventory;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

/// <summary>Answers of a real kube-apiserver 1.34.9 (Recorded/kubernetes/README.md), served as that server did.</summary>
public sealed class RecordedAnswersTests
{
    [Fact]
    public async Task ReadAsync_recorded_cluster_gives_its_workloads()
    {
        await using var cluster = await StartAsync();

        var facts = await cluster.ReadAsync();

        Assert.Empty(facts.Workloads.Gaps);
        var workloads = facts.Workloads.Value.ToDictionary(workload => workload.Key);
        Assert.Equal(["DaemonSet/kube-system/aws-node", "Deployment/scale-000/app-00000", "Deployment/scale-000/app-00001", "Deployment/scale-000/app-00002", "Pod/shop/debug-shell"], workloads.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([3, 5, 3], Enumerable.Range(0, 3).Select(number => workloads[$"Deployment/scale-000/app-0000{number}"].PodCount));
        Assert.Single(workloads["Deployment/scale-000/app-00001"].Pods);
        var shell = workloads["Pod/shop/debug-shell"].Pods[0].Template;
        Assert.True(shell.HostNetwork && shell.Containers[0].Privileged == true);
        Assert.Equal(["MODE", "PASSWORD"], shell.Containers[0].EnvironmentNames);
        Assert.Equal([new SecretReference("PASSWORD", "db")], shell.Containers[0].SecretEnvironment);
        Assert.Equal([("host", "hostPath"), ("kube-api-access", "projected")], shell.Volumes.Select(volume => (volume.Name, volume.Type)));
    }

    [Fact]
    public async Task ReadAsync_recorded_cluster_gives_nodes_network_and_rbac()
    {
        await using var cluster = await StartAsync();

        var facts = await cluster.ReadAsync();

        Assert.All(ConnectionTests.Parts(facts), part => Assert.Empty(part.Gaps));
        var node = facts.Nodes.Value[0];
        Assert.Equal(("ip-10-41-0-10.ec2.internal", "aws:///us-east-1a/i-003f5b82f3c964cdf", true), (node.Name, node.ProviderId, node.IsReady));
        Assert.Equal("58", node.Allocatable["pods"]);
        Assert.Equal(6, facts.Namespaces.Value.Count);
        Assert.Equal(["cart-from-web", "default-deny"], facts.NetworkPolicies.Value.Select(policy => policy.Name));
        Assert.Empty(facts.NetworkPolicies.Value[1].PodSelector!.MatchLabels);
        Assert.Equal("0", facts.DisruptionBudgets.Value.Single(budget => budget.Name == "app-00000").MaxUnavailable);
        Assert.Contains(facts.Rbac.Value.Bindings, binding => binding is { Namespace: null, Name: "cluster-admin", Subjects: [{ Kind: "Group", Name: "system:masters" }] });
        Assert.Contains(facts.Rbac.Value.Roles, role => role is { Name: "admin", AggregationSelectors.Count: 1 });
        Assert.Equal("cart", facts.EndpointSlices.Value.Single(slice => slice.Namespace == "shop").ServiceName);
        Assert.Single(facts.Ingresses.Value);
        Assert.Equal(["system:masters"], facts.AwsAuth.Value.Roles[1].Groups);
    }

    [Fact]
    public async Task ReadAsync_recorded_daemon_set_gives_the_settings_of_the_vpc_cni()
    {
        await using var cluster = await StartAsync();

        var facts = await cluster.ReadAsync();

        var settings = facts.CniConfig.Value.AwsNode!;
        Assert.Equal("602401143452.dkr.ecr.us-east-1.amazonaws.com/amazon-k8s-cni:v1.20.4-eksbuild.1", settings.CniImage);
        Assert.Equal("1", settings.Environment["WARM_ENI_TARGET"]);
        Assert.Equal(["--enable-network-policy=false"], settings.NodeAgentArguments);
    }

    private static async Task<LoopbackCluster> StartAsync()
    {
        var cluster = await LoopbackCluster.StartAsync();
        foreach (var path in cluster.ListPaths.Where(path => File.Exists(Recorded(path.Split('/')[^1]))))
        {
            cluster.Handlers[path] = LoopbackCluster.Answer(await File.ReadAllTextAsync(Recorded(path.Split('/')[^1])));
        }

        var pages = new[] { await File.ReadAllTextAsync(Recorded("pods.page1")), await File.ReadAllTextAsync(Recorded("pods.page2")) };
        cluster.Handlers["/api/v1/pods"] = context => LoopbackCluster.Answer(pages[context.Request.Query["continue"].Count > 0 ? 1 : 0])(context);
        cluster.Handlers["/version"] = LoopbackCluster.Answer(await File.ReadAllTextAsync(Recorded("version")));
        cluster.Handlers["/api/v1/namespaces/kube-system/configmaps/aws-auth"] = LoopbackCluster.Answer(await File.ReadAllTextAsync(Recorded("configmap.aws-auth")));
        return cluster;
    }

    private static string Recorded(string name) => Path.Combine(AppContext.BaseDirectory, "Recorded", "kubernetes", name + ".json");
}
