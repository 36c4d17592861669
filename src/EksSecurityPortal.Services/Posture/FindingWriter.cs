using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Carries the changes of one run over to the stored findings, within the caller's transaction.</summary>
internal sealed class FindingWriter(PortalDbContext db, ClaimedRun run, DateTimeOffset at, CheckBook checks)
{
    internal const int MaxSummary = 1000;
    private const int MaxName = 500;

    /// <summary>Rows per statement; below every provider's limit of parameters.</summary>
    private const int Batch = 500;

    internal static async Task<IReadOnlyList<KnownFinding>> ReadKnownAsync(PortalDbContext db, int clusterId, CancellationToken cancellationToken) => await db.Findings
        .AsNoTracking()
        .Where(finding => finding.ClusterId == clusterId)
        .Select(finding => new KnownFinding(finding.Id, finding.CheckId, finding.ResourceKind, finding.ResourceKey, finding.State, finding.Severity, finding.Fingerprint))
        .ToListAsync(cancellationToken);

    internal async Task WriteAsync(IReadOnlyList<FindingChange> changes, CancellationToken cancellationToken)
    {
        var byKind = changes.ToLookup(change => change.Kind);
        await StillOpenAsync([.. byKind[FindingChangeKind.StillOpen].Select(change => change.FindingId)], cancellationToken);
        await db.AddAllAsync([.. byKind[FindingChangeKind.Opened].Select(change => Open(change.FindingId, Outcome(change)))], cancellationToken);
        await ResolveAsync([.. byKind[FindingChangeKind.Resolved].Select(change => change.FindingId)], cancellationToken);
        await NotAssessedAsync(byKind[FindingChangeKind.NotAssessed], cancellationToken);
        await ChangeAsync(
            [.. byKind[FindingChangeKind.Reopened], .. byKind[FindingChangeKind.SeverityChanged], .. byKind[FindingChangeKind.EvidenceChanged]], cancellationToken);
        var events = changes.Where(change => change.Kind is not (FindingChangeKind.StillOpen or FindingChangeKind.NotAssessed)).Select(Event).ToList();
        await db.AddAllAsync(events, cancellationToken);
    }

    private static CheckOutcome Outcome(FindingChange change) => change.Outcome ?? throw new InvalidOperationException($"A {change.Kind} without its outcome.");

    private async Task StillOpenAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(Batch))
        {
            await db.Findings.Where(finding => chunk.Contains(finding.Id)).ExecuteUpdateAsync(
                set => set
                    .SetProperty(finding => finding.LastSeenAt, at)
                    .SetProperty(finding => finding.TimesSeen, finding => finding.TimesSeen + 1)
                    .SetProperty(finding => finding.NotAssessedReason, (string?)null),
                cancellationToken);
        }
    }

    private async Task ResolveAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(Batch))
        {
            await db.Findings.Where(finding => chunk.Contains(finding.Id)).ExecuteUpdateAsync(
                set => set
                    .SetProperty(finding => finding.State, FindingState.Resolved)
                    .SetProperty(finding => finding.ResolvedAt, at)
                    .SetProperty(finding => finding.NotAssessedReason, (string?)null),
                cancellationToken);
        }
    }

    /// <summary>Few different reasons for many findings: one statement per reason and batch.</summary>
    private async Task NotAssessedAsync(IEnumerable<FindingChange> changes, CancellationToken cancellationToken)
    {
        foreach (var reason in changes.GroupBy(change => StoredText.Clean(change.Text, MaxSummary), StringComparer.Ordinal))
        {
            foreach (var chunk in reason.Select(change => change.FindingId).Chunk(Batch))
            {
                await db.Findings.Where(finding => chunk.Contains(finding.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(finding => finding.NotAssessedReason, reason.Key), cancellationToken);
            }
        }
    }

    private async Task ChangeAsync(IReadOnlyList<FindingChange> changes, CancellationToken cancellationToken)
    {
        foreach (var chunk in changes.Chunk(Batch))
        {
            var byId = chunk.ToDictionary(change => change.FindingId, Outcome, StringComparer.Ordinal);
            var ids = byId.Keys.ToArray();
            foreach (var finding in await db.Findings.Where(finding => ids.Contains(finding.Id)).ToListAsync(cancellationToken))
            {
                Describe(finding, byId[finding.Id]);
                finding.State = FindingState.Open;
                finding.ResolvedAt = null;
                finding.LastSeenAt = at;
                finding.TimesSeen++;
                finding.NotAssessedReason = null;
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private FindingEntity Open(string id, CheckOutcome outcome)
    {
        var finding = new FindingEntity
        {
            Id = id,
            ClusterId = run.ClusterId,
            AccountId = run.Cluster.AccountId,
            Region = run.Cluster.Region,
            ClusterName = run.Cluster.Name,
            CheckId = outcome.CheckId,
            Area = checks.AreaOf(outcome.CheckId),
            State = FindingState.Open,
            FirstSeenAt = at,
            LastSeenAt = at,
            TimesSeen = 1,
            ResourceKind = StoredText.Clean(outcome.Resource.Kind, MaxName),
            ResourceKey = StoredText.Clean(outcome.Resource.Key, MaxName),
            Fingerprint = "",
            ResourceName = "",
            SearchText = "",
            Summary = "",
            EvidenceJson = "[]",
        };
        Describe(finding, outcome);
        return finding;
    }

    private void Describe(FindingEntity finding, CheckOutcome outcome)
    {
        finding.Severity = outcome.Severity;
        finding.Fingerprint = FindingReconciler.Fingerprint(outcome);
        finding.ResourceName = StoredText.Clean(outcome.Resource.DisplayName, MaxName);
        finding.Namespace = outcome.Resource.Namespace is null ? null : StoredText.Clean(outcome.Resource.Namespace, MaxName);
        finding.Summary = StoredText.Clean(outcome.Summary, MaxSummary);
        finding.EvidenceJson = StoredJson.Write(OutcomeSets.Bound(outcome.Evidence));
        finding.SearchText = string.Join(
            '\n', finding.ResourceName, finding.ResourceKey, finding.ClusterName, outcome.CheckId, checks.Find(outcome.CheckId)?.Title).ToLowerInvariant();
    }

    private FindingEventEntity Event(FindingChange change) => new()
    {
        FindingId = change.FindingId,
        AuditId = run.AuditId,
        At = at,
        Kind = change.Kind.ToString(),
        Text = StoredText.Clean(change.Text, MaxSummary),
    };
}
