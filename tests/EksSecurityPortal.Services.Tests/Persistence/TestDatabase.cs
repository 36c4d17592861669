using EksSecurityPortal.Services.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EksSecurityPortal.Services.Tests.Persistence;

/// <summary>A migrated database of its own for one test: a copy of one that was migrated once per run.</summary>
internal sealed class TestDatabase : IAsyncDisposable, IDbContextFactory<PortalDbContext>
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgreSqlTemplate = new(MigratePostgreSqlTemplateAsync);

    private readonly DbContextOptions<PortalDbContext> options;

    private TestDatabase(DatabaseSettings settings)
    {
        Settings = settings;
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        PortalDatabase.Configure(builder, settings);
        builder.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(PortalDatabase.ConfigureIdentityStores).BuildServiceProvider());
        options = builder.Options;
    }

    internal DatabaseSettings Settings { get; }

    /// <summary>What a portal needs to use this database.</summary>
    internal Dictionary<string, string?> Configuration => new()
    {
        ["Database:Provider"] = Settings.Provider.ToString(),
        ["Database:ConnectionString"] = Settings.ConnectionString,
    };

    public PortalDbContext CreateDbContext() => new(options);

    public async ValueTask DisposeAsync()
    {
        if (Settings.File is { } file)
        {
            SqliteConnection.ClearPool(new SqliteConnection(Settings.ConnectionString));
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true); // a folder of its own: see NewSqlite
            return;
        }

        await using var connection = new NpgsqlConnection(Settings.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        await PostgresServer.ExecuteAsync(await PostgresServer.ConnectionStringAsync(), $"DROP DATABASE IF EXISTS \"{connection.Database}\" WITH (FORCE)");
    }

    /// <summary>Migrated and seeded.</summary>
    internal static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var settings = NewSqlite();
            File.Copy(await SqliteTemplate.Value, settings.File!); // NewSqlite names a file
            return new(settings);
        }

        return new(await NewPostgreSqlAsync(await PostgreSqlTemplate.Value));
    }

    /// <summary>Empty: nothing migrated yet; on SQLite not even a file.</summary>
    internal static async Task<TestDatabase> CreateEmptyAsync(DatabaseProvider provider) =>
        new(provider == DatabaseProvider.Sqlite ? NewSqlite() : await NewPostgreSqlAsync("template0"));

    private static DatabaseSettings NewSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        return DatabaseSettings.Resolve(new ConfigurationBuilder().AddInMemoryCollection([new("Database:DataFolder", folder)]).Build());
    }

    private static async Task<DatabaseSettings> NewPostgreSqlAsync(string template)
    {
        var server = await PostgresServer.ConnectionStringAsync();
        var name = $"portal_{Guid.NewGuid():N}";
        await PostgresServer.ExecuteAsync(server, $"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        return new(DatabaseProvider.PostgreSql, new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString(), null);
    }

    private static async Task<string> MigrateSqliteTemplateAsync()
    {
        var settings = NewSqlite();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(settings.File)!, recursive: true); // NewSqlite names a file
        await MigrateAsync(settings);
        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await checkpoint.ExecuteNonQueryAsync();
        return settings.File!; // NewSqlite names a file
    }

    private static async Task<string> MigratePostgreSqlTemplateAsync()
    {
        var settings = await NewPostgreSqlAsync("template0");
        await MigrateAsync(settings);
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        return connection.Database;
    }

    private static async Task MigrateAsync(DatabaseSettings settings)
    {
        await using var provider = new ServiceCollection()
            .AddLogging()
            .AddPersistence(new ConfigurationBuilder().AddInMemoryCollection(new TestDatabase(settings).Configuration).Build())
            .BuildServiceProvider();
        await provider.GetRequiredService<DatabaseStartup>().RunAsync(CancellationToken.None);
    }
}
