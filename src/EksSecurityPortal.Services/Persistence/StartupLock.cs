using Npgsql;

namespace EksSecurityPortal.Services.Persistence;

/// <summary>
/// Lets one process at a time migrate and seed. The lock dies with its process: a PostgreSQL session lock, or a lock of the operating
/// system on a file beside the SQLite database.
/// </summary>
internal sealed class StartupLock : IAsyncDisposable
{
    /// <summary>Any number, the same in every portal process: "EKSP".</summary>
    private const long AdvisoryKey = 0x454B5350;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly NpgsqlConnection? connection;
    private readonly FileStream? file;

    private StartupLock(NpgsqlConnection? connection, FileStream? file)
    {
        this.connection = connection;
        this.file = file;
    }

    /// <exception cref="PortalStartException">Another process held it for two minutes.</exception>
    /// <exception cref="NpgsqlException">No connection.</exception>
    internal static Task<StartupLock> TakeAsync(DatabaseSettings settings, TimeProvider clock, CancellationToken cancellationToken) =>
        settings.File is { } database ? TakeFileAsync(database, clock, cancellationToken) : TakeSessionAsync(settings.ConnectionString, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }

        if (file is not null)
        {
            await file.DisposeAsync();
        }
    }

    private static async Task<StartupLock> TakeSessionAsync(string connectionString, CancellationToken cancellationToken)
    {
        // unpooled: closing the connection must end the session, and with it the lock
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        var connection = new NpgsqlConnection(unpooled.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { CommandTimeout = (int)Patience.TotalSeconds };
            command.Parameters.AddWithValue(AdvisoryKey);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new(connection, null);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<StartupLock> TakeFileAsync(string database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var path = database + ".start";
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new(null, DataFolder.OpenForOwner(path, FileShare.None));
            }
            catch (IOException) when (clock.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
            catch (IOException exception)
            {
                throw new PortalStartException($"'{path}' has been locked by another portal process for {Patience.TotalMinutes:0} minutes. End that process, or set Database:DataFolder to another folder.", exception);
            }
        }
    }
}
