using System.Net;
using Amazon.Runtime;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>
/// HTTP for every SDK client of the process, official ones included, over one connection pool. It reads a whole answer, asynchronously,
/// before the SDK decodes it: the SDK reads bodies synchronously, and neither its time-out nor a CancellationToken ends such a read.
/// An answer over the size limit is an <see cref="HttpRequestException"/>. Redirects are not followed: AWS sends none, and a followed
/// one would carry signed headers elsewhere.
/// </summary>
/// <param name="timeout">For one attempt including its body, where the client's configuration names none.</param>
/// <param name="maxAnswerBytes">Largest answer that is read.</param>
/// <param name="connectTimeout">For connecting, TLS included; 5 seconds when not given.</param>
/// <param name="maxConnectionsPerServer">Connections to one host and port.</param>
public sealed class BufferedHttpClientFactory(
    TimeSpan timeout,
    long maxAnswerBytes = BufferedHttpClientFactory.DefaultMaxAnswerBytes,
    TimeSpan? connectTimeout = null,
    int maxConnectionsPerServer = 32) : HttpClientFactory, IDisposable
{
    public const long DefaultMaxAnswerBytes = 64L << 20;

    private readonly SocketsHttpHandler _pool = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = connectTimeout ?? TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = maxConnectionsPerServer,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.None,
    };

    /// <summary>The process's pool, for clients whose configuration names no factory: 30 seconds, 64 MB.</summary>
    public static BufferedHttpClientFactory Shared { get; } = new(TimeSpan.FromSeconds(30));

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new BufferingHandler(_pool, maxAnswerBytes), disposeHandler: false) { Timeout = clientConfig.Timeout ?? timeout };

    public void Dispose() => _pool.Dispose();

    private sealed class BufferingHandler(HttpMessageHandler pool, long maxAnswerBytes) : DelegatingHandler(pool)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var isRead = false;
            try
            {
                await response.Content.LoadIntoBufferAsync(maxAnswerBytes, cancellationToken);
                isRead = true;
                return response;
            }
            finally
            {
                if (!isRead)
                {
                    response.Dispose();
                }
            }
        }
    }
}
