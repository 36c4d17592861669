using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

/// <summary>
/// Reads what one cluster's Kubernetes API lists. Only lists and gets (<see cref="KubernetesRequests.All"/>); Secrets are never asked for, and
/// environment values, copied manifests and managed fields are dropped while decoding. Thread-safe singleton.
/// </summary>
public interface IKubernetesReader
{
    /// <summary>
    /// Reads every Kubernetes part. Never throws for what the cluster refuses or garbles: those are gaps of parts. When the endpoint cannot be
    /// reached, all parts are missing after one connect time-out.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<KubernetesFacts> ReadAsync(KubernetesTarget target, IProgress<PartProgress> progress, CancellationToken cancellationToken);

    /// <summary>
    /// Asks the cluster whether each request of <see cref="KubernetesRequests.All"/> that the reader role must grant would be allowed, in that
    /// order. An unreachable cluster answers <see cref="ProbeResult.NotTested"/> for all.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<IReadOnlyList<PermissionProbe>> TestAsync(KubernetesTarget target, CancellationToken cancellationToken);
}

/// <summary>Where a cluster's API is and who asks.</summary>
/// <param name="Endpoint">The https address that DescribeCluster names.</param>
/// <param name="CertificateAuthorityData">base64 of PEM, one or more certificates; nothing else is trusted.</param>
/// <param name="Credentials">AWS credentials of the reader; they sign the bearer token.</param>
public sealed record KubernetesTarget(ClusterRef Cluster, string Endpoint, string CertificateAuthorityData, AWSCredentials Credentials);
