using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

public static class KubernetesReaderServices
{
    /// <summary>Adds <see cref="IKubernetesReader"/>. Needs <see cref="CollectionOptions"/> and logging to be configured.</summary>
    public static IServiceCollection AddKubernetesReader(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IKubernetesReader, KubernetesReader>();
        return services;
    }
}
