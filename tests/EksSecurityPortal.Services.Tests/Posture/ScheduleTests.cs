using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Services.Tests.Persistence;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Posture;

public sealed class ScheduleTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task RunAsync_starts_an_audit_when_the_local_time_has_come_and_not_before(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (clock, portal) = await StartAsync(database);
        await using var _ = portal;
        await SaveAsync(portal, "0 10 * * *", "Europe/Berlin"); // it is 08:00 UTC, 09:00 in Berlin

        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await portal.Get<DueSchedules>().RunAsync(CancellationToken.None));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await portal.Get<DueSchedules>().RunAsync(CancellationToken.None));
        Assert.Equal(0, await portal.Get<DueSchedules>().RunAsync(CancellationToken.None));

        var schedule = Assert.Single(await portal.Get<IAuditQueries>().ListSchedulesAsync(CancellationToken.None));
        Assert.Equal((clock.GetUtcNow(), clock.GetUtcNow().AddDays(1), AuditState.Queued), (schedule.LastRunAt, schedule.NextRunAt, schedule.LastAuditState));
        Assert.Equal("schedule: nightly", (await portal.FindAuditAsync(schedule.LastAuditId!.Value)).Row.Origin);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task RunAsync_after_the_portal_was_down_for_days_starts_one_audit(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (clock, portal) = await StartAsync(database);
        await SaveAsync(portal, "*/30 * * * *", "UTC");
        await portal.DisposeAsync();
        clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(7));

        await using var next = new TestPortal(database, clock, new FakeCollector(clock));
        await next.StartAsync();

        Assert.Equal((1, 0), (await next.Get<DueSchedules>().RunAsync(CancellationToken.None), await next.Get<DueSchedules>().RunAsync(CancellationToken.None)));
        var schedule = Assert.Single(await next.Get<IAuditQueries>().ListSchedulesAsync(CancellationToken.None));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 8, 30, 0, TimeSpan.Zero), schedule.NextRunAt);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task RunAsync_in_two_processes_at_once_starts_one_audit(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (clock, portal) = await StartAsync(database);
        await using var _ = portal;
        await using var other = new TestPortal(database, clock, new FakeCollector(clock));
        await SaveAsync(portal, "0 9 * * *", "UTC");
        clock.Advance(TimeSpan.FromHours(1));

        var started = await Task.WhenAll(portal.Get<DueSchedules>().RunAsync(CancellationToken.None), other.Get<DueSchedules>().RunAsync(CancellationToken.None));

        Assert.Equal(1, started.Sum());
    }

    [Theory, OnSqlite]
    public async Task RunAsync_skips_disabled_schedules(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (clock, portal) = await StartAsync(database);
        await using var _ = portal;
        await SaveAsync(portal, "* * * * *", "UTC", isEnabled: false);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, await portal.Get<DueSchedules>().RunAsync(CancellationToken.None));
    }

    [Theory, OnSqlite]
    public async Task SaveAsync_with_bad_values_names_each_and_stores_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (_, portal) = await StartAsync(database);
        await using var _ = portal;

        var result = await portal.Get<IScheduleService>().SaveAsync(new(null, " ", "61 * * * *", "Mars/Olympus", true, ["1"], ["eu-nowhere-9"]), "test", CancellationToken.None);

        Assert.Equal(["cron", "timeZone", "name", "accountIds", "regions"], result.Errors.Select(error => error.Field));
        Assert.Contains("'61 * * * *'", result.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("'Mars/Olympus'", result.Errors[1].Message, StringComparison.Ordinal);
        Assert.Empty(await portal.Get<IAuditQueries>().ListSchedulesAsync(CancellationToken.None));
    }

    [Theory, OnSqlite]
    public async Task Preview_shows_occurrences_in_UTC_over_a_change_of_the_clocks(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 27, 0, 0, 0, TimeSpan.Zero));
        await using var portal = new TestPortal(database, clock, new FakeCollector(clock));

        var preview = portal.Get<IScheduleService>().Preview("0 9 * * *", "Europe/Berlin", 2);

        Assert.Equal([new(2027, 3, 27, 8, 0, 0, TimeSpan.Zero), new(2027, 3, 28, 7, 0, 0, TimeSpan.Zero)], preview.Value!);
    }

    private static async Task SaveAsync(TestPortal portal, string cron, string zone, bool isEnabled = true)
    {
        var saved = await portal.Get<IScheduleService>().SaveAsync(new(null, "nightly", cron, zone, isEnabled, [], []), "test", CancellationToken.None);
        Assert.Empty(saved.Errors);
    }

    private static async Task<(FakeTimeProvider Clock, TestPortal Portal)> StartAsync(TestDatabase database)
    {
        var clock = TestPortal.Clock();
        var portal = new TestPortal(database, clock, new FakeCollector(clock));
        await portal.StartAsync();
        await portal.AddAccountsAsync(TestPortal.Shop);
        return (clock, portal);
    }
}
