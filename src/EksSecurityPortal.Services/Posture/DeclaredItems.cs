using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Section <c>Portal:Accounts</c>: one account.</summary>
public sealed class DeclaredAccount
{
    public string AccountId { get; set; } = "";

    public string? Name { get; set; }

    public string? RoleArn { get; set; }

    public string? ExternalId { get; set; }

    public IList<string> Regions { get; } = [];

    public bool Enabled { get; set; } = true;
}

/// <summary>Section <c>Portal:Schedules</c>: one schedule.</summary>
public sealed class DeclaredSchedule
{
    public string Name { get; set; } = "";

    public string Cron { get; set; } = "";

    public string TimeZone { get; set; } = "UTC";

    public bool Enabled { get; set; } = true;

    public IList<string> AccountIds { get; } = [];

    public IList<string> Regions { get; } = [];
}

/// <summary>
/// Makes accounts and schedules that the configuration declares equal to it at every start, before anything else works with them. A declared
/// schedule that is declared no more is removed; such an account is disabled and can then be changed or removed by hand.
/// </summary>
internal sealed class DeclaredItems(IConfiguration configuration, DatabaseStartup database, IDbContextFactory<PortalDbContext> contexts, PortalEventLog events, TimeProvider clock)
    : IHostedLifecycleService
{
    private const string Actor = "configuration";

    /// <exception cref="PortalStartException">Something declared cannot be used; every problem is named with its key.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var accounts = Read<DeclaredAccount>("Portal:Accounts").Select(item => (item.Key, Draft: Draft(item.Value))).ToList();
        foreach (var (key, draft) in accounts)
        {
            problems.AddRange(AccountRules.Check(draft).Select(error => Problem(key, error)));
        }

        problems.AddRange(accounts.GroupBy(item => item.Draft.AccountId, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => $"{group.Last().Key}:AccountId: account {group.Key} is declared twice. Declare it once."));
        await database.RunAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Accounts.ToDictionaryAsync(account => account.Id, StringComparer.Ordinal, cancellationToken);
        var ids = known.Keys.Concat(accounts.Select(item => item.Draft.AccountId)).ToHashSet(StringComparer.Ordinal);
        var schedules = Read<DeclaredSchedule>("Portal:Schedules").Select(item => (item.Key, Draft: Draft(item.Value))).ToList();
        var plans = new Dictionary<string, (ScheduleDraft Draft, CronPlan Plan)>(StringComparer.Ordinal);
        foreach (var (key, draft) in schedules)
        {
            var (plan, errors) = ScheduleService.Check(draft, ids);
            problems.AddRange(errors.Select(error => Problem(key, error)));
            if (plan is not null && !plans.TryAdd(draft.Name, (draft, plan)))
            {
                problems.Add($"{key}:Name: schedule '{draft.Name}' is declared twice. Give each its own name.");
            }
        }

        if (problems.Count > 0)
        {
            throw new PortalStartException(problems);
        }

        ApplyAccounts(db, known, [.. accounts.Select(item => item.Draft)]);
        await ApplySchedulesAsync(db, plans, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void ApplyAccounts(PortalDbContext db, Dictionary<string, AccountEntity> known, IReadOnlyList<AccountDraft> declared)
    {
        foreach (var draft in declared)
        {
            if (!known.TryGetValue(draft.AccountId, out var account))
            {
                account = new() { Id = draft.AccountId, Name = draft.Name, CreatedAt = clock.GetUtcNow() };
                db.Accounts.Add(account);
                events.Add(db, "AccountAdded", Actor, $"Added account {draft.AccountId} ({draft.Name}).");
            }

            AccountService.Apply(account, draft);
            account.IsDeclared = true;
        }

        foreach (var account in known.Values.Where(account => account.IsDeclared && declared.All(draft => draft.AccountId != account.Id)))
        {
            account.IsDeclared = false;
            account.IsEnabled = false;
            events.Add(db, "AccountDisabled", Actor, $"Account {account.Id} is declared no more; it was disabled.");
        }
    }

    private async Task ApplySchedulesAsync(PortalDbContext db, Dictionary<string, (ScheduleDraft Draft, CronPlan Plan)> declared, CancellationToken cancellationToken)
    {
        var known = await db.Schedules.ToDictionaryAsync(schedule => schedule.Name, StringComparer.Ordinal, cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var (draft, plan) in declared.Values)
        {
            if (!known.TryGetValue(draft.Name, out var schedule))
            {
                schedule = new() { Id = Guid.CreateVersion7(now), Name = draft.Name, Cron = draft.Cron, TimeZone = draft.TimeZone, CreatedAt = now };
                db.Schedules.Add(schedule);
                events.Add(db, "ScheduleChanged", Actor, $"Added schedule {draft.Name}.");
            }

            ScheduleService.Apply(schedule, draft, plan, now);
            schedule.IsDeclared = true;
        }

        foreach (var schedule in known.Values.Where(schedule => schedule.IsDeclared && !declared.ContainsKey(schedule.Name)))
        {
            db.Schedules.Remove(schedule);
            events.Add(db, "ScheduleRemoved", Actor, $"Schedule {schedule.Name} is declared no more; it was removed.");
        }
    }

    private IEnumerable<(string Key, T Value)> Read<T>(string section)
        where T : class, new()
    {
        foreach (var child in configuration.GetSection(section).GetChildren())
        {
            T value;
            try
            {
                value = child.Get<T>() ?? new T();
            }
            catch (InvalidOperationException exception)
            {
                throw new PortalStartException($"{child.Path} cannot be read: {exception.Message}", exception);
            }

            yield return (child.Path, value);
        }
    }

    private static AccountDraft Draft(DeclaredAccount item) =>
        AccountService.Trimmed(new(item.AccountId, item.Name ?? "", item.RoleArn, item.ExternalId, [.. item.Regions], item.Enabled));

    private static ScheduleDraft Draft(DeclaredSchedule item) =>
        new(null, item.Name.Trim(), item.Cron, item.TimeZone, item.Enabled, [.. item.AccountIds], [.. item.Regions]);

    /// <summary>The key as a person would write it: <c>Portal:Accounts:0:RoleArn</c>.</summary>
    private static string Problem(string key, InputError error) =>
        error.Field.Length == 0 ? $"{key}: {error.Message}" : $"{key}:{char.ToUpperInvariant(error.Field[0])}{error.Field[1..]}: {error.Message}";
}
