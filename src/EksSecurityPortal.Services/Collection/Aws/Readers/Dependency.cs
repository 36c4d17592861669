using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Aws.Readers;

/// <summary>Words for a part that needs another one which is missing.</summary>
internal static class Dependency
{
    /// <summary>The cause's own gap, so that the grant which unlocks both is named with each.</summary>
    public static PartGap Of(SnapshotPart cause, IPart part)
    {
        var gap = part.Gaps[0];
        return gap with { Detail = Reading.AwsGaps.Text($"Needs {cause}, which could not be read. {gap.Detail}"), Subject = null };
    }
}
