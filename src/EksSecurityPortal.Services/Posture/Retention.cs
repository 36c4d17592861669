using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Section <c>Retention</c> of the configuration: how long what is kept, in days. At least one day each.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Ended audits with their runs. The newest run of each cluster stays, however old.</summary>
    public int AuditDays { get; set; } = 90;

    /// <summary>Findings after they were resolved.</summary>
    public int ResolvedFindingDays { get; set; } = 365;

    public int ScoreDays { get; set; } = 730;

    public int EventDays { get; set; } = 365;
}

/// <summary>Removes what is older than configured. Each kind in a short transaction of its own, so that nobody waits long for a lock.</summary>
internal sealed partial class Retention(IDbContextFactory<PortalDbContext> contexts, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<Retention> logger)
{
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var audits = await PruneAuditsAsync(db, cancellationToken);
        var snapshots = await db.Snapshots
            .Where(snapshot => !db.Runs.Any(run => run.SnapshotId == snapshot.Id) && !db.Clusters.Any(cluster => cluster.SnapshotId == snapshot.Id))
            .ExecuteDeleteAsync(cancellationToken);
        var resolvedBefore = Before(options.Value.ResolvedFindingDays);
        var findings = await db.Findings
            .Where(finding => finding.State == FindingState.Resolved && finding.ResolvedAt < resolvedBefore)
            .ExecuteDeleteAsync(cancellationToken);
        var scoresBefore = Before(options.Value.ScoreDays);
        var scores = await db.ScorePoints.Where(point => point.At < scoresBefore).ExecuteDeleteAsync(cancellationToken);
        var eventsBefore = Before(options.Value.EventDays);
        var events = await db.PortalEvents.Where(item => item.At < eventsBefore).ExecuteDeleteAsync(cancellationToken);
        Pruned(logger, audits, snapshots, findings, scores, events);
    }

    /// <summary>An audit that holds the newest run of a cluster stays, or the cluster's page would have no history at all.</summary>
    private async Task<int> PruneAuditsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var before = Before(options.Value.AuditDays);
        return await db.Audits
            .Where(audit => audit.FinishedAt < before
                && audit.State != AuditState.Queued
                && audit.State != AuditState.Running
                && !db.Runs.Any(run => run.AuditId == audit.Id && db.Clusters.Any(cluster => cluster.NewestRunId == run.Id)))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private DateTimeOffset Before(int days) => clock.GetUtcNow().AddDays(-Math.Max(1, days));

    [LoggerMessage(EventId = 2161, Level = LogLevel.Information, Message = "Pruned {Audits} audits, {Snapshots} snapshots, {Findings} resolved findings, {Scores} scores, {Events} events")]
    private static partial void Pruned(ILogger logger, int audits, int snapshots, int findings, int scores, int events);
}
