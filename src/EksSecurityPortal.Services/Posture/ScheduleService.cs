using EksSecurityPortal.Services.Collection.Aws;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Posture;

internal sealed class ScheduleService(IDbContextFactory<PortalDbContext> contexts, PortalEventLog events, ProgressFeed feed, TimeProvider clock) : IScheduleService
{
    private const string NameField = "name";

    public async Task<CommandResult<Guid>> SaveAsync(ScheduleDraft draft, string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = await db.Accounts.Select(account => account.Id).ToListAsync(cancellationToken);
        var (plan, errors) = Check(draft, accounts);
        var schedule = draft.Id is { } id ? await db.Schedules.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        if (draft.Id is not null && Unchangeable(schedule) is { } refusal)
        {
            errors = [.. errors, refusal];
        }

        var name = draft.Name.Trim();
        if (await db.Schedules.AnyAsync(row => row.Name == name && row.Id != draft.Id, cancellationToken))
        {
            errors = [.. errors, new(NameField, $"There is a schedule '{AccountRules.Shown(name)}' already. Choose another name.")];
        }

        if (errors.Count > 0 || plan is null)
        {
            return new(Guid.Empty, errors);
        }

        var now = clock.GetUtcNow();
        if (schedule is null)
        {
            schedule = new() { Id = Guid.CreateVersion7(now), Name = name, Cron = draft.Cron, TimeZone = draft.TimeZone, CreatedAt = now };
            db.Schedules.Add(schedule);
        }

        Apply(schedule, draft, plan, now);
        events.Add(db, "ScheduleChanged", actor, $"Saved schedule {name}: '{schedule.Cron}' in {schedule.TimeZone}, {(schedule.IsEnabled ? "enabled" : "disabled")}.");
        await db.SaveChangesAsync(cancellationToken);
        feed.PostureChanged(Guid.Empty);
        return new(schedule.Id, []);
    }

    public async Task<CommandResult<Guid>> RemoveAsync(Guid scheduleId, string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedule = await db.Schedules.FirstOrDefaultAsync(row => row.Id == scheduleId, cancellationToken);
        if (Unchangeable(schedule) is { } refusal)
        {
            return new(Guid.Empty, [refusal]);
        }

        db.Schedules.Remove(schedule!); // Unchangeable refuses null
        events.Add(db, "ScheduleRemoved", actor, $"Removed schedule {schedule!.Name}.");
        await db.SaveChangesAsync(cancellationToken);
        feed.PostureChanged(Guid.Empty);
        return new(scheduleId, []);
    }

    public CommandResult<IReadOnlyList<DateTimeOffset>> Preview(string cron, string timeZone, int count)
    {
        var (plan, errors) = CronRules.Parse(cron, timeZone);
        if (plan is null)
        {
            return new(null, errors);
        }

        var occurrences = new List<DateTimeOffset>();
        for (var next = plan.After(clock.GetUtcNow()); next is { } at && occurrences.Count < Math.Clamp(count, 1, 50); next = plan.After(at))
        {
            occurrences.Add(at);
        }

        return new(occurrences, []);
    }

    internal static (CronPlan? Plan, IReadOnlyList<InputError> Errors) Check(ScheduleDraft draft, IReadOnlyCollection<string> accounts)
    {
        var (plan, errors) = CronRules.Parse(draft.Cron, draft.TimeZone);
        return (plan,
        [
            .. errors,
            .. draft.Name.Trim().Length is 0 or > 100 || draft.Name.Any(char.IsControl)
                ? [new InputError(NameField, $"Name '{AccountRules.Shown(draft.Name)}' must have 1 to 100 characters and no line breaks.")]
                : Array.Empty<InputError>(),
            .. draft.AccountIds.Where(id => !accounts.Contains(id)).Select(id => new InputError("accountIds", $"Account '{AccountRules.Shown(id)}' is not known. Add it under Accounts first.")),
            .. draft.Regions.Where(region => !KnownRegions.Contains(region)).Select(region => new InputError("regions", AccountRules.UnknownRegion(region))),
        ]);
    }

    internal static void Apply(ScheduleEntity schedule, ScheduleDraft draft, CronPlan plan, DateTimeOffset now)
    {
        var isSameTime = schedule.IsEnabled == draft.IsEnabled && schedule.Cron == draft.Cron.Trim() && schedule.TimeZone == draft.TimeZone.Trim();
        schedule.Name = draft.Name.Trim();
        schedule.Cron = draft.Cron.Trim();
        schedule.TimeZone = draft.TimeZone.Trim();
        schedule.IsEnabled = draft.IsEnabled;
        schedule.AccountIds = [.. draft.AccountIds];
        schedule.Regions = [.. draft.Regions];
        if (!isSameTime || schedule.NextRunAt is null)
        {
            schedule.NextRunAt = schedule.IsEnabled ? plan.After(now) : null;
        }
    }

    private static InputError? Unchangeable(ScheduleEntity? schedule) => schedule switch
    {
        null => new("", "There is no such schedule any more. Look under Schedules which there are."),
        { IsDeclared: true } => new("", $"Schedule {schedule.Name} is declared in the portal's configuration (Portal:Schedules). Change it there and restart the portal."),
        _ => null,
    };
}
