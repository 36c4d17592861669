using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace EksSecurityPortal.Services.Persistence;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Section <c>Database</c> of the configuration, resolved and checked.</summary>
/// <param name="ConnectionString">Complete; may hold a password: never log it.</param>
/// <param name="File">The database file of SQLite, absolute; null for PostgreSQL.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, string? File)
{
    public const string Section = "Database";

    public bool IsPostgreSql => Provider == DatabaseProvider.PostgreSql;

    /// <summary>Where the data is, for logs and pages; holds no password.</summary>
    public string Place
    {
        get
        {
            if (File is not null)
            {
                return File;
            }

            var builder = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"PostgreSQL at {builder.Host}:{builder.Port}, database '{builder.Database}', user '{builder.Username}'";
        }
    }

    /// <summary>
    /// Reads <c>Database:Provider</c> (Sqlite when absent), <c>Database:ConnectionString</c> and <c>Database:DataFolder</c>
    /// (<c>$XDG_DATA_HOME/eks-security-portal</c> when absent). Touches nothing.
    /// </summary>
    /// <exception cref="PortalStartException">A value cannot be used.</exception>
    public static DatabaseSettings Resolve(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var provider = section["Provider"];
        var connectionString = section["ConnectionString"];
        if (string.IsNullOrWhiteSpace(provider) || string.Equals(provider, nameof(DatabaseProvider.Sqlite), StringComparison.OrdinalIgnoreCase))
        {
            return Sqlite(connectionString, section["DataFolder"]);
        }

        if (string.Equals(provider, nameof(DatabaseProvider.PostgreSql), StringComparison.OrdinalIgnoreCase))
        {
            return PostgreSql(connectionString);
        }

        throw new PortalStartException($"Database:Provider is '{provider}', which is not known. Set it to Sqlite or PostgreSql.");
    }

    private static DatabaseSettings Sqlite(string? connectionString, string? dataFolder)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            var folder = Path.GetFullPath(string.IsNullOrWhiteSpace(dataFolder) ? DefaultDataFolder() : dataFolder);
            return ForFile(Path.Combine(folder, "portal.db"));
        }

        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException exception)
        {
            throw new PortalStartException(
                $"Database:ConnectionString is not one that SQLite understands ({exception.Message}) Write 'Data Source=/folder/portal.db', leave it out to use Database:DataFolder, or set Database:Provider to PostgreSql.", exception);
        }

        if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory)
        {
            throw new PortalStartException($"Database:ConnectionString names no file (Data Source is '{builder.DataSource}'). Write 'Data Source=/folder/portal.db', or leave it out to use Database:DataFolder.");
        }

        return ForFile(Path.GetFullPath(builder.DataSource));
    }

    private static DatabaseSettings ForFile(string file)
    {
        // 30 s: how long a writer waits for another one before it gives up. Foreign keys are off in SQLite unless asked for.
        var builder = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 };
        return new(DatabaseProvider.Sqlite, builder.ToString(), file);
    }

    private static DatabaseSettings PostgreSql(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new PortalStartException("Database:Provider is PostgreSql, but Database:ConnectionString is empty. Set it to 'Host=…;Database=…;Username=…;Password=…'.");
        }

        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            // the message names the keyword, never the password; the string itself is not repeated for it may hold one
            throw new PortalStartException($"Database:ConnectionString is not one that PostgreSQL's client understands ({exception.Message}) Write 'Host=…;Database=…;Username=…;Password=…'.", exception);
        }

        var missing = new[] { ("Host", builder.Host), ("Database", builder.Database), ("Username", builder.Username) }
            .Where(item => string.IsNullOrWhiteSpace(item.Item2))
            .Select(item => item.Item1)
            .ToList();
        return missing.Count == 0
            ? new(DatabaseProvider.PostgreSql, builder.ToString(), null)
            : throw new PortalStartException($"Database:ConnectionString has no {string.Join(", no ", missing)}. Write 'Host=…;Database=…;Username=…;Password=…'.");
    }

    /// <summary><c>$XDG_DATA_HOME</c> or <c>~/.local/share</c>, with the portal's folder.</summary>
    private static string DefaultDataFolder()
    {
        var xdg = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        var home = !string.IsNullOrEmpty(xdg) && Path.IsPathRooted(xdg)
            ? xdg
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0
            ? Path.Combine(home, "eks-security-portal")
            : throw new PortalStartException("There is no home folder to keep the database in. Set Database:DataFolder.");
    }
}
