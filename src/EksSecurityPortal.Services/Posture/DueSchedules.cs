using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Services.Posture;

/// <summary>
/// Starts the audits whose time has come. A schedule whose time passed while the portal was down is due once, however many times it missed:
/// its next time is counted from now.
/// </summary>
internal sealed partial class DueSchedules(
    IDbContextFactory<PortalDbContext> contexts, AuditService audits, PortalEventLog events, TimeProvider clock, ILogger<DueSchedules> logger)
{
    /// <returns>How many audits were started.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var due = await db.Schedules.AsNoTracking()
            .Where(schedule => schedule.IsEnabled && schedule.NextRunAt != null && schedule.NextRunAt <= now)
            .OrderBy(schedule => schedule.NextRunAt)
            .ToListAsync(cancellationToken);
        var started = 0;
        foreach (var schedule in due)
        {
            var next = CronRules.Parse(schedule.Cron, schedule.TimeZone).Plan?.After(now);

            // several processes look; the one that moves the time on starts the audit
            var won = await db.Schedules
                .Where(row => row.Id == schedule.Id && row.NextRunAt == schedule.NextRunAt)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextRunAt, next).SetProperty(row => row.LastRunAt, now), cancellationToken);
            if (won == 1 && await StartAsync(db, schedule, cancellationToken))
            {
                started++;
            }
        }

        return started;
    }

    private async Task<bool> StartAsync(PortalDbContext db, ScheduleEntity schedule, CancellationToken cancellationToken)
    {
        var origin = $"schedule: {schedule.Name}";
        var result = await audits.StartAsync(new(schedule.AccountIds, schedule.Regions, []), origin, schedule.Id, cancellationToken);
        if (!result.Succeeded)
        {
            var why = string.Join(" ", result.Errors.Select(error => error.Message));
            Refused(logger, schedule.Id, why);
            await events.AddAsync("ScheduleRefused", origin, why, cancellationToken);
            return false;
        }

        await db.Schedules.Where(row => row.Id == schedule.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastAuditId, result.Value), cancellationToken);
        return true;
    }

    [LoggerMessage(EventId = 2151, Level = LogLevel.Warning, Message = "Schedule {ScheduleId} was due but its audit could not be started: {Why}")]
    private static partial void Refused(ILogger logger, Guid scheduleId, string why);
}
