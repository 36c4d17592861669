using EksSecurityPortal.Services.Collection.Aws;
using EksSecurityPortal.Services.Collection.Aws.Calls;
using EksSecurityPortal.Services.Collection.Aws.Clients;
using EksSecurityPortal.Services.Collection.Aws.Entering;
using EksSecurityPortal.Services.Collection.Kubernetes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EksSecurityPortal.Services.Collection;

public static class CollectionServices
{
    /// <summary>
    /// Adds <see cref="IAccountCollector"/> with everything behind it, and <see cref="CallLedger"/>. Reads the sections <c>Collection</c> and
    /// <c>Aws</c>; settings that cannot work stop the start and are named by their keys.
    /// </summary>
    public static IServiceCollection AddCollection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CollectionOptions>().Bind(configuration.GetSection(CollectionOptions.Section))
            .Validate(options => options.ConcurrentCallsPerService > 0, "Collection:ConcurrentCallsPerService must be at least 1.")
            .Validate(options => options.CallsPerSecond > 0, "Collection:CallsPerSecond must be more than 0.")
            .Validate(options => options.CallBurst > 0, "Collection:CallBurst must be at least 1.")
            .Validate(options => options.PartDeadline > TimeSpan.Zero && options.CallTimeout > TimeSpan.Zero, "Collection:PartDeadline and Collection:CallTimeout must be more than 0.")
            .ValidateOnStart();
        services.AddOptions<AwsOptions>().Bind(configuration.GetSection(AwsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddSingleton<CallLedger>();
        services.AddSingleton<CallGates>();
        services.AddSingleton<AwsClientSettings>();
        services.AddSingleton<HubCredentials>();
        services.AddSingleton<AccountEntrance>();
        services.AddSingleton<IHubIdentity, HubIdentity>();
        services.AddSingleton<IAccountCollector, AwsAccountCollector>();
        return services.AddKubernetesReader();
    }
}
