using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace EksSecurityPortal.Services.Collection.Aws.Calls;

/// <summary>
/// Step of an SDK client's pipeline inside its retries: every attempt passes the gate of its account, region and service, and is counted.
/// Signing comes after it, so waiting does not age a signature.
/// </summary>
internal sealed class CallGateHandler(GateKey key, CallGate gate, CallLedger ledger) : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext;
        return gate.PassAsync(
            () =>
            {
                ledger.Add(key.Account, key.Region, $"{key.Service}:{CallOrigin.OperationOf(request)}");
                return base.InvokeAsync<T>(executionContext);
            },
            request.CancellationToken);
    }

    public override void InvokeSync(IExecutionContext executionContext) =>
        throw new NotSupportedException("AWS is called asynchronously only, so that calls can be bounded and cancelled.");
}
