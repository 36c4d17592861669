using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>
/// A cluster's own certificate authorities and the server certificate signed by the one in use.
/// During a CA rotation the bundle has several, and only one signs.
/// </summary>
internal sealed class ClusterPki : IDisposable
{
    // TLS is checked by the clock of the machine, which tests cannot set: valid at every time a test may run.
    private static readonly DateTimeOffset NotBefore = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NotAfter = new(2054, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public ClusterPki(Cluster cluster)
    {
        var authorities = cluster.CertificateAuthorities;
        var count = Math.Max(1, authorities.Count);
        var signing = Math.Max(0, authorities.ToList().FindIndex(authority => authority.SigningStatus == "IN_USE"));
        var pem = new List<string>();
        for (var index = 0; index < count; index++)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var authority = CreateAuthority(key, index);
            pem.Add(authority.ExportCertificatePem());
            if (index == signing)
            {
                ServerCertificate = CreateServer(authority, cluster);
            }
        }

        BundlePem = string.Join('\n', pem) + "\n";
    }

    public X509Certificate2 ServerCertificate { get; } = null!; // set in the constructor: signing is an index below count

    /// <summary>One or more certificates to trust.</summary>
    public string BundlePem { get; }

    public void Dispose() => ServerCertificate.Dispose();

    private static X509Certificate2 CreateAuthority(ECDsa key, int index)
    {
        var request = new CertificateRequest("CN=kubernetes", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(NotBefore.AddYears(index), NotAfter.AddDays(index));
    }

    private static X509Certificate2 CreateServer(X509Certificate2 authority, Cluster cluster)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=kube-apiserver", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        foreach (var name in (string[])["localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local"])
        {
            names.AddDnsName(name);
        }

        names.AddDnsName($"{cluster.OidcId.ToLowerInvariant()}.gr7.{cluster.Region}.eks.amazonaws.com");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var signed = request.Create(authority, authority.NotBefore, NotAfter.AddDays(-1), RandomNumberGenerator.GetBytes(12));
        return signed.CopyWithPrivateKey(key);
    }
}
