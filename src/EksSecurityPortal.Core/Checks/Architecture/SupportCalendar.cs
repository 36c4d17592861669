using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Architecture;

/// <summary>Where a minor stands in EKS's support.</summary>
internal enum SupportStage
{
    Unknown,
    Standard,
    Extended,
    Unsupported,
}

/// <summary>Reads the version calendar of a snapshot.</summary>
internal static class SupportCalendar
{
    internal static VersionSupport? Find(ClusterSnapshot snapshot, string version) =>
        snapshot.Eks.VersionCalendar.Value.Where(entry => entry.Version == version).OrderBy(entry => entry.Source).FirstOrDefault();

    /// <summary>The API's status counts; a status of the fallback table is as old as the table, so its dates count there, and wherever the status says nothing.</summary>
    internal static SupportStage StageOf(VersionSupport support, DateTimeOffset now) => (support.Source, support.Status) switch
    {
        (CalendarSource.Api, "STANDARD_SUPPORT") => SupportStage.Standard,
        (CalendarSource.Api, "EXTENDED_SUPPORT") => SupportStage.Extended,
        (CalendarSource.Api, "UNSUPPORTED") => SupportStage.Unsupported,
        _ => (support.StandardSupportEndsAt, support.ExtendedSupportEndsAt) switch
        {
            ({ } standard, _) when now < standard => SupportStage.Standard,
            (_, { } extended) when now >= extended => SupportStage.Unsupported,
            ({ }, { }) => SupportStage.Extended,
            _ => SupportStage.Unknown,
        },
    };

    internal static IReadOnlyList<Evidence> Describe(VersionSupport support) =>
    [
        new("clusterVersions[].versionStatus", support.Status),
        new("clusterVersions[].endOfStandardSupportDate", EvidenceValue.Of(support.StandardSupportEndsAt)),
        new("clusterVersions[].endOfExtendedSupportDate", EvidenceValue.Of(support.ExtendedSupportEndsAt)),
        new("calendar", support.Source == CalendarSource.Api ? "eks:DescribeClusterVersions" : "fallback calendar of the portal"),
    ];
}
