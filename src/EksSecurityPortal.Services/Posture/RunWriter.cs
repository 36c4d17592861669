using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Scoring;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Posture;

/// <summary>The run was ended or taken over by another process while this one worked on it.</summary>
internal sealed class ClaimLostException() : Exception("The run was ended or taken over by another process.");

/// <summary>What a run changed.</summary>
internal sealed record WrittenRun(RunState State, int Outcomes, int Opened, int Reopened, int Resolved);

/// <summary>
/// Checks and stores a collected run: snapshot, outcomes, findings, score and figures in one transaction, so that a process killed at any moment leaves
/// whole runs only. Everything heavy (compression, comparison) happens before the transaction.
/// </summary>
internal sealed class RunWriter(IDbContextFactory<PortalDbContext> contexts, CheckBook checks, TimeProvider clock)
{
    /// <exception cref="ClaimLostException">The run is no longer this process's to write; nothing was written.</exception>
    internal async Task<WrittenRun> WriteAsync(ClaimedRun run, ClusterSnapshot snapshot, CancellationToken cancellationToken)
    {
        var outcomes = checks.Run(snapshot);
        var packed = SnapshotSerializer.Pack(snapshot);
        var sets = OutcomeSets.Pack(run, outcomes, checks);
        var figures = RunFigures.Of(run, snapshot, outcomes, checks);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await FindingWriter.ReadKnownAsync(db, run.ClusterId, cancellationToken);
        var changes = FindingReconciler.Reconcile(snapshot.Cluster.Arn, known, outcomes, RetiredChecks.Ids.Contains);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await HoldAsync(db, run, cancellationToken);
        var snapshotId = await WriteSnapshotAsync(db, run, snapshot, packed, cancellationToken);
        await ReplaceFiguresAsync(db, run, sets, figures, snapshot.CollectedAt, cancellationToken);
        await new FindingWriter(db, run, snapshot.CollectedAt, checks).WriteAsync(changes, cancellationToken);
        var written = new WrittenRun(
            figures.State,
            outcomes.Count,
            changes.Count(change => change.Kind == FindingChangeKind.Opened),
            changes.Count(change => change.Kind == FindingChangeKind.Reopened),
            changes.Count(change => change.Kind == FindingChangeKind.Resolved));
        await UpdateRunAsync(db, run, figures, snapshotId, snapshot.CollectedAt, written, cancellationToken);
        await UpdateClusterAsync(db, run, snapshot, figures, snapshotId, cancellationToken);
        db.ScorePoints.Add(new ScorePointEntity { ClusterId = run.ClusterId, At = snapshot.CollectedAt, Score = figures.Score.Score, Coverage = figures.Score.Coverage });
        await db.SaveChangesAsync(cancellationToken);

        // from here on the run is stored; a token that is cancelled now must not make it look otherwise
        await transaction.CommitAsync(CancellationToken.None);
        return written;
    }

    /// <summary>Locks the rows of run and cluster for this transaction and makes sure that both are still this process's.</summary>
    private static async Task HoldAsync(PortalDbContext db, ClaimedRun run, CancellationToken cancellationToken)
    {
        var freed = await RunClaims.FreeAsync(db, run.RunId, cancellationToken);
        var held = await db.Runs
            .Where(row => row.Id == run.RunId && row.State == RunState.Running && row.Attempt == run.Attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeartbeatAt, row => row.HeartbeatAt), cancellationToken);
        if (freed != 1 || held != 1)
        {
            throw new ClaimLostException();
        }
    }

    /// <summary>The id of the stored snapshot; equal content is stored once.</summary>
    private async Task<long> WriteSnapshotAsync(PortalDbContext db, ClaimedRun run, ClusterSnapshot snapshot, PackedJson packed, CancellationToken cancellationToken)
    {
        var known = await db.Snapshots
            .Where(row => row.ClusterId == run.ClusterId && row.ContentHash == packed.Hash)
            .Select(row => (long?)row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            return id;
        }

        var stored = new SnapshotEntity
        {
            ClusterId = run.ClusterId,
            ContentHash = packed.Hash,
            Format = snapshot.Format,
            StoredAt = clock.GetUtcNow(),
            PlainBytes = packed.PlainBytes,
            Content = packed.Content,
        };
        db.Snapshots.Add(stored);
        await db.SaveChangesAsync(cancellationToken);
        return stored.Id;
    }

    private static async Task ReplaceFiguresAsync(
        PortalDbContext db, ClaimedRun run, IReadOnlyList<OutcomeSetEntity> sets, RunFigures figures, DateTimeOffset collectedAt, CancellationToken cancellationToken)
    {
        var lastRead = await db.ClusterParts.Where(part => part.ClusterId == run.ClusterId)
            .ToDictionaryAsync(part => part.Part, part => part.LastReadAt, cancellationToken);
        db.ChangeTracker.Clear();
        await db.OutcomeSets.Where(set => set.ClusterId == run.ClusterId).ExecuteDeleteAsync(cancellationToken);
        await db.ClusterChecks.Where(check => check.ClusterId == run.ClusterId).ExecuteDeleteAsync(cancellationToken);
        await db.ClusterAreas.Where(area => area.ClusterId == run.ClusterId).ExecuteDeleteAsync(cancellationToken);
        await db.ClusterParts.Where(part => part.ClusterId == run.ClusterId).ExecuteDeleteAsync(cancellationToken);
        await db.ClusterGaps.Where(gap => gap.ClusterId == run.ClusterId).ExecuteDeleteAsync(cancellationToken);
        foreach (var part in figures.Parts)
        {
            part.LastReadAt = part is { IsPresent: true, Gaps: 0 } ? collectedAt : lastRead.GetValueOrDefault(part.Part);
        }

        await db.AddAllAsync(sets, cancellationToken);
        await db.AddAllAsync(figures.Checks, cancellationToken);
        await db.AddAllAsync(figures.Areas, cancellationToken);
        await db.AddAllAsync(figures.Parts, cancellationToken);
        await db.AddAllAsync(figures.Gaps, cancellationToken);
    }

    private async Task UpdateRunAsync(
        PortalDbContext db, ClaimedRun run, RunFigures figures, long snapshotId, DateTimeOffset collectedAt, WrittenRun written, CancellationToken cancellationToken)
    {
        var row = await db.Runs.FirstAsync(row => row.Id == run.RunId, cancellationToken);
        row.State = figures.State;
        row.FinishedAt = clock.GetUtcNow();
        row.SnapshotId = snapshotId;
        row.CollectedAt = collectedAt;
        row.PartsTotal = figures.Parts.Count;
        row.PartsDone = figures.Parts.Count;
        row.GapCount = figures.Parts.Count(part => part.Gaps > 0);
        row.Parts = figures.StoredParts;
        row.Score = figures.Score.Score;
        row.Coverage = figures.Score.Coverage;
        row.Opened = written.Opened;
        row.Reopened = written.Reopened;
        row.Resolved = written.Resolved;
        row.Error = null;
    }

    private async Task UpdateClusterAsync(PortalDbContext db, ClaimedRun run, ClusterSnapshot snapshot, RunFigures figures, long snapshotId, CancellationToken cancellationToken)
    {
        var open = await db.Findings.Where(finding => finding.ClusterId == run.ClusterId && finding.State == FindingState.Open)
            .GroupBy(finding => finding.Severity)
            .Select(group => new { Severity = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Severity, group => group.Count, cancellationToken);
        var cluster = await db.Clusters.FirstAsync(row => row.Id == run.ClusterId, cancellationToken);
        figures.CopyTo(cluster, snapshot);
        cluster.OpenCritical = open.GetValueOrDefault(Severity.Critical);
        cluster.OpenHigh = open.GetValueOrDefault(Severity.High);
        cluster.OpenMedium = open.GetValueOrDefault(Severity.Medium);
        cluster.OpenLow = open.GetValueOrDefault(Severity.Low);
        cluster.OpenInfo = open.GetValueOrDefault(Severity.Info);
        cluster.NewestRunId = run.RunId;
        cluster.SnapshotId = snapshotId;
        cluster.LastCollectedAt = snapshot.CollectedAt;
        cluster.LastAttemptAt = clock.GetUtcNow();
        cluster.LastError = null;
        cluster.IsGone = false;
    }
}
