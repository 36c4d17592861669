using System.Net;
using System.Reflection;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Connection;

/// <summary>Makes the HTTP client of one cluster's endpoint: its authority only, no redirects that would carry the token away, no cookies.</summary>
internal static class KubernetesHttp
{
    private static readonly string UserAgent = "eks-security-portal/"
        + (typeof(KubernetesHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");

    /// <exception cref="KubernetesReadException">The endpoint is no https address, or the bundle cannot be read.</exception>
    internal static HttpClient Open(KubernetesTarget target, CollectionOptions options)
    {
        if (!Uri.TryCreate(target.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme != Uri.UriSchemeHttps)
        {
            throw new KubernetesReadException(GapReason.Malformed, $"The cluster's endpoint '{target.Endpoint}' is no https address.");
        }

        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = options.KubernetesConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = Math.Max(1, options.ConcurrentKubernetesLists),
            // pages are megabytes: the default window of 64 kB would cost a round trip for each
            InitialHttp2StreamWindowSize = 1 << 20,
            SslOptions = { CertificateChainPolicy = ClusterTrust.Read(target.CertificateAuthorityData) },
        };
        var client = new HttpClient(handler)
        {
            BaseAddress = endpoint,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            // deadlines are set for each request, body included
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        return client;
    }
}
