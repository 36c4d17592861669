using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Connection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

internal sealed partial class KubernetesReader(IOptions<CollectionOptions> options, TimeProvider clock, ILogger<KubernetesReader> logger) : IKubernetesReader
{
    public async Task<KubernetesFacts> ReadAsync(KubernetesTarget target, IProgress<PartProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            using var api = Open(target);
            await ProbeAsync(api, cancellationToken);
            return await new ClusterRead(api, options.Value, clock, progress, cancellationToken).ReadAsync();
        }
        catch (KubernetesReadException refusal)
        {
            LogUnreachable(target.Cluster.Arn, refusal.Reason, refusal.Message);
            return MissingFacts.Create(refusal.ToGap(KubernetesRequests.Version), progress);
        }
    }

    public async Task<IReadOnlyList<PermissionProbe>> TestAsync(KubernetesTarget target, CancellationToken cancellationToken)
    {
        try
        {
            using var api = Open(target);
            await ProbeAsync(api, cancellationToken);
            var test = new PermissionTest(api);
            return await Task.WhenAll(PermissionTest.Requests.Select(request => test.AskAsync(request, cancellationToken)));
        }
        catch (KubernetesReadException refusal)
        {
            return [.. PermissionTest.Requests.Select(request => new PermissionProbe(request.Operation, request.Purpose, ProbeResult.NotTested, refusal.Message))];
        }
    }

    private KubernetesApi Open(KubernetesTarget target) =>
        new(KubernetesHttp.Open(target, options.Value), new EksTokenProvider(target.Credentials, target.Cluster, clock), options.Value, clock);

    /// <summary>
    /// Finds out once, and shortly, whether there is anything to talk to. An endpoint that answers with an error is reachable: each part then finds
    /// out for itself.
    /// </summary>
    /// <exception cref="KubernetesReadException">Unreachable, or the identity itself is refused.</exception>
    private static async Task ProbeAsync(KubernetesApi api, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await api.ProbeAsync(KubernetesRequests.Version.Path, cancellationToken);
        }
        catch (KubernetesReadException refusal) when (refusal.Reason == GapReason.TimedOut)
        {
            throw new KubernetesReadException(GapReason.Unreachable, "The endpoint takes connections but does not answer.");
        }
        catch (KubernetesReadException refusal) when (refusal.Reason is not (GapReason.Unreachable or GapReason.CredentialsRejected))
        {
            // it answers; what it says to the lists decides
        }
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Warning, Message = "The Kubernetes API of {Cluster} could not be read: {Reason}. {Detail}")]
    private partial void LogUnreachable(string cluster, GapReason reason, string detail);
}
