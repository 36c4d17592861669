using EksSecurityPortal.Core.Checks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EksSecurityPortal.Services.Posture;

public static class PostureServices
{
    /// <summary>
    /// Audits, accounts, schedules, progress and retention. Needs AddPersistence, an <see cref="Collection.IAccountCollector"/> (AddCollection) and an
    /// <see cref="IJobDispatcher"/> (AddScheduling).
    /// </summary>
    public static IServiceCollection AddPosture(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section);
        services.AddSingleton<PortalEventLog>();
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<AccountSessions>();
        services.AddSingleton<ProgressFeed>();
        services.AddSingleton<IProgressFeed>(provider => provider.GetRequiredService<ProgressFeed>());
        services.AddSingleton<RunClaims>();
        services.AddSingleton<RunCancellations>();
        services.AddSingleton<RunBeats>();
        services.AddSingleton(new CheckBook(CheckCatalog.All));
        services.AddSingleton<RunWriter>();
        services.AddSingleton<AuditCloser>();
        services.AddSingleton<AuditPlanWriter>();
        services.AddSingleton<AuditDiscovery>();
        services.AddSingleton<AuditPlanner>();
        services.AddSingleton<AuditRecovery>();
        services.AddSingleton<PostureService>();
        services.AddSingleton<DueSchedules>();
        services.AddSingleton<Retention>();
        services.AddSingleton<AuditCanceller>();
        services.AddSingleton<AuditService>();
        services.AddSingleton<IAuditService>(provider => provider.GetRequiredService<AuditService>());
        services.AddSingleton<IAccountService, AccountService>();
        services.AddSingleton<IScheduleService, ScheduleService>();
        services.AddSingleton<IHostedService, DeclaredItems>();
        services.AddSingleton<IHostedService, ProgressRelay>();
        return services;
    }
}
