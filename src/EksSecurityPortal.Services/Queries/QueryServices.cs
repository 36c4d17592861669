using Microsoft.Extensions.DependencyInjection;

namespace EksSecurityPortal.Services.Queries;

public static class QueryServices
{
    /// <summary>Read models of pages and API. Needs AddPersistence and AddPosture.</summary>
    public static IServiceCollection AddQueries(this IServiceCollection services)
    {
        services.AddSingleton<FleetOverviewQuery>();
        services.AddSingleton<CoverageQuery>();
        services.AddSingleton<IClusterQueries, ClusterQueries>();
        services.AddSingleton<IFindingQueries, FindingQueries>();
        services.AddSingleton<IAuditQueries, AuditQueries>();
        return services;
    }
}
