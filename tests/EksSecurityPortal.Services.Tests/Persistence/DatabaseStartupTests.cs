using System.Runtime.Versioning;
using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Services.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Persistence;

public sealed class DatabaseStartupTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public void Model_compared_with_the_migrations_has_no_pending_changes(DatabaseProvider provider)
    {
        using var db = PortalDatabase.CreateForDesignTime(provider);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task RunAsync_on_an_empty_database_by_three_processes_at_once_migrates_and_seeds_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(provider);
        await using var first = Portal(database.Configuration);
        await using var second = Portal(database.Configuration);
        await using var third = Portal(database.Configuration);

        await Task.WhenAll(Start(first), Start(second), Start(third));

        await using var db = database.CreateDbContext();
        Assert.Equal(PortalRoles.All.Order(), await db.Roles.Select(role => role.Name).OrderBy(name => name).ToListAsync());
    }

    [Theory, OnSqlite]
    public async Task RunAsync_after_a_crash_in_a_migration_is_not_stopped_by_its_lock(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        }

        await using var portal = Portal(database.Configuration);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        await portal.GetRequiredService<DatabaseStartup>().RunAsync(deadline.Token);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task RunAsync_with_a_new_data_folder_closes_folder_and_file_to_others()
    {
        var root = Directory.CreateTempSubdirectory("portal-test-").FullName;
        var folder = Path.Combine(root, "data");
        await using var portal = Portal(new() { ["Database:DataFolder"] = folder });

        await Start(portal);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.All(Directory.GetFiles(folder), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Directory.Delete(root, recursive: true);
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Oracle", "Sqlite or PostgreSql")]
    [InlineData("Database:ConnectionString", "Data Source=:memory:", ":memory:", "Data Source=/folder/portal.db")]
    [InlineData("Database:ConnectionString", "Host=db;Password=s3cret", "host", "Database:Provider to PostgreSql")]
    [InlineData("Database:DataFolder", "/proc/nowhere", "/proc/nowhere", "set Database:DataFolder to another")]
    public async Task RunAsync_with_a_bad_setting_names_key_value_and_remedy(string key, string value, string named, string remedy)
    {
        await using var portal = Portal(new() { [key] = value });

        var refusal = await Assert.ThrowsAsync<PortalStartException>(() => Start(portal));

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(named, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("Hots=db;Password=s3cret", "hots")]
    [InlineData("Host=db;Password=s3cret", "no Database, no Username")]
    [InlineData("Host=127.0.0.1;Port=1;Database=portal;Username=someone;Password=s3cret;Timeout=3", "127.0.0.1:1, database 'portal', user 'someone'")]
    public async Task RunAsync_with_a_bad_PostgreSql_connection_says_so_without_the_password(string connectionString, string named)
    {
        await using var portal = Portal(new() { ["Database:Provider"] = "postgresql", ["Database:ConnectionString"] = connectionString });

        var refusal = await Assert.ThrowsAsync<PortalStartException>(() => Start(portal));

        Assert.Contains("Database:ConnectionString", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(named, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("s3cret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_on_a_file_that_is_no_database_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "portal.db"), new string('x', 5000));
        await using var portal = Portal(new() { ["Database:DataFolder"] = folder });

        var refusal = await Assert.ThrowsAsync<PortalStartException>(() => Start(portal));

        Assert.Contains("portal.db", refusal.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static ServiceProvider Portal(Dictionary<string, string?> settings) =>
        new ServiceCollection().AddLogging().AddPersistence(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();

    private static Task Start(ServiceProvider portal) => portal.GetRequiredService<DatabaseStartup>().RunAsync(CancellationToken.None);
}
