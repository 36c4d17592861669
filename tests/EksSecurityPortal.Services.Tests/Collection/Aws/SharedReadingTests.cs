using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws;

public sealed class SharedReadingTests
{
    [Fact]
    public async Task CollectAsync_of_all_clusters_of_an_account_reads_shared_answers_once()
    {
        await using var bench = await SandboxCollection.StartAsync();
        var account = bench.Sandbox.Estate.Accounts.MaxBy(candidate => candidate.Regions.Sum(region => region.Clusters.Count))!;
        await using var session = await bench.OpenAsync(account);
        var clusters = (await session.FindClustersAsync(CancellationToken.None)).Clusters;
        Assert.True(clusters.Count > 1);

        await Task.WhenAll(clusters.Select(cluster => session.CollectAsync(cluster, new SandboxCollection.Progress(), CancellationToken.None)));

        var regions = clusters.Select(cluster => cluster.Region).Distinct().Count();
        var requests = bench.Ledger.Counts.GroupBy(count => count.Operation).ToDictionary(group => group.Key, group => group.Sum(count => count.Requests));
        Assert.Equal(1, requests["iam:GetAccountAuthorizationDetails"]);
        Assert.Equal(1, requests["sts:AssumeRole"]);
        Assert.Equal(regions, requests["autoscaling:DescribeAutoScalingGroups"]);
        Assert.Equal(regions, requests["eks:DescribeClusterVersions"]);
        Assert.Equal(regions, requests["elasticloadbalancing:DescribeLoadBalancers"]);
    }

    [Fact]
    public async Task CollectAsync_with_slow_answers_keeps_to_the_rate()
    {
        await using var bench = await SandboxCollection.StartAsync(("Collection:CallsPerSecond", "40"), ("Collection:CallBurst", "1"), ("Collection:ConcurrentCallsPerService", "2"));

        var snapshot = await bench.CollectAsync("edge-private");

        Assert.True(snapshot.Eks.ControlPlane.IsPresent);
        var byService = bench.Sandbox.Requests.Entries.Where(entry => entry.Service == "eks").Select(entry => entry.Time).Order().ToList();
        var span = byService[^1] - byService[0];
        Assert.True(byService.Count - 1 <= (span.TotalSeconds * 40) + 2, $"{byService.Count} calls in {span}");
    }
}
