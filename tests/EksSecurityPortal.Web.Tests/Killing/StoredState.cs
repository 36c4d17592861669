using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Killing;

/// <summary>What must hold of a database at every moment, a kill included.</summary>
internal static class StoredState
{
    /// <summary>Looks at a copy, so that the portal itself has to recover the original.</summary>
    public static async Task AssertWholeAsync(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("portal-kill-copy-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "portal.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            {
                File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
            }

            await AssertIntactAsync(Path.Combine(copy.FullName, "portal.db"));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static async Task AssertIntactAsync(string file)
    {
        if (!File.Exists(file))
        {
            return; // killed before it made one
        }

        var options = new DbContextOptionsBuilder<PortalDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options;
        await using var db = new PortalDbContext(options);
        Assert.Equal("ok", await ScalarAsync(db, "PRAGMA integrity_check"));
        Assert.Null(await ScalarAsync(db, "PRAGMA foreign_key_check"));
        if (await ScalarAsync(db, "SELECT name FROM sqlite_master WHERE name = 'FindingEvents'") is null)
        {
            return; // killed before the migrations were through: they are in one transaction each
        }

        await AssertRunsAsync(db);
        await AssertFindingsAsync(db);
    }

    /// <summary>A run is there with all that belongs to it, or it has nothing.</summary>
    private static async Task AssertRunsAsync(PortalDbContext db)
    {
        foreach (var run in await db.Runs.AsNoTracking().ToListAsync())
        {
            var isStored = run.State is RunState.Succeeded or RunState.Partial;
            Assert.Equal(isStored, run.SnapshotId is not null);
            Assert.Equal(isStored, run.Parts.Count > 0);
        }

        foreach (var cluster in await db.Clusters.AsNoTracking().ToListAsync())
        {
            await AssertClusterAsync(db, cluster);
        }
    }

    private static async Task AssertClusterAsync(PortalDbContext db, ClusterEntity cluster)
    {
        var parts = await db.ClusterParts.CountAsync(part => part.ClusterId == cluster.Id);
        var sets = await db.OutcomeSets.AsNoTracking().Where(set => set.ClusterId == cluster.Id).ToListAsync();
        var open = await db.Findings.CountAsync(finding => finding.ClusterId == cluster.Id && finding.State == FindingState.Open);
        Assert.Equal(cluster.OpenCritical + cluster.OpenHigh + cluster.OpenMedium + cluster.OpenLow + cluster.OpenInfo, open);
        Assert.Equal(cluster.PartsTotal, parts);
        if (cluster.NewestRunId is not { } newest)
        {
            Assert.Empty(sets);
            return;
        }

        var run = await db.Runs.AsNoTracking().SingleAsync(row => row.Id == newest);
        Assert.True(run.State is RunState.Succeeded or RunState.Partial, run.State.ToString());
        Assert.Equal(cluster.SnapshotId, run.SnapshotId);
        Assert.NotEmpty(sets);
        Assert.All(sets, set => Assert.Equal(newest, set.RunId));
        Assert.Equal(cluster.Passed + cluster.Failed + cluster.NotApplicable + cluster.Unknown, sets.Sum(set => set.Count));
        var snapshot = await db.Snapshots.AsNoTracking().SingleAsync(row => row.Id == cluster.SnapshotId);
        await using var plain = new BrotliStream(new MemoryStream(snapshot.Content), CompressionMode.Decompress);
        using var facts = await JsonDocument.ParseAsync(plain);
        Assert.Equal(JsonValueKind.Object, facts.RootElement.ValueKind);
    }

    private static async Task AssertFindingsAsync(PortalDbContext db)
    {
        var findings = await db.Findings.AsNoTracking()
            .Select(finding => new { finding.Id, finding.ClusterId, finding.CheckId, finding.ResourceKind, finding.ResourceKey }).ToListAsync();
        Assert.Equal(findings.Count, findings.DistinctBy(finding => (finding.ClusterId, finding.CheckId, finding.ResourceKind, finding.ResourceKey)).Count());
        var opened = await db.FindingEvents.Where(item => item.Kind == nameof(FindingChangeKind.Opened)).Select(item => item.FindingId).ToListAsync();
        Assert.Equal(findings.Select(finding => finding.Id).Order(StringComparer.Ordinal), opened.Order(StringComparer.Ordinal));
    }

    private static async Task<string?> ScalarAsync(PortalDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
    }
}
