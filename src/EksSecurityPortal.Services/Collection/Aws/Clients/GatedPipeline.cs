using Amazon.Runtime;
using Amazon.Runtime.Internal;
using EksSecurityPortal.AwsClients.Protocols;
using EksSecurityPortal.Services.Collection.Aws.Calls;

namespace EksSecurityPortal.Services.Collection.Aws.Clients;

/// <summary>What the portal changes in a client's pipeline: who failed is marked, retries have a budget of their own, and every attempt passes a gate.</summary>
internal sealed class GatedPipeline(GateKey key, CallGate gate, CallLedger ledger, TimeSpan maxRetryDelay)
{
    public void Apply(RuntimePipeline pipeline, IClientConfig config)
    {
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new ClientRetryPolicy(config, maxRetryDelay)));
        pipeline.AddHandlerAfter<RetryHandler>(new CallGateHandler(key, gate, ledger));
        pipeline.AddHandler(new CallOrigin(key.Service));
    }
}
