using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Patching;

namespace EksSecurityPortal.Core.Checks.Patching;

/// <summary>A check of how far the images of a pool are behind the newest release of their family: more than 14 days is medium, more than 30 high.</summary>
public abstract class ReleaseLagCheck : NodePoolCheck
{
    /// <summary>Days behind that are still fine: releases come weekly and are rolled out in waves.</summary>
    public const int ToleratedDays = 14;

    /// <summary>Days behind from which it is urgent.</summary>
    public const int UrgentDays = 30;

    public override CheckArea Area => CheckArea.Patching;

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.LatestImages];

    public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.NodeGroups, SnapshotPart.Instances, SnapshotPart.Images, SnapshotPart.Nodes];

    /// <summary>Families that the check judges.</summary>
    private protected abstract IReadOnlyList<ImageFamily> Families { get; }

    /// <summary>Why pools of other families are none of its business.</summary>
    private protected abstract string OtherFamilies { get; }

    private protected sealed override Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot)
    {
        var published = snapshot.Compute.LatestImages.Value;
        return (pool, resource) =>
            pool.IsOperatedByAws ? NotApplicable(resource, pool.Kind == NodePoolKind.Fargate ? "AWS patches what runs below Fargate pods; a pod takes it over when it restarts." : "AWS chooses and patches the images of Auto Mode nodes and replaces them within 21 days.")
            : pool.Kind == NodePoolKind.Hybrid ? NotApplicable(resource, "The operating system of hybrid nodes is its owner's.")
            : pool.Images.Count == 0 ? Empty(pool, resource)
            : Judge(pool, resource, published);
    }

    private CheckOutcome Empty(NodePool pool, ResourceRef resource) =>
        pool.UnreadParts.Count > 0 ? Unknown(resource, $"No image of the pool was read; missing: {OutcomeText.List(pool.UnreadParts.Select(part => part.ToString()))}.") : NotApplicable(resource, "The pool has no nodes.");

    private CheckOutcome Judge(NodePool pool, ResourceRef resource, IReadOnlyList<LatestImage> published)
    {
        var lags = pool.Images.Where(image => Families.Contains(image.Family)).Select(image => ReleaseLag.Of(image, published)).ToList();
        var unread = pool.Images.Where(image => image.Family == ImageFamily.Unknown).ToList();
        List<Evidence> evidence = [.. lags.Select(lag => new Evidence($"{lag.Image.ImageId ?? "release"} on {OutcomeText.Count(lag.Image.Count, "node")}: {lag.Image.AmiType}, Kubernetes {lag.Image.KubernetesVersion}", lag.ToString()))];
        var behind = lags.Where(lag => Grade(lag) > 0).OrderByDescending(Grade).ThenByDescending(lag => lag.DaysBehind ?? 0).ToList();
        if (behind.Count > 0)
        {
            var worst = behind[0];
            var by = worst.DaysBehind is { } days ? OutcomeText.Count(days, "day") : OutcomeText.Count(worst.ReleasesBehind ?? 0, "minor release");
            return Fail(Grade(worst) > 1 ? Severity.High : Severity.Medium, resource,
                $"{OutcomeText.Count(behind.Sum(lag => lag.Image.Count), "node")} of {pool.Images.Sum(image => image.Count)} run an image up to {by} behind {worst.Latest?.ReleaseVersion}.", evidence);
        }

        var open = lags.Find(lag => lag.Standing == ReleaseStanding.Unknown);
        if (open is not null || unread.Count > 0)
        {
            return Unknown(resource, open?.Reason ?? $"The image of {OutcomeText.Count(unread.Sum(image => image.Count), "node")} was not read.", evidence);
        }

        return lags.Count == 0 ? NotApplicable(resource, OtherFamilies)
            : lags.TrueForAll(lag => lag.Standing == ReleaseStanding.NotComparable) ? NotApplicable(resource, lags[0].Reason ?? OtherFamilies, evidence)
            : Pass(resource, $"The images are at most {ToleratedDays} days behind the newest release.", evidence);
    }

    /// <summary>0 fine, 1 warn, 2 urgent. Bottlerocket releases come every two to four weeks: where no day is known, two minors behind are more than a month.</summary>
    private static int Grade(ReleaseLag lag) => (lag.Standing, lag.DaysBehind, lag.ReleasesBehind) switch
    {
        (ReleaseStanding.Behind, { } days, _) => days > UrgentDays ? 2 : days > ToleratedDays ? 1 : 0,
        (ReleaseStanding.Behind, null, { } releases) => releases >= 2 ? 2 : 1,
        (ReleaseStanding.Behind, null, null) => 2,
        _ => 0,
    };
}
