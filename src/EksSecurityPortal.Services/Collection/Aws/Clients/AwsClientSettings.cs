using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;
using EksSecurityPortal.Services.Collection.Aws.Calls;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Services.Collection.Aws.Clients;

/// <summary>What all clients of the process share: bounds, address, connection pool, gates and ledger.</summary>
internal sealed class AwsClientSettings(IOptions<AwsOptions> aws, IOptions<CollectionOptions> collection, CallGates gates, CallLedger ledger) : IDisposable
{
    private readonly BufferedHttpClientFactory _http = new(collection.Value.CallTimeout, collection.Value.MaxAnswerBytes);

    public int Attempts => aws.Value.Attempts;

    public string? ServiceUrl => string.IsNullOrEmpty(aws.Value.ServiceUrl) ? null : aws.Value.ServiceUrl;

    public TimeSpan CallTimeout => collection.Value.CallTimeout;

    public HttpClientFactory Http => _http;

    public GatedPipeline Pipeline(string account, string region, string service)
    {
        var key = new GateKey(account, region, service);
        return new GatedPipeline(key, gates.For(key), ledger, TimeSpan.FromSeconds(aws.Value.MaxRetryDelaySeconds));
    }

    public void Dispose() => _http.Dispose();
}
