using System.Collections.Concurrent;
using Amazon.EC2.Model;
using Amazon.EKS.Model;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Readers;
using EksSecurityPortal.Services.Collection.Aws.Reading;

namespace EksSecurityPortal.Services.Collection.Aws;

/// <summary>Looks for clusters in the chosen regions, or in all that are enabled in the account.</summary>
internal sealed class ClusterFinder(AccountSession session, IReadOnlyList<string> chosen, TimeSpan deadline, TimeProvider time)
{
    private const int RegionsAtOnce = 8;

    private readonly ConcurrentQueue<PartGap> _gaps = new();

    /// <summary>Regions and clusters ordered by name; a region that refuses is a gap with its name, and the others are still looked into.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ClusterDiscovery> FindAsync(CancellationToken cancellationToken)
    {
        var regions = chosen.Count > 0 ? OfPartition() : await TryAsync("", FindRegionsAsync, cancellationToken);
        var clusters = new ConcurrentQueue<ClusterRef>();
        await Parallel.ForEachAsync(regions, new ParallelOptions { MaxDegreeOfParallelism = RegionsAtOnce, CancellationToken = cancellationToken }, async (region, token) =>
        {
            foreach (var name in await TryAsync(region, both => FindNamesAsync(region, both), token))
            {
                clusters.Enqueue(new ClusterRef(session.Partition, session.AccountId, region, name));
            }
        });
        return new ClusterDiscovery(
            regions,
            [.. clusters.OrderBy(cluster => cluster.Region, StringComparer.Ordinal).ThenBy(cluster => cluster.Name, StringComparer.Ordinal)],
            [.. _gaps.OrderBy(gap => gap.Subject, StringComparer.Ordinal)]);
    }

    private IReadOnlyList<string> OfPartition()
    {
        var (own, foreign) = (chosen.Where(IsOwn).ToList(), chosen.Where(region => !IsOwn(region)).ToList());
        foreach (var region in foreign)
        {
            _gaps.Enqueue(new PartGap(GapReason.NotCollected, "", $"Region {region} is not in partition {session.Partition}, which the account belongs to; correct the account's regions.", null, region));
        }

        return [.. own.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private bool IsOwn(string region) => RegionCode.PartitionOf(region) == session.Partition;

    private async Task<IReadOnlyList<string>> FindRegionsAsync(CancellationToken cancellationToken)
    {
        var answer = await session.ClientsOf(session.HomeRegion).Ec2.DescribeRegionsAsync(new DescribeRegionsRequest { AllRegions = false }, cancellationToken);
        return [.. SdkValues.ListOf(answer.Regions?.Select(region => region.RegionName)).Where(region => RegionCode.IsWellFormed(region) && IsOwn(region)).Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> FindNamesAsync(string region, CancellationToken cancellationToken)
    {
        var names = session.ClientsOf(region).Eks.Paginators.ListClusters(new ListClustersRequest()).Clusters;
        return await names.ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> TryAsync(string region, Func<CancellationToken, Task<IReadOnlyList<string>>> find, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            return await find(both.Token);
        }
        catch (Exception exception) when (AwsGaps.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
        {
            _gaps.Enqueue(AwsGaps.Of(exception, region));
            return [];
        }
    }
}
