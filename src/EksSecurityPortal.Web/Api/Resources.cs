using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Queries;

namespace EksSecurityPortal.Web.Api;

/// <summary>An account as the API shows it. The external id is left out: it is configuration to keep to oneself.</summary>
public sealed record AccountResource(
    string Id, string Name, string? RoleArn, IReadOnlyList<string> Regions, bool Enabled, bool Declared, int Clusters, SeverityCounts OpenFindings,
    DateTimeOffset? LastEnteredAt, GapResource? LastRefusal)
{
    internal static AccountResource From(AccountRow row) => new(
        row.AccountId, row.Name, row.RoleArn, row.Regions, row.IsEnabled, row.IsDeclared, row.ClusterCount, row.Open, row.LastEnteredAt,
        row.LastRefusal is null ? null : GapResource.From(row.LastRefusal));
}

/// <summary>What could not be read, why, and the grant that would unlock it.</summary>
public sealed record GapResource(string Reason, string Operation, string Detail, string? Grant, string? Subject)
{
    internal static GapResource From(PartGap gap) => new(gap.Reason.ToString(), gap.Operation, gap.Detail, gap.Grant, gap.Subject);
}

public sealed record ClusterResource(
    string Arn, string AccountId, string Region, string Name, string? Version, string? VersionStatus, DateTimeOffset? SupportEndsAt, string? Status, int? Nodes, int? Pods,
    double? Score, double? Coverage, SeverityCounts OpenFindings, StatusCounts Outcomes, DateTimeOffset? CollectedAt, DateTimeOffset? LastAttemptAt, string? LastError,
    int Gaps, bool KubernetesReachable, bool Gone)
{
    internal static ClusterResource From(ClusterRow row) => new(
        row.Arn, row.AccountId, row.Region, row.Name, row.Version, row.VersionStatus, row.SupportEndsAt, row.Status, row.NodeCount, row.PodCount, row.Score, row.Coverage, row.Open,
        row.Outcomes, row.LastCollectedAt, row.LastAttemptAt, row.LastError, row.GapCount, row.KubernetesReachable, row.IsGone);
}

public sealed record AuditResource(
    Guid Id, string State, string Origin, string Scope, DateTimeOffset RequestedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, int ClustersTotal, int ClustersDone,
    int ClustersFailed, int Opened, int Reopened, int Resolved, string? Error, IReadOnlyList<AuditGapResource> Gaps, IReadOnlyList<RunResource>? Runs)
{
    internal static AuditResource From(AuditRow row, IReadOnlyList<RunRow>? runs = null) => new(
        row.Id, row.State.ToString(), row.Origin, row.ScopeText, row.RequestedAt, row.StartedAt, row.FinishedAt, row.ClustersTotal, row.ClustersDone, row.ClustersFailed,
        row.Opened, row.Reopened, row.Resolved, row.Error, [.. row.Gaps.Select(gap => new AuditGapResource(gap.AccountId, gap.Region, GapResource.From(gap.Gap)))],
        runs is null ? null : [.. runs.Select(RunResource.From)]);
}

public sealed record AuditGapResource(string AccountId, string? Region, GapResource Gap);

public sealed record RunResource(
    Guid Id, string ClusterArn, string State, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, int PartsTotal, int PartsDone, int Gaps, double? Score, double? Coverage,
    int Opened, int Reopened, int Resolved, string? Error, int Attempt)
{
    internal static RunResource From(RunRow row) => new(
        row.Id, row.ClusterArn, row.State.ToString(), row.StartedAt, row.FinishedAt, row.PartsTotal, row.PartsDone, row.GapCount, row.Score, row.Coverage, row.Opened, row.Reopened,
        row.Resolved, row.Error, row.Attempt);
}

public sealed record FindingResource(
    string Id, string CheckId, string Title, string Area, string Severity, string State, string AccountId, string Region, string ClusterArn, string ResourceKind, string ResourceKey,
    string? Namespace, string Summary, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt, DateTimeOffset? ResolvedAt, int TimesSeen)
{
    internal static FindingResource From(FindingRow row) => new(
        row.Id, row.CheckId, row.CheckTitle, row.Area.ToString(), row.Severity.ToString(), row.State.ToString(), row.AccountId, row.Region, row.ClusterArn, row.ResourceKind,
        row.ResourceKey, row.Namespace, row.Summary, row.FirstSeenAt, row.LastSeenAt, row.ResolvedAt, row.TimesSeen);
}

public sealed record FindingDetailResource(
    FindingResource Finding, IReadOnlyList<EvidenceResource> Evidence, string? Risk, string? Remediation, string? Command, string? Manifest, IReadOnlyList<string> References,
    IReadOnlyList<string> Mappings, IReadOnlyList<FindingEvent> History, string? NotAssessedReason)
{
    internal static FindingDetailResource From(FindingDetail detail) => new(
        FindingResource.From(detail.Row), [.. detail.Evidence.Select(item => new EvidenceResource(item.Field, item.Value))], detail.Check?.Risk, detail.Check?.Remediation.Summary,
        detail.FilledCommand, detail.FilledManifest, detail.Check?.References ?? [], detail.Check?.Mappings ?? [], detail.History, detail.NotAssessedReason);
}

public sealed record EvidenceResource(string Field, string Value);

public sealed record CoverageResource(string AccountId, string Region, string ClusterArn, string Part, GapResource Gap, DateTimeOffset At, IReadOnlyList<string> UnknownChecks)
{
    internal static CoverageResource From(CoverageRow row) => new(row.AccountId, row.Region, row.ClusterArn, row.Part.ToString(), GapResource.From(row.Gap), row.At, row.UnknownCheckIds);
}

/// <summary>What to audit; missing or empty lists mean all.</summary>
public sealed record StartAuditRequest(IReadOnlyList<string>? AccountIds, IReadOnlyList<string>? Regions, IReadOnlyList<string>? ClusterArns);
