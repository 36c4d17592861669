using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EksSecurityPortal.Services.Persistence;

/// <summary>How a context is set up for each provider, at run time and for <c>dotnet ef</c> alike.</summary>
public static class PortalDatabase
{
    private const string SqliteMigrations = "EksSecurityPortal.Migrations.Sqlite";
    private const string PostgreSqlMigrations = "EksSecurityPortal.Migrations.PostgreSql";

    /// <summary>The Identity schema is part of the model, so the design-time factories and the application must set the same one.</summary>
    public static void ConfigureIdentityStores(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Stores.MaxLengthForKeys = 128;
    }

    public static PortalDbContext CreateForDesignTime(DatabaseProvider provider)
    {
        var settings = provider == DatabaseProvider.Sqlite
            ? new DatabaseSettings(provider, "Data Source=design-time.db", "design-time.db")
            : new DatabaseSettings(provider, "Host=127.0.0.1;Database=design-time", null);
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        Configure(options, settings);
        options.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(ConfigureIdentityStores).BuildServiceProvider());
        return new PortalDbContext(options.Options);
    }

    internal static void Configure(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        if (settings.IsPostgreSql)
        {
            options.UseNpgsql(settings.ConnectionString, provider => provider.MigrationsAssembly(PostgreSqlMigrations));
        }
        else
        {
            options.UseSqlite(settings.ConnectionString, provider => provider.MigrationsAssembly(SqliteMigrations));
            options.AddInterceptors(SqliteConnectionSettings.Instance);
        }
    }
}
