using System.Text.Json;
using System.Threading.Channels;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Queries;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EksSecurityPortal.Services.Posture;

/// <summary>
/// Carries progress between portal processes over PostgreSQL's NOTIFY; on SQLite there is one process and nothing to do. Messages may get
/// lost: whoever shows progress reads the rows as well, and after a lost connection everybody is told to read again.
/// </summary>
internal sealed partial class ProgressRelay(DatabaseSettings settings, ProgressFeed feed, TimeProvider clock, ILogger<ProgressRelay> logger) : BackgroundService
{
    private const string ChannelName = "portal_progress";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly string self = Guid.NewGuid().ToString("N");
    private readonly HashSet<Guid> elsewhere = [];

    // when the database is slow, old progress is worth less than new
    private readonly Channel<string> outgoing = Channel.CreateBounded<string>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsPostgreSql)
        {
            return;
        }

        feed.ProgressHere += Send;
        feed.PostureChangedHere += Send;
        try
        {
            await Task.WhenAll(KeepAsync(ListenAsync, stoppingToken), KeepAsync(NotifyAsync, stoppingToken));
        }
        finally
        {
            feed.ProgressHere -= Send;
            feed.PostureChangedHere -= Send;
        }
    }

    private async Task KeepAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                Lost(logger, exception.Message);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var own = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(own.ToString());
        await connection.OpenAsync(cancellationToken);
        connection.Notification += (_, notification) => Receive(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {ChannelName}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        feed.Forget(elsewhere.Contains);
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private async Task NotifyAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await foreach (var payload in outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            await using var notify = new NpgsqlCommand("select pg_notify($1, $2)", connection);
            notify.Parameters.AddWithValue(ChannelName);
            notify.Parameters.AddWithValue(payload);
            await notify.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private void Send(RunProgress progress) => outgoing.Writer.TryWrite(RelayMessage.Write(self, progress));

    private void Send(Guid auditId) => outgoing.Writer.TryWrite(RelayMessage.Write(self, auditId));

    private void Receive(string payload)
    {
        try
        {
            var message = RelayMessage.Read(payload);
            if (message.From == self)
            {
                return; // the bus of this process had it first hand
            }

            if (message.Progress is { } progress)
            {
                elsewhere.Add(progress.RunId);
                feed.ProgressElsewhere(progress);
            }
            else
            {
                feed.PostureChangedElsewhere(message.PostureChanged);
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            // a process of another version speaks otherwise; its rows can still be read
            Unreadable(logger, exception.Message);
        }
    }

    [LoggerMessage(EventId = 2181, Level = LogLevel.Warning, Message = "Progress between processes is interrupted: {Reason}")]
    private static partial void Lost(ILogger logger, string reason);

    [LoggerMessage(EventId = 2182, Level = LogLevel.Debug, Message = "A progress message could not be read: {Reason}")]
    private static partial void Unreadable(ILogger logger, string reason);
}

/// <summary>What travels between processes: without the words of gaps, so that it stays far below NOTIFY's 8,000 bytes.</summary>
internal sealed record RelayMessage(string From, RunProgress? Progress, Guid PostureChanged)
{
    internal static string Write(string from, Guid auditId) => StoredJson.Write(new Wire { From = from, Audit = auditId });

    internal static string Write(string from, RunProgress progress) => StoredJson.Write(new Wire
    {
        From = from,
        Audit = progress.AuditId,
        Run = progress.RunId,
        Cluster = progress.ClusterArn,
        State = progress.State,
        Parts = string.Join(';', progress.Parts.Values.Select(part => FormattableString.Invariant($"{part.Part}:{(int)part.State}:{part.Items}"))),
        Total = progress.PartsTotal,
        Activity = progress.Activity,
    });

    /// <exception cref="JsonException">Not such a message.</exception>
    internal static RelayMessage Read(string payload)
    {
        var wire = StoredJson.Read<Wire>(payload);
        if (wire.Run is not { } run)
        {
            return new(wire.From, null, wire.Audit);
        }

        var parts = (wire.Parts ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => text.Split(':'))
            .Select(fields => new PartProgress(Enum.Parse<SnapshotPart>(fields[0]), Enum.Parse<PartState>(fields[1]), int.Parse(fields[2], System.Globalization.CultureInfo.InvariantCulture)))
            .ToDictionary(part => part.Part);
        var done = parts.Values.Count(part => part.State != PartState.Reading);
        return new(wire.From, new(wire.Audit, run, wire.Cluster ?? "", wire.State, parts, done, wire.Total, wire.Activity), Guid.Empty);
    }

    private sealed record Wire
    {
        public required string From { get; init; }
        public Guid Audit { get; init; }
        public Guid? Run { get; init; }
        public string? Cluster { get; init; }
        public RunState State { get; init; }
        public string? Parts { get; init; }
        public int Total { get; init; }
        public string? Activity { get; init; }
    }
}
