using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

/// <summary>A certificate authority as a cluster has, and the serving certificates it signs.</summary>
internal sealed class LoopbackAuthority : IDisposable
{
    private static readonly DateTimeOffset From = DateTimeOffset.UnixEpoch.AddYears(30);
    private static readonly DateTimeOffset Until = DateTimeOffset.UnixEpoch.AddYears(130);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 certificate;

    internal LoopbackAuthority(string name = "cluster")
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        certificate = request.CreateSelfSigned(From, Until);
    }

    internal string Pem => certificate.ExportCertificatePem();

    /// <summary>As DescribeCluster gives it.</summary>
    internal static string Bundle(params LoopbackAuthority[] authorities) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Join('\n', authorities.Select(authority => authority.Pem))));

    internal X509Certificate2 Sign(string? hostName)
    {
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=kube-apiserver", serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (hostName is null)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }
        else
        {
            names.AddDnsName(hostName);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var signed = request.Create(certificate, From, Until, [1, 2, 3, 4]);
        return signed.CopyWithPrivateKey(serverKey);
    }

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }
}
