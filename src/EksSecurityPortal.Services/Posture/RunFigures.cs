using System.Globalization;
using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Scoring;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;

namespace EksSecurityPortal.Services.Posture;

/// <summary>What lists and overviews show of a run, computed once when it is stored.</summary>
internal sealed record RunFigures
{
    internal required RunState State { get; init; }
    internal required PostureScore Score { get; init; }
    internal required StatusCounts Outcomes { get; init; }
    internal required IReadOnlyList<ClusterCheckEntity> Checks { get; init; }
    internal required IReadOnlyList<ClusterAreaEntity> Areas { get; init; }
    internal required IReadOnlyList<ClusterPartEntity> Parts { get; init; }
    internal required IReadOnlyList<ClusterGapEntity> Gaps { get; init; }
    internal required IReadOnlyList<StoredPart> StoredParts { get; init; }

    internal static RunFigures Of(ClaimedRun run, ClusterSnapshot snapshot, IReadOnlyList<CheckOutcome> outcomes, CheckBook book)
    {
        var parts = Enum.GetValues<SnapshotPart>().Select(part => (Part: part, State: snapshot[part])).ToList();
        var checks = outcomes.GroupBy(outcome => outcome.CheckId, StringComparer.Ordinal).Select(check => Check(run, check.Key, book.AreaOf(check.Key), [.. check])).ToList();
        return new()
        {
            State = parts.Any(part => part.State.Gaps.Any(IsHole)) ? RunState.Partial : RunState.Succeeded,
            Score = PostureScore.Of(outcomes),
            Outcomes = new(checks.Sum(check => check.Passed), checks.Sum(check => check.Failed), checks.Sum(check => check.NotApplicable), checks.Sum(check => check.Unknown)),
            Checks = checks,
            Areas = outcomes.GroupBy(outcome => book.AreaOf(outcome.CheckId)).Select(area => Area(run, area.Key, area)).ToList(),
            Parts = parts.Select(part => Part(run, part.Part, part.State, snapshot.CollectedAt)).ToList(),
            Gaps = parts.SelectMany(part => part.State.Gaps.Select(gap => Gap(run, part.Part, gap, UnknownChecks(part.Part, checks, book)))).ToList(),
            StoredParts = parts.Select(part => new StoredPart(part.Part, part.State.IsPresent, part.State.Gaps.Count, part.State.Gaps.Select(gap => (GapReason?)gap.Reason).FirstOrDefault())).ToList(),
        };
    }

    internal void CopyTo(ClusterEntity cluster, ClusterSnapshot snapshot)
    {
        var control = snapshot.Eks.ControlPlane.Facts;
        var support = snapshot.Eks.VersionCalendar.Facts?.FirstOrDefault(version => version.Version == control?.Version);
        cluster.Version = control?.Version ?? cluster.Version;
        cluster.VersionOrder = VersionOrder(cluster.Version);
        cluster.Status = control?.Status ?? cluster.Status;
        cluster.EndpointPublic = control is null ? cluster.EndpointPublic : control.EndpointPublicAccess;
        cluster.VersionStatus = support?.Status ?? cluster.VersionStatus;
        cluster.SupportEndsAt = support is null ? cluster.SupportEndsAt : SupportEnd(support);
        cluster.NodeCount = snapshot.Kubernetes.Nodes.Facts?.Count;
        cluster.PodCount = snapshot.Kubernetes.Workloads.Facts?.Sum(workload => workload.PodCount);
        cluster.KubernetesReachable = snapshot.Kubernetes.Version.IsPresent || snapshot.Kubernetes.Nodes.IsPresent || snapshot.Kubernetes.Namespaces.IsPresent;
        cluster.Score = Score.Score;
        cluster.Coverage = Score.Coverage;
        cluster.Passed = Outcomes.Pass;
        cluster.Failed = Outcomes.Fail;
        cluster.NotApplicable = Outcomes.NotApplicable;
        cluster.Unknown = Outcomes.Unknown;
        cluster.PartsTotal = Parts.Count;
        cluster.PartsRead = Parts.Count(part => part.IsPresent);
        cluster.GapCount = Parts.Count(part => part.Gaps > 0);
    }

    /// <summary>
    /// What an API does not have at all (a new operation in an older region) is shown as a gap, but nobody can mend it: it does not make each
    /// run of the cluster partial for ever.
    /// </summary>
    private static bool IsHole(PartGap gap) => gap.Reason != GapReason.Unsupported;

    private static DateTimeOffset? SupportEnd(VersionSupport support) =>
        support.Status == "EXTENDED_SUPPORT" ? support.ExtendedSupportEndsAt : support.StandardSupportEndsAt;

    private static int? VersionOrder(string? version) =>
        version?.Split('.') is [var major, var minor, ..]
        && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? (first * 1000) + second
            : null;

    private static ClusterCheckEntity Check(ClaimedRun run, string id, CheckArea area, List<CheckOutcome> outcomes) => new()
    {
        ClusterId = run.ClusterId,
        CheckId = id,
        Area = area,
        Severity = outcomes.Max(outcome => outcome.Severity),
        Passed = outcomes.Count(outcome => outcome.Status == CheckStatus.Pass),
        Failed = outcomes.Count(outcome => outcome.Status == CheckStatus.Fail),
        NotApplicable = outcomes.Count(outcome => outcome.Status == CheckStatus.NotApplicable),
        Unknown = outcomes.Count(outcome => outcome.Status == CheckStatus.Unknown),
    };

    private static ClusterAreaEntity Area(ClaimedRun run, CheckArea area, IEnumerable<CheckOutcome> outcomes)
    {
        var score = PostureScore.Of(outcomes);
        return new() { ClusterId = run.ClusterId, Area = area, Score = score.Score, Coverage = score.Coverage };
    }

    private static ClusterPartEntity Part(ClaimedRun run, SnapshotPart part, IPart state, DateTimeOffset at) =>
        new() { ClusterId = run.ClusterId, Part = part, IsPresent = state.IsPresent, Gaps = state.Gaps.Count, At = at };

    private static ClusterGapEntity Gap(ClaimedRun run, SnapshotPart part, PartGap gap, IReadOnlyList<string> unknownChecks) => new()
    {
        ClusterId = run.ClusterId,
        Part = part,
        Reason = gap.Reason,
        Operation = StoredText.Clean(gap.Operation, 200),
        Detail = StoredText.Clean(gap.Detail, 500),
        Grant = gap.Grant is null ? null : StoredText.Clean(gap.Grant, 300),
        Subject = gap.Subject is null ? null : StoredText.Clean(gap.Subject, 500),
        UnknownCheckIds = unknownChecks,
    };

    private static List<string> UnknownChecks(SnapshotPart part, List<ClusterCheckEntity> checks, CheckBook book) =>
        [.. checks.Where(check => check.Unknown > 0 && book.Find(check.CheckId) is { } known && (known.Requires.Contains(part) || known.Consults.Contains(part))).Select(check => check.CheckId)];
}
