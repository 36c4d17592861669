using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Services.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Posture;

public sealed class AccountTests
{
    private const string Role = "arn:aws:iam::111122223333:role/team/Reader";

    [Theory]
    [InlineData("12345", Role, null, null, "accountId", "12345")]
    [InlineData("111122223333", "arn:aws:iam::444455556666:role/Reader", null, null, "roleArn", "444455556666")]
    [InlineData("111122223333", "arn:aws:iam::111122223333:user/me", null, null, "roleArn", ":user/me")]
    [InlineData("111122223333", "arn:aws:iam::111122223333:role/Reader\n", null, null, null, null)]
    [InlineData("111122223333", Role, "x", null, "externalId", "'x'")]
    [InlineData("111122223333", Role, "a b", null, "externalId", "'a b'")]
    [InlineData("111122223333", null, "abc", null, "externalId", "role")]
    [InlineData("111122223333", Role, null, "eu-centrl-1", "regions", "eu-central-1")]
    [InlineData("111122223333", Role, null, "cn-north-1", "regions", "aws-cn")]
    [InlineData("111122223333", "arn:aws-cn:iam::111122223333:role/Reader", null, "cn-north-1", null, null)]
    [InlineData("111122223333", Role, "portal+=,.@:/-_1", "eu-central-1", null, null)]
    public void Check_names_field_and_value(string id, string? role, string? externalId, string? region, string? field, string? named)
    {
        var errors = AccountRules.Check(AccountService.Trimmed(new(id, "", role, externalId, region is null ? [] : [region])));

        if (field is null)
        {
            Assert.Empty(errors);
            return;
        }

        Assert.Equal(field, errors[0].Field);
        Assert.Contains(named!, errors[0].Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task RemoveAsync_takes_clusters_runs_and_findings_along(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var portal = await StartAsync(database);
        await portal.AddAccountsAsync(TestPortal.Shop);
        await portal.AuditAsync();

        Assert.Empty((await portal.Get<IAccountService>().RemoveAsync(TestPortal.Shop, "test", CancellationToken.None)).Errors);

        await using var db = database.CreateDbContext();
        Assert.Equal((0, 0, 0, 0, 0, 1), (
            await db.Accounts.CountAsync(), await db.Clusters.CountAsync(), await db.Runs.CountAsync(), await db.Findings.CountAsync(), await db.Snapshots.CountAsync(), await db.Audits.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task TestAsync_stores_the_answers_with_a_stored_account(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var portal = await StartAsync(database);
        await portal.AddAccountsAsync(TestPortal.Shop);

        var answers = await portal.Get<IAccountService>().TestAsync(new(TestPortal.Shop, "Shop", null, null, []), "test", CancellationToken.None);

        var account = await portal.Get<IAuditQueries>().FindAccountAsync(TestPortal.Shop, CancellationToken.None);
        Assert.Equal(answers.Value, account!.LastProbes);
        Assert.Equal(portal.Get<TimeProvider>().GetUtcNow(), account.LastTestedAt);
    }

    [Theory, OnSqlite]
    public async Task NewExternalId_is_long_and_never_the_same(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var portal = await StartAsync(database);

        var ids = Enumerable.Range(0, 100).Select(_ => portal.Get<IAccountService>().NewExternalId()).ToList();

        Assert.All(ids, id => Assert.Empty(AccountRules.Check(new(TestPortal.Shop, "x", $"arn:aws:iam::{TestPortal.Shop}:role/Reader", id, []))));
        Assert.Equal((100, 32), (ids.Distinct().Count(), ids[0].Length));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Declared_items_follow_the_configuration_and_refuse_changes(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var portal = await StartAsync(database, new()
        {
            ["Portal:Accounts:0:AccountId"] = TestPortal.Shop,
            ["Portal:Accounts:0:Regions:0"] = "eu-central-1",
            ["Portal:Schedules:0:Name"] = "nightly",
            ["Portal:Schedules:0:Cron"] = "0 2 * * *",
            ["Portal:Schedules:0:AccountIds:0"] = TestPortal.Shop,
        }))
        {
            var account = Assert.Single(await portal.Get<IAuditQueries>().ListAccountsAsync(CancellationToken.None));
            Assert.Equal((true, true, "eu-central-1"), (account.IsDeclared, account.IsEnabled, account.Regions[0]));
            Assert.Contains("Portal:Accounts", (await portal.Get<IAccountService>().RemoveAsync(TestPortal.Shop, "test", CancellationToken.None)).Errors[0].Message, StringComparison.Ordinal);
            var schedule = Assert.Single(await portal.Get<IAuditQueries>().ListSchedulesAsync(CancellationToken.None));
            Assert.Contains("Portal:Schedules", (await portal.Get<IScheduleService>().RemoveAsync(schedule.Id, "test", CancellationToken.None)).Errors[0].Message, StringComparison.Ordinal);
        }

        await using var undeclared = await StartAsync(database);
        var left = Assert.Single(await undeclared.Get<IAuditQueries>().ListAccountsAsync(CancellationToken.None));
        Assert.Equal((false, false), (left.IsDeclared, left.IsEnabled));
        Assert.Empty(await undeclared.Get<IAuditQueries>().ListSchedulesAsync(CancellationToken.None));
    }

    [Theory, OnSqlite]
    public async Task Declared_items_that_are_wrong_stop_the_start_with_every_key(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        var refusal = await Assert.ThrowsAsync<PortalStartException>(() => StartAsync(database, new()
        {
            ["Portal:Accounts:0:AccountId"] = "12",
            ["Portal:Accounts:1:AccountId"] = TestPortal.Shop,
            ["Portal:Accounts:1:RoleArn"] = "nonsense",
            ["Portal:Schedules:0:Name"] = "nightly",
            ["Portal:Schedules:0:Cron"] = "soon",
        }));

        Assert.Contains("Portal:Accounts:0:AccountId: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Portal:Accounts:1:RoleArn: Role ARN 'nonsense'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Portal:Schedules:0:Cron: Cron expression 'soon'", refusal.Message, StringComparison.Ordinal);
        await using var db = database.CreateDbContext();
        Assert.False(await db.Accounts.AnyAsync());
    }

    private static async Task<TestPortal> StartAsync(TestDatabase database, Dictionary<string, string?>? settings = null)
    {
        var clock = TestPortal.Clock();
        var collector = new FakeCollector(clock);
        collector.Clusters.Add(TestPortal.Cluster("shop"));
        collector.Facts["shop"] = snapshot => snapshot.WithNamespaces("bad-one");
        var portal = new TestPortal(database, clock, collector, settings);
        await portal.StartAsync();
        return portal;
    }
}
