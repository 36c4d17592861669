using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Posture;

/// <summary>A run that this process may collect now.</summary>
internal sealed record ClaimedRun(Guid RunId, Guid AuditId, int ClusterId, ClusterRef Cluster, AccountEntity Account, int Attempt);

/// <summary>What became of a claim when it was to be renewed.</summary>
internal enum Renewal
{
    Renewed,

    /// <summary>A person cancelled the audit.</summary>
    Cancelled,

    /// <summary>Another process took over, or the run was ended from outside.</summary>
    Lost,
}

/// <summary>
/// Decides by rows which process collects a run, and that one cluster is never collected twice at once. A claim is a lease: it is renewed
/// while its process lives and void <see cref="Lease"/> after that process was last heard of.
/// </summary>
internal sealed class RunClaims(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    internal const int MaxAttempts = 3;

    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    internal const string SkippedText = "Another audit was collecting this cluster at the time.";

    /// <summary>Null when the run is gone with its account.</summary>
    internal async Task<Guid?> FindAuditAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.Where(run => run.Id == runId).Select(run => (Guid?)run.AuditId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Null when there is nothing to do: the run has ended, is under way elsewhere, was cancelled, or its cluster is taken.</summary>
    internal async Task<ClaimedRun?> TryBeginAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (!await TryTakeAsync(db, runId, now, cancellationToken))
        {
            return null;
        }

        var run = await db.Runs.AsNoTracking().Where(run => run.Id == runId)
            .Select(run => new { run.AuditId, run.ClusterId, run.Attempt })
            .FirstAsync(cancellationToken);
        if (await db.Audits.AnyAsync(audit => audit.Id == run.AuditId && audit.CancelRequestedAt != null, cancellationToken))
        {
            await EndAsync(runId, RunState.Cancelled, null, cancellationToken);
            return null;
        }

        if (run.Attempt > MaxAttempts)
        {
            await EndAsync(runId, RunState.Failed, $"The portal ended {MaxAttempts} times while it collected this cluster. Look at its log and memory, then start a new audit.", cancellationToken);
            return null;
        }

        if (!await TryClaimAsync(db, run.ClusterId, runId, now, cancellationToken))
        {
            await EndAsync(runId, RunState.Skipped, SkippedText, cancellationToken);
            return null;
        }

        var cluster = await db.Clusters.AsNoTracking().FirstAsync(cluster => cluster.Id == run.ClusterId, cancellationToken);
        var account = await db.Accounts.AsNoTracking().FirstAsync(account => account.Id == cluster.AccountId, cancellationToken);
        return new(runId, run.AuditId, cluster.Id, new ClusterRef(cluster.Partition, cluster.AccountId, cluster.Region, cluster.Name), account, run.Attempt);
    }

    internal async Task<Renewal> TryRenewAsync(ClaimedRun run, int partsDone, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await db.Audits.AnyAsync(audit => audit.Id == run.AuditId && audit.CancelRequestedAt != null, cancellationToken))
        {
            return Renewal.Cancelled;
        }

        var renewed = await db.Runs
            .Where(row => row.Id == run.RunId && row.State == RunState.Running && row.Attempt == run.Attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeartbeatAt, now).SetProperty(row => row.PartsDone, partsDone), cancellationToken);
        return renewed == 1 && await TryClaimAsync(db, run.ClusterId, run.RunId, now, cancellationToken) ? Renewal.Renewed : Renewal.Lost;
    }

    /// <summary>Ends a run without facts and gives its cluster free. Does nothing to a run that has ended.</summary>
    internal async Task EndAsync(Guid runId, RunState state, string? error, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var text = error is null ? null : StoredText.Clean(error, 1000);
        await db.Runs
            .Where(run => run.Id == runId && (run.State == RunState.Queued || run.State == RunState.Running))
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, state).SetProperty(run => run.FinishedAt, now).SetProperty(run => run.Error, text),
                cancellationToken);
        if (state == RunState.Failed)
        {
            await db.Clusters
                .Where(cluster => db.Runs.Any(run => run.Id == runId && run.ClusterId == cluster.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(cluster => cluster.LastAttemptAt, now).SetProperty(cluster => cluster.LastError, text), cancellationToken);
        }

        await FreeAsync(db, runId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Puts a run back that a shutdown interrupted; the attempt does not count.</summary>
    internal async Task GiveBackAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Runs
            .Where(run => run.Id == runId && run.State == RunState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, RunState.Queued).SetProperty(run => run.Attempt, run => run.Attempt - 1), cancellationToken);
        await FreeAsync(db, runId, cancellationToken);
    }

    internal static Task<int> FreeAsync(PortalDbContext db, Guid runId, CancellationToken cancellationToken) => db.Clusters
        .Where(cluster => cluster.ClaimedByRunId == runId)
        .ExecuteUpdateAsync(
            set => set.SetProperty(cluster => cluster.ClaimedByRunId, (Guid?)null).SetProperty(cluster => cluster.ClaimedUntil, (DateTimeOffset?)null),
            cancellationToken);

    private static async Task<bool> TryTakeAsync(PortalDbContext db, Guid runId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stale = now - Lease;
        return await db.Runs
            .Where(run => run.Id == runId && (run.State == RunState.Queued || (run.State == RunState.Running && run.HeartbeatAt < stale)))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(run => run.State, RunState.Running)
                    .SetProperty(run => run.Attempt, run => run.Attempt + 1)
                    .SetProperty(run => run.StartedAt, now)
                    .SetProperty(run => run.HeartbeatAt, now)
                    .SetProperty(run => run.PartsDone, 0),
                cancellationToken) == 1;
    }

    private static async Task<bool> TryClaimAsync(PortalDbContext db, int clusterId, Guid runId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now + Lease;
        return await db.Clusters
            .Where(cluster => cluster.Id == clusterId && (cluster.ClaimedByRunId == null || cluster.ClaimedByRunId == runId || cluster.ClaimedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(cluster => cluster.ClaimedByRunId, runId).SetProperty(cluster => cluster.ClaimedUntil, until), cancellationToken) == 1;
    }
}
