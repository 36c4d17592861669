using Amazon;

namespace EksSecurityPortal.Services.Collection.Aws;

/// <summary>The regions that the AWS SDK in use knows, of all partitions.</summary>
public static class KnownRegions
{
    private static readonly Dictionary<string, string> Partitions = RegionEndpoint.EnumerableAllRegions
        .ToDictionary(region => region.SystemName, region => region.PartitionName, StringComparer.Ordinal);

    /// <summary>Ordered by code.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Partitions.Keys.Order(StringComparer.Ordinal)];

    public static bool Contains(string region) => Partitions.ContainsKey(region);

    /// <summary>aws, aws-cn, aws-us-gov, …; null for an unknown region.</summary>
    public static string? PartitionOf(string region) => Partitions.GetValueOrDefault(region);

    /// <summary>Known codes of the same place, to name in a refusal.</summary>
    public static IReadOnlyList<string> Near(string region)
    {
        var place = region.Split('-')[0];
        return [.. All.Where(known => place.Length > 0 && known.StartsWith(place + "-", StringComparison.Ordinal)).Take(8)];
    }
}
