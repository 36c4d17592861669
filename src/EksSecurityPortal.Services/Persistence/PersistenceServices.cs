using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EksSecurityPortal.Services.Persistence;

public static class PersistenceServices
{
    /// <summary>
    /// The database, its start-up and the data-protection keys kept in it. Configuration is read when the first context is made, so that
    /// sources added later still count.
    /// </summary>
    /// <param name="configuration">Null to take the host's.</param>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration? configuration = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => DatabaseSettings.Resolve(configuration ?? provider.GetRequiredService<IConfiguration>()));
        services.Configure<IdentityOptions>(PortalDatabase.ConfigureIdentityStores);

        // also registers the scoped context that Identity's stores ask for
        services.AddDbContextFactory<PortalDbContext>((provider, options) => PortalDatabase.Configure(options, provider.GetRequiredService<DatabaseSettings>()));
        services.AddDataProtection().SetApplicationName("EksSecurityPortal").PersistKeysToDbContext<PortalDbContext>();
        services.AddSingleton<DatabaseStartup>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseStartup>());
        return services;
    }
}
