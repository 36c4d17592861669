using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Posture;

/// <summary>
/// Stored snapshots, the latest used kept in memory. A snapshot never changes, so nothing in the cache can be stale. Thread-safe.
/// </summary>
internal sealed class SnapshotStore(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>JSON bytes of the snapshots that are kept; as objects they take about three times that.</summary>
    private const long Budget = 48L << 20;

    private readonly Lock gate = new();
    private readonly LinkedList<Cached> kept = [];
    private readonly Dictionary<long, LinkedListNode<Cached>> byId = [];
    private long keptBytes;

    /// <summary>Null when it has been pruned.</summary>
    internal async Task<ClusterSnapshot?> FindAsync(long snapshotId, DateTimeOffset collectedAt, CancellationToken cancellationToken)
    {
        if (Touch(snapshotId) is { } cached)
        {
            return cached.CollectedAt == collectedAt ? cached : cached with { CollectedAt = collectedAt };
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Snapshots.AsNoTracking()
            .Where(snapshot => snapshot.Id == snapshotId)
            .Select(snapshot => new { snapshot.Content, snapshot.PlainBytes })
            .FirstOrDefaultAsync(cancellationToken);
        if (stored is null)
        {
            return null;
        }

        var unpacked = SnapshotSerializer.Unpack(stored.Content, collectedAt);
        Keep(new(snapshotId, unpacked, stored.PlainBytes));
        return unpacked;
    }

    private ClusterSnapshot? Touch(long id)
    {
        lock (gate)
        {
            if (!byId.TryGetValue(id, out var node))
            {
                return null;
            }

            kept.Remove(node);
            kept.AddFirst(node);
            return node.Value.Snapshot;
        }
    }

    private void Keep(Cached item)
    {
        lock (gate)
        {
            if (!byId.TryAdd(item.Id, new(item)))
            {
                return;
            }

            kept.AddFirst(byId[item.Id]);
            keptBytes += item.Bytes;
            while (keptBytes > Budget && kept.Last is { } last && last.Value.Id != item.Id)
            {
                kept.RemoveLast();
                byId.Remove(last.Value.Id);
                keptBytes -= last.Value.Bytes;
            }
        }
    }

    private sealed record Cached(long Id, ClusterSnapshot Snapshot, int Bytes);
}
