using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EksSecurityPortal.Services.Tests.Persistence;

/// <summary>
/// The PostgreSQL server of the tests: the one that PORTAL_TEST_POSTGRES names, else one that is started from the machine's own binaries on
/// a free port, in a temporary folder, and that ends with this process however it ends.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Kept from the garbage collector: it would close the server's input, and so end it.</summary>
    private static Process? server;

    /// <summary>Null when there is a server to test with; otherwise why not.</summary>
    internal static string? Absence { get; } = Given is not null || Binaries is not null
        ? null
        : "no PostgreSQL: set PORTAL_TEST_POSTGRES to a connection string that may create databases, or install its server binaries";

    private static string? Given => Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    private static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin")).Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    /// <summary>A connection string that may create databases.</summary>
    internal static Task<string> ConnectionStringAsync() => Started.Value;

    internal static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        if (Given is { } given)
        {
            return given;
        }

        var binaries = Binaries ?? throw new InvalidOperationException(Absence);
        var folder = Path.Combine(Path.GetTempPath(), $"portal-postgres-{Guid.NewGuid():N}");
        var port = FreePort();
        server = Process.Start(Script(binaries, folder, port)) ?? throw new InvalidOperationException("sh did not start.");

        // the script ends the server when this end of its input closes: also when this process is killed
        var ready = await server.StandardOutput.ReadLineAsync();
        return ready == "ready"
            ? $"Host=127.0.0.1;Port={port};Username=portal;Database=postgres;Include Error Detail=true;Maximum Pool Size=40"
            : throw new InvalidOperationException($"PostgreSQL did not start: {ready} {await server.StandardError.ReadToEndAsync()}");
    }

    private static ProcessStartInfo Script(string binaries, string folder, int port)
    {
        var script = $$"""
            set -e
            mkdir -m 700 '{{folder}}'
            '{{binaries}}/initdb' -D '{{folder}}/data' -U portal -A trust -E UTF8 --locale=C >'{{folder}}/initdb.log' 2>&1
            '{{binaries}}/postgres' -D '{{folder}}/data' -p {{port}} -k '{{folder}}' -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c max_connections=300 >'{{folder}}/server.log' 2>&1 </dev/null &
            pid=$!
            for try in $(seq 300); do '{{binaries}}/pg_isready' -q -h 127.0.0.1 -p {{port}} && break; sleep 0.1; done
            echo ready
            read line || true
            kill -QUIT $pid || true
            wait $pid || true
            rm -rf '{{folder}}'
            """;

        // the server refuses to run as root
        var info = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", "-c", script])
            : new ProcessStartInfo("sh", ["-c", script]);
        info.RedirectStandardInput = true;
        info.RedirectStandardOutput = true;
        info.RedirectStandardError = true;
        info.WorkingDirectory = "/";
        return info;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
