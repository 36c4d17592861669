using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace EksSecurityPortal.Services.Scheduling;

/// <summary>The job server of this process. Started by <see cref="WorkerStartup"/> and not by the host, because interrupted work must be put back first.</summary>
/// <param name="services">Asked late: on PostgreSQL making the storage touches the database, which must have been started up before.</param>
internal sealed class HangfireServer(IServiceProvider services) : IDisposable
{
    private BackgroundJobServer? server;

    internal void Start(int workers)
    {
        var recurring = services.GetRequiredService<IRecurringJobManager>();
        recurring.AddOrUpdate<MinuteJob>("minute", JobQueues.Audits, job => job.RunAsync(CancellationToken.None), Cron.Minutely, Utc);
        recurring.AddOrUpdate<RetentionJob>("retention", JobQueues.Upkeep, job => job.RunAsync(CancellationToken.None), Cron.Daily(3, 17), Utc);
        server = new(
            new BackgroundJobServerOptions
            {
                // one more than collections, so that planning and schedules never wait for a long collection to end
                WorkerCount = workers + 1,
                Queues = [JobQueues.Audits, JobQueues.Clusters, JobQueues.Upkeep],
                Activator = services.GetRequiredService<JobActivator>(),
                SchedulePollingInterval = TimeSpan.FromSeconds(15),
                ShutdownTimeout = TimeSpan.FromSeconds(15),
            },
            services.GetRequiredService<JobStorage>());
    }

    internal async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is not null)
        {
            server.SendStop();
            await server.WaitForShutdownAsync(cancellationToken);
        }
    }

    public void Dispose() => server?.Dispose();

    private static RecurringJobOptions Utc => new() { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Relaxed };
}
