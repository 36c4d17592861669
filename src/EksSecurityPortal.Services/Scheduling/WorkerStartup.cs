using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using Hangfire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Services.Scheduling;

/// <summary>
/// Starts the job server of a process that works: takes the SQLite file for this process alone, puts interrupted audits back, starts schedules
/// that were missed, then opens the queues.
/// </summary>
internal sealed partial class WorkerStartup(
    IOptions<JobsOptions> options, DatabaseSettings settings, AuditRecovery recovery, DueSchedules schedules, HangfireServer server, ILogger<WorkerStartup> logger) : IHostedService, IDisposable
{
    private FileStream? ownership;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var jobs = options.Value;
        if (jobs.Role == PortalRole.Web)
        {
            return;
        }

        TakeOwnership();
        await recovery.ResumeAsync(cancellationToken);
        server.Start(jobs.WorkerCount);
        var missed = await schedules.RunAsync(cancellationToken);
        Working(logger, jobs.WorkerCount, missed);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await server.StopAsync(cancellationToken);
        if (ownership is not null)
        {
            await ownership.DisposeAsync();
        }
    }

    public void Dispose() => ownership?.Dispose();

    /// <summary>SQLite means one working process: held until this one ends, however it ends.</summary>
    private void TakeOwnership()
    {
        if (settings.File is not { } file)
        {
            return;
        }

        try
        {
            ownership = DataFolder.OpenForOwner(file + ".worker", FileShare.None);
        }
        catch (IOException exception)
        {
            throw new PortalStartException(
                $"Another portal process works with '{file}'. End it, set Database:DataFolder to another folder, or use PostgreSQL (Database:Provider) to run several processes.", exception);
        }
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Information, Message = "Working with {Workers} workers; {Missed} schedules were due")]
    private static partial void Working(ILogger logger, int workers, int missed);
}
