using System.Net.Sockets;
using EksSecurityPortal.Services.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EksSecurityPortal.Services.Persistence;

/// <summary>
/// Brings the database to the present model and seeds the roles, before anything else starts. Safe to run in several processes at once and
/// after a crash in the middle. Runs once however often it is asked.
/// </summary>
public sealed partial class DatabaseStartup(
    DatabaseSettings settings, IDbContextFactory<PortalDbContext> contexts, TimeProvider clock, ILogger<DatabaseStartup> logger) : IHostedLifecycleService, IDisposable
{
    private readonly SemaphoreSlim once = new(1, 1);
    private bool isReady;

    /// <exception cref="PortalStartException">The database cannot be reached, opened or written; the message says what to change.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await once.WaitAsync(cancellationToken);
        try
        {
            if (!isReady)
            {
                await PrepareAsync(cancellationToken);
                isReady = true;
                Ready(logger, settings.Place);
            }
        }
        finally
        {
            once.Release();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => once.Dispose();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (settings.File is { } file)
            {
                DataFolder.Prepare(file);
            }

            await using var held = await StartupLock.TakeAsync(settings, clock, cancellationToken);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (settings.File is not null)
            {
                await PrepareSqliteAsync(db, cancellationToken);
            }

            await db.Database.MigrateAsync(cancellationToken);
            await SeedRolesAsync(db, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new PortalStartException(
                $"The database file '{settings.File}' cannot be used: {exception.Message} If it is not a portal database, set Database:DataFolder to another folder; if it is damaged, restore it from a backup.", exception);
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException)
        {
            throw new PortalStartException($"Database:ConnectionString: {settings.Place} cannot be used: {Explain(exception)}", exception);
        }
    }

    private static async Task PrepareSqliteAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);

        // EF's own migration lock is a row that a killed process leaves behind, and the next start would wait for it for ever.
        // We hold the file lock, so nobody else is migrating and any such row is stale.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
    }

    private static async Task SeedRolesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var present = await db.Roles.Select(role => role.Name).ToListAsync(cancellationToken);
        foreach (var name in PortalRoles.All.Where(name => !present.Contains(name)))
        {
            db.Roles.Add(new IdentityRole(name) { NormalizedName = name.ToUpperInvariant() });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static string Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "the database does not exist. Create it (CREATE DATABASE …) or correct Database=.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => "user or password was refused. Correct Username= and Password=.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied => $"{denied.MessageText}. Grant the user CREATE on the database and on its schema public.",
        PostgresException other => $"{other.MessageText} ({other.SqlState}).",
        _ => $"{exception.Message} Check Host= and Port=, and that the server accepts connections from here.",
    };

    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "The database is ready: {Place}")]
    private static partial void Ready(ILogger logger, string place);
}
