using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Connection;

/// <summary>
/// Whom a cluster's endpoint is believed: the certificates of its own bundle and nobody else. A bundle has several while EKS rotates the
/// authority. Chain policy rather than a callback, so that the host name is still checked by the platform.
/// </summary>
internal static class ClusterTrust
{
    /// <exception cref="KubernetesReadException">The bundle is not base64 of PEM certificates.</exception>
    internal static X509ChainPolicy Read(string certificateAuthorityData)
    {
        var bundle = new X509Certificate2Collection();
        try
        {
            bundle.ImportFromPem(Encoding.UTF8.GetString(Convert.FromBase64String(certificateAuthorityData)));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            throw new KubernetesReadException(GapReason.Malformed, "The cluster's certificate authority data is not base64 of PEM certificates.");
        }

        if (bundle.Count == 0)
        {
            throw new KubernetesReadException(GapReason.Malformed, "The cluster's certificate authority data holds no certificate, so its endpoint cannot be verified.");
        }

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(bundle);
        return policy;
    }
}
