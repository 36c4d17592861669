using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Identity;

/// <summary>The customer's keys that encrypt the cluster's API data.</summary>
internal static class KeyReader
{
    public static async Task<Part<IReadOnlyList<EncryptionKey>>> ReadAsync(ClusterScope scope, Task<Part<ControlPlane>> controlPlane)
    {
        var cluster = await controlPlane;
        if (cluster.Facts is not { } facts)
        {
            return scope.Parts.Skip<IReadOnlyList<EncryptionKey>>(SnapshotPart.EncryptionKeys, Dependency.Of(SnapshotPart.ControlPlane, cluster));
        }

        return await scope.Parts.ReadAsync(SnapshotPart.EncryptionKeys, async reading =>
        {
            var kms = scope.Clients.Kms;
            return await reading.DescribeAsync(facts.EncryptionKeyArns, arn => arn, async (arn, cancellationToken) =>
            {
                var answer = await kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = arn }, cancellationToken);
                var key = Required(answer.KeyMetadata, "kms:DescribeKey", "key");
                var rotation = await reading.TryAsync(token => RotationAsync(kms, arn, token), arn);
                return new EncryptionKey(arn, TextOf(key.KeyState), TextOf(key.KeyManager), rotation?.IsEnabled, UtcOf(key.DeletionDate));
            }, wereListed: false);
        });
    }

    /// <summary>A key that is disabled, asymmetric or imported has no rotation that could be asked for; that is no gap.</summary>
    private static async Task<Rotation> RotationAsync(IAmazonKeyManagementService kms, string arn, CancellationToken cancellationToken)
    {
        try
        {
            return new Rotation((await kms.GetKeyRotationStatusAsync(new GetKeyRotationStatusRequest { KeyId = arn }, cancellationToken)).KeyRotationEnabled);
        }
        catch (AmazonKeyManagementServiceException exception) when (exception is KMSInvalidStateException or UnsupportedOperationException)
        {
            return new Rotation(null);
        }
    }

    private sealed record Rotation(bool? IsEnabled);
}
