using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>
/// Base of a service's client: the official runtime pipeline (credentials, SigV4, clock-skew correction, telemetry) with this
/// library's endpoint rules and a retry budget of its own. Thread-safe, like every SDK client.
/// </summary>
public abstract class AwsServiceClient : AmazonServiceClient
{
    protected AwsServiceClient(ClientConfig config)
        : base(config)
    {
    }

    protected AwsServiceClient(AWSCredentials credentials, ClientConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>The base constructor asks for it before a derived class's fields are set: return a static.</summary>
    protected abstract override IServiceMetadata ServiceMetadata { get; }

    /// <summary>The address that a request of this client goes to.</summary>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AwsEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4AuthHandler());
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new ClientRetryPolicy(Config)));
    }
}
