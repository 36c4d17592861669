using Amazon.EKS.Model;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Eks;

/// <summary>eks:DescribeClusterVersions, once per region; the dated table when it cannot be had.</summary>
internal static class CalendarReader
{
    private const string Operation = "eks:DescribeClusterVersions";

    public static Task<Part<IReadOnlyList<VersionSupport>>> ReadAsync(ClusterScope scope, DateTimeOffset now) =>
        scope.Parts.ReadAsync(SnapshotPart.VersionCalendar, async reading =>
        {
            var published = await reading.TryAsync(token => scope.Shared.GetAsync($"calendar/{scope.Region}", read => ReadAsync(scope, read), token));
            return published ?? FallbackCalendar.At(now);
        });

    private static async Task<IReadOnlyList<VersionSupport>> ReadAsync(ClusterScope scope, CancellationToken cancellationToken)
    {
        var request = new DescribeClusterVersionsRequest { IncludeAll = true };
        var versions = await scope.Clients.Eks.Paginators.DescribeClusterVersions(request).ClusterVersions.ToListAsync(cancellationToken);
        if (versions.Count == 0)
        {
            throw new MalformedAnswerException(Operation, "versions");
        }

        return
        [
            .. versions.Where(version => version.ClusterType is null or "eks")
                .Select(FactOf)
                .OrderByDescending(version => version.Version, VersionOrder.Instance),
        ];
    }

    private static VersionSupport FactOf(ClusterVersionInformation version) => new(
        Required(TextOf(version.ClusterVersion), Operation, "version"),
        TextOf(version.VersionStatus) ?? StatusOf(TextOf(version.Status)) ?? throw new MalformedAnswerException(Operation, "status"),
        UtcOf(version.ReleaseDate),
        UtcOf(version.EndOfStandardSupportDate),
        UtcOf(version.EndOfExtendedSupportDate),
        TextOf(version.DefaultPlatformVersion),
        TextOf(version.KubernetesPatchVersion),
        version.DefaultVersion == true,
        CalendarSource.Api);

    /// <summary>The older spelling of the same: <c>standard-support</c>.</summary>
    private static string? StatusOf(string? status) => status?.Replace('-', '_').ToUpperInvariant();
}
