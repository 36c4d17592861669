using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Connection;

/// <summary>
/// Bearer token of EKS: a presigned STS GetCallerIdentity address that carries the cluster's name in a signed header. The API server accepts it
/// for 15 minutes after its date. It is a credential: never logged, never stored.
/// See <see href="https://github.com/kubernetes-sigs/aws-iam-authenticator"/>.
/// </summary>
internal static class EksToken
{
    private const string EmptyBodyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string SignedHeaders = "host;x-k8s-aws-id";

    /// <summary>Host of STS that a cluster of this region accepts: the regional one of its partition.</summary>
    internal static string StsHost(string region) => $"sts.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}";

    internal static string Create(ImmutableCredentials keys, string region, string clusterName, DateTimeOffset now)
    {
        var host = StsHost(region);
        var at = now.UtcDateTime;
        var day = at.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        // the server refuses any other parameter; sorted as the signature wants them
        var query = "Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=" + Uri.EscapeDataString($"{keys.AccessKey}/{day}/{region}/sts/aws4_request")
            + "&X-Amz-Date=" + at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
            + "&X-Amz-Expires=60"
            + (keys.UseToken ? "&X-Amz-Security-Token=" + Uri.EscapeDataString(keys.Token) : "")
            + "&X-Amz-SignedHeaders=" + Uri.EscapeDataString(SignedHeaders);
        var canonical = $"GET\n/\n{query}\nhost:{host}\nx-k8s-aws-id:{clusterName}\n\n{SignedHeaders}\n{EmptyBodyHash}";
        var signature = AWS4Signer.ComputeSignature(keys.AccessKey, keys.SecretKey, region, at, "sts", SignedHeaders, canonical).Signature;
        return "k8s-aws-v1." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"https://{host}/?{query}&X-Amz-Signature={signature}"));
    }
}
