using Xunit;

namespace EksSecurityPortal.Sandbox.Tests;

public sealed class EstateGeneratorTests
{
    private static readonly GeneratorOptions Small = new() { Accounts = 2, Clusters = 6, Nodes = 9, Pods = 250, Roles = 12 };

    [Fact]
    public void Generate_makes_the_size_asked_for()
    {
        var estate = EstateGenerator.Generate(Small, DemoSandbox.Now);

        Assert.Equal(2, estate.Accounts.Count);
        Assert.Equal(6, estate.Clusters.Count());
        Assert.All(estate.Clusters, cluster => Assert.Equal(9, cluster.Kubernetes.Nodes.Count));
        Assert.All(estate.Clusters, cluster => Assert.Equal(250, cluster.Kubernetes.PodCount));
        Assert.All(estate.Accounts, account => Assert.True(account.Identity.Roles.Count >= 12));
        Assert.Equal(6, estate.Clusters.Select(cluster => cluster.Arn).Distinct().Count());
    }

    [Fact]
    public void Generate_same_seed_gives_the_same_estate_and_another_seed_another()
    {
        string Print(int seed) => string.Join('\n', EstateGenerator.Generate(Small with { Seed = seed }, DemoSandbox.Now).Clusters
            .Select(cluster => $"{cluster.Arn} {cluster.Version} {cluster.DeletionProtection} {string.Join(',', cluster.Nodegroups.Select(group => group.ReleaseVersion))} {string.Join(',', cluster.Kubernetes.Workloads.Select(workload => workload.Name + workload.Replicas))}"));

        Assert.Equal(Print(1), Print(1));
        Assert.NotEqual(Print(1), Print(2));
    }

    [Fact]
    public void Generate_impossible_sizes_names_every_problem()
    {
        var refusal = Assert.Throws<ArgumentException>(() => EstateGenerator.Generate(new GeneratorOptions { Accounts = 0, Nodes = 0 }, DemoSandbox.Now));

        Assert.Contains("accounts must be", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("nodes must be", refusal.Message, StringComparison.Ordinal);
    }
}
