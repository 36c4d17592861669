namespace EksSecurityPortal.Services.Posture;

public sealed record ScheduleDraft(Guid? Id, string Name, string Cron, string TimeZone, bool IsEnabled, IReadOnlyList<string> AccountIds, IReadOnlyList<string> Regions);

public interface IScheduleService
{
    Task<CommandResult<Guid>> SaveAsync(ScheduleDraft draft, string actor, CancellationToken cancellationToken);

    Task<CommandResult<Guid>> RemoveAsync(Guid scheduleId, string actor, CancellationToken cancellationToken);

    /// <summary>The next occurrences in UTC, or the error of cron or time zone; for showing while typing.</summary>
    CommandResult<IReadOnlyList<DateTimeOffset>> Preview(string cron, string timeZone, int count);
}
