using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Connection;

/// <summary>Signs a token when one is needed, shares it among parallel requests, renews it after ten minutes. Thread-safe.</summary>
internal sealed class EksTokenProvider(AWSCredentials credentials, ClusterRef cluster, TimeProvider clock) : IDisposable
{
    // accepted for 15 minutes after its date: renewing at 10 leaves room for slow calls and for clocks that differ
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim gate = new(1);
    private volatile SignedToken? current;

    /// <exception cref="KubernetesReadException">The AWS credentials could not be had.</exception>
    internal async Task<SignedToken> GetAsync(CancellationToken cancellationToken)
    {
        if (current is { } fresh && clock.GetUtcNow() < fresh.RenewAt)
        {
            return fresh;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (current is { } signedMeanwhile && now < signedMeanwhile.RenewAt)
            {
                return signedMeanwhile;
            }

            var keys = await FindKeysAsync(cancellationToken);
            var signed = new SignedToken(EksToken.Create(keys, cluster.Region, cluster.Name, now), now + Life);
            current = signed;
            return signed;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>After a 401: the next request signs again, unless another one already has.</summary>
    internal void Forget(SignedToken refused) => Interlocked.CompareExchange(ref current, null, refused);

    public void Dispose() => gate.Dispose();

    private async Task<ImmutableCredentials> FindKeysAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await credentials.GetCredentialsAsync().WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException or HttpRequestException or TimeoutException)
        {
            throw new KubernetesReadException(GapReason.CredentialsRejected, $"The AWS credentials that sign the cluster's token could not be had: {exception.Message}");
        }
    }
}

/// <summary>A class, not a record: its text must not end up in a log by being formatted.</summary>
internal sealed class SignedToken(string value, DateTimeOffset renewAt)
{
    internal string Value => value;

    internal DateTimeOffset RenewAt => renewAt;
}
