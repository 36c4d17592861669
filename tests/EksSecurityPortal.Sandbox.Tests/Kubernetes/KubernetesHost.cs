using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Tests.Kubernetes;

/// <summary>The API server of one cluster, without the AWS side: a token is "k8s-aws-v1." and the principal's ARN.</summary>
internal sealed class KubernetesHost : IAsyncDisposable
{
    public const string Reader = "arn:aws:iam::111122223333:role/EksSecurityPortalReader";

    private readonly KubernetesSide side;

    private KubernetesHost(KubernetesSide side, Cluster cluster, FaultSwitches faults, RequestLog log, StandingClock clock)
    {
        this.side = side;
        (Cluster, Faults, Log, Clock) = (cluster, faults, log, clock);
        Client = ClientOf(side.EndpointOf(cluster));
        Authorize(Reader);
    }

    public Cluster Cluster { get; }

    public FaultSwitches Faults { get; }

    public RequestLog Log { get; }

    public StandingClock Clock { get; }

    public HttpClient Client { get; }

    public ClusterEndpoint Endpoint => side.EndpointOf(Cluster);

    public static async Task<KubernetesHost> StartAsync(Cluster cluster)
    {
        var (faults, log, clock) = (new FaultSwitches(), new RequestLog(), new StandingClock(TestCluster.Now));
        var estate = TestCluster.EstateOf(cluster);
        var side = await KubernetesSide.StartAsync(estate, new SandboxOptions(Clock: clock), faults, log, new ArnVerifier(), CancellationToken.None);
        return new KubernetesHost(side, cluster, faults, log, clock);
    }

    public void Authorize(string? principal) =>
        Client.DefaultRequestHeaders.Authorization = principal is null ? null : new AuthenticationHeaderValue("Bearer", ArnVerifier.Prefix + principal);

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"{answer.StatusCode}: {text}");
    }

    public async Task<(HttpStatusCode Code, JsonElement Status)> RefusalAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    public static HttpClient ClientOf(ClusterEndpoint endpoint, TimeSpan? timeout = null)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(endpoint.CertificateAuthorityPem);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.CertificateChainPolicy = policy;
        return new HttpClient(handler)
        {
            BaseAddress = new Uri(endpoint.Url),
            DefaultRequestVersion = HttpVersion.Version20,
            Timeout = timeout ?? TimeSpan.FromSeconds(60),
        };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await side.DisposeAsync();
    }

    private sealed class ArnVerifier : ITokenVerifier
    {
        public const string Prefix = "k8s-aws-v1.";

        public TokenIdentity Verify(string token, string clusterName) => token.StartsWith(Prefix, StringComparison.Ordinal)
            ? new TokenIdentity(token[Prefix.Length..], $"arn:aws:sts::111122223333:assumed-role/{token[(token.LastIndexOf('/') + 1)..]}/audit", null)
            : new TokenIdentity(null, null, "no token");
    }
}

/// <summary>Stands still until it is moved, so that whole answers can be compared.</summary>
internal sealed class StandingClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan time) => now += time;
}
