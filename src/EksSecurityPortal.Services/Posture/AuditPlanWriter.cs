using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Posture;

/// <summary>
/// The rows of an audit's planning: who plans it, and then, in one transaction, what was found in its accounts and its runs.
/// </summary>
internal sealed class AuditPlanWriter(IDbContextFactory<PortalDbContext> contexts, ProgressFeed feed, TimeProvider clock)
{
    /// <summary>Null when the audit has been planned, has ended, or is being planned elsewhere.</summary>
    internal async Task<AuditEntity?> TryBeginAsync(Guid auditId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var stale = now - RunClaims.Lease;
        var begun = await db.Audits
            .Where(audit => audit.Id == auditId && audit.PlannedAt == null && (audit.State == AuditState.Queued || (audit.State == AuditState.Running && audit.HeartbeatAt < stale)))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(audit => audit.State, AuditState.Running)
                    .SetProperty(audit => audit.Attempt, audit => audit.Attempt + 1)
                    .SetProperty(audit => audit.StartedAt, audit => audit.StartedAt ?? now)
                    .SetProperty(audit => audit.HeartbeatAt, now),
                cancellationToken);
        if (begun == 0)
        {
            return null;
        }

        feed.PostureChanged(auditId);
        return await db.Audits.AsNoTracking().FirstAsync(audit => audit.Id == auditId, cancellationToken);
    }

    /// <summary>Sign of life of a process that plans.</summary>
    internal async Task BeatAsync(Guid auditId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await db.Audits.Where(audit => audit.Id == auditId).ExecuteUpdateAsync(set => set.SetProperty(audit => audit.HeartbeatAt, now), cancellationToken);
    }

    /// <summary>Puts an audit back whose planning a shutdown interrupted; the attempt does not count.</summary>
    internal async Task GiveBackAsync(Guid auditId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Audits
            .Where(audit => audit.Id == auditId && audit.State == AuditState.Running && audit.PlannedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(audit => audit.State, AuditState.Queued).SetProperty(audit => audit.Attempt, audit => audit.Attempt - 1), cancellationToken);
    }

    /// <returns>Ids of the runs to hand over, in the order of account, region and cluster.</returns>
    internal async Task<IReadOnlyList<Guid>> WriteAsync(AuditEntity audit, IReadOnlyList<AccountPlan> plans, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var gaps = new List<StoredAuditGap>();
        var runs = new List<RunEntity>();
        foreach (var plan in plans)
        {
            gaps.AddRange(await RecordAccountAsync(db, plan, now, cancellationToken));
            if (plan.Discovery is { } discovery)
            {
                var clusters = await RecordClustersAsync(db, audit, plan.Account, discovery, now, cancellationToken);
                gaps.AddRange(Missing(audit, plan.Account, discovery, clusters));
                runs.AddRange(clusters.Select(cluster => Run(audit, cluster, now)));
            }
        }

        db.Runs.AddRange(runs);
        var planned = await db.Audits.FirstAsync(row => row.Id == audit.Id, cancellationToken);
        planned.PlannedAt = now;
        planned.Gaps = gaps;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        feed.PostureChanged(audit.Id);
        return [.. runs.Select(run => run.Id)];
    }

    private static async Task<IReadOnlyList<StoredAuditGap>> RecordAccountAsync(PortalDbContext db, AccountPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(row => row.Id == plan.Account.Id, cancellationToken);
        if (account is null)
        {
            return []; // removed meanwhile
        }

        account.LastRefusal = plan.Refusal;
        if (plan.Refusal is { } refusal)
        {
            var detail = StoredText.Clean(refusal.Detail, 1000);
            await db.Clusters.Where(cluster => cluster.AccountId == account.Id && !cluster.IsGone).ExecuteUpdateAsync(
                set => set.SetProperty(cluster => cluster.LastAttemptAt, now).SetProperty(cluster => cluster.LastError, detail), cancellationToken);
            return [new(account.Id, null, refusal)];
        }

        account.LastEnteredAt = now;
        account.RegionGaps = plan.Discovery?.Gaps ?? [];
        return [.. account.RegionGaps.Select(gap => new StoredAuditGap(account.Id, gap.Subject, gap))];
    }

    private static async Task<IReadOnlyList<ClusterEntity>> RecordClustersAsync(
        PortalDbContext db, AuditEntity audit, AccountEntity account, ClusterDiscovery discovery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await db.Accounts.AnyAsync(row => row.Id == account.Id, cancellationToken))
        {
            return [];
        }

        var known = await db.Clusters.Where(cluster => cluster.AccountId == account.Id).ToDictionaryAsync(cluster => cluster.Arn, StringComparer.Ordinal, cancellationToken);
        var found = discovery.Clusters.DistinctBy(cluster => cluster.Arn).ToDictionary(cluster => cluster.Arn, StringComparer.Ordinal);
        foreach (var cluster in found.Values.Where(cluster => !known.ContainsKey(cluster.Arn)))
        {
            known[cluster.Arn] = New(cluster, account, now);
            db.Clusters.Add(known[cluster.Arn]);
        }

        var refused = discovery.Gaps.Select(gap => gap.Subject).ToHashSet(StringComparer.Ordinal);
        foreach (var cluster in known.Values)
        {
            if (found.ContainsKey(cluster.Arn))
            {
                cluster.IsGone = false;
            }
            else if (discovery.Regions.Contains(cluster.Region) && !refused.Contains(cluster.Region) && !refused.Contains(null))
            {
                cluster.IsGone = true;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return
        [
            .. known.Values
                .Where(cluster => found.ContainsKey(cluster.Arn) && (audit.ClusterArns.Count == 0 || audit.ClusterArns.Contains(cluster.Arn)))
                .OrderBy(cluster => cluster.Region, StringComparer.Ordinal)
                .ThenBy(cluster => cluster.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Clusters that were asked for by name and were not found.</summary>
    private static IEnumerable<StoredAuditGap> Missing(AuditEntity audit, AccountEntity account, ClusterDiscovery discovery, IReadOnlyList<ClusterEntity> clusters)
    {
        var refused = discovery.Gaps.Select(gap => gap.Subject).ToHashSet(StringComparer.Ordinal);
        return audit.ClusterArns
            .Select(arn => (Arn: arn, Parts: arn.Split(':')))
            .Where(item => item.Parts.Length > 5 && item.Parts[4] == account.Id && !refused.Contains(item.Parts[3]) && clusters.All(cluster => cluster.Arn != item.Arn))
            .Select(item => new StoredAuditGap(
                account.Id, item.Parts[3], new(GapReason.NotCollected, "eks:ListClusters", $"The cluster {item.Arn} was asked for but is not there; it may have been deleted.", null, item.Arn)));
    }

    private static ClusterEntity New(ClusterRef cluster, AccountEntity account, DateTimeOffset now) => new()
    {
        Arn = cluster.Arn,
        AccountId = account.Id,
        Partition = cluster.Partition,
        Region = cluster.Region,
        Name = cluster.Name,
        SearchText = string.Join('\n', cluster.Name, cluster.Region, account.Id, account.Name).ToLowerInvariant(),
        FirstSeenAt = now,
    };

    private static RunEntity Run(AuditEntity audit, ClusterEntity cluster, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        AuditId = audit.Id,
        ClusterId = cluster.Id,
        State = RunState.Queued,
        QueuedAt = now,
        EnqueuedAt = now,
        PartsTotal = RunProgressReporter.PartsTotal,
    };
}
