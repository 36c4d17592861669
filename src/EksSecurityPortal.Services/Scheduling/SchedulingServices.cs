using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Posture;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Services.Scheduling;

public static class SchedulingServices
{
    /// <summary>Hangfire's own tables, apart from the portal's.</summary>
    private const string Schema = "hangfire";

    /// <summary>
    /// The job queue in the portal's database (PostgreSQL) or in memory (SQLite), and this process's part in it by <c>Jobs:Role</c>. Needs
    /// AddPersistence and AddPosture. The dashboard is the web host's affair.
    /// </summary>
    /// <param name="configuration">Null to take the host's.</param>
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration? configuration = null)
    {
        var options = services.AddOptions<JobsOptions>();
        _ = configuration is null ? options.BindConfiguration(JobsOptions.Section) : options.Bind(configuration.GetSection(JobsOptions.Section));
        options.Validate(jobs => jobs.WorkerCount is >= 1 and <= 64, "Jobs:WorkerCount must be 1 to 64.").ValidateOnStart();
        services.AddSingleton<IValidateOptions<JobsOptions>, RoleNeedsDatabase>();
        // the storage of this container, not the one that Hangfire keeps for the whole process
        services.AddSingleton(provider => Storage(provider.GetRequiredService<DatabaseSettings>()));
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddSingleton(provider => new Lazy<IBackgroundJobClient>(provider.GetRequiredService<IBackgroundJobClient>));
        services.AddSingleton<IJobDispatcher, HangfireDispatcher>();
        services.AddTransient<AuditJob>().AddTransient<ClusterJob>().AddTransient<MinuteJob>().AddTransient<RetentionJob>();
        services.AddSingleton<HangfireServer>();
        services.AddSingleton<IHostedService, WorkerStartup>();
        return services;
    }

    private static JobStorage Storage(DatabaseSettings settings) => settings.IsPostgreSql
        ? new PostgreSqlStorage(
            new NpgsqlConnectionFactory(settings.ConnectionString, new PostgreSqlStorageOptions { SchemaName = Schema }),
            new PostgreSqlStorageOptions
            {
                SchemaName = Schema,
                QueuePollInterval = TimeSpan.FromSeconds(2),
                EnableLongPolling = true,

                // sliding: a job's claim lives as long as its process; without it a long collection would be started again beside itself
                UseSlidingInvisibilityTimeout = true,
                InvisibilityTimeout = TimeSpan.FromSeconds(90),
            })
        : new InMemoryStorage();

    private sealed class RoleNeedsDatabase(DatabaseSettings settings) : IValidateOptions<JobsOptions>
    {
        public ValidateOptionsResult Validate(string? name, JobsOptions options) => options.Role == PortalRole.All || settings.IsPostgreSql
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Jobs:Role is {options.Role}, which needs several processes, and SQLite serves one. Set Jobs:Role to All, or Database:Provider to PostgreSql.");
    }
}
