using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>Builds one of a service's exceptions from what the SDK's core parsed out of an error answer.</summary>
public delegate AmazonServiceException ErrorFactory(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode);

/// <summary>
/// What the SDK's runtime has to know of one AWS service: its names, where it lives, and its exceptions.
/// One static instance for each service; immutable once its operations are defined, so safe to share.
/// </summary>
/// <param name="serviceId">The SDK service id; drives AWS_ENDPOINT_URL_&lt;ID&gt; and the services section of ~/.aws/config.</param>
/// <param name="signingName">The name in the signature's scope, which is also the prefix of the service's IAM actions.</param>
/// <param name="apiVersion">The API's date.</param>
/// <param name="host">Where the service lives in a region.</param>
/// <param name="baseError">Builds the exception of a code that has no class of its own.</param>
/// <param name="errors">Builds the modelled exceptions, by error code on the wire.</param>
public sealed class AwsService(
    string serviceId,
    string signingName,
    string apiVersion,
    HostRule host,
    ErrorFactory baseError,
    IReadOnlyDictionary<string, ErrorFactory> errors) : IServiceMetadata, IEndpointProvider
{
    private readonly List<AwsOperation> _operations = [];

    public string ServiceId => serviceId;

    public string SigningName => signingName;

    public string ApiVersion => apiVersion;

    public string RequestServiceName { get; } = "Amazon." + serviceId.Replace(" ", "", StringComparison.Ordinal);

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();

    /// <summary>Every operation that is defined for the service, in the order of definition.</summary>
    public IReadOnlyList<AwsOperation> Operations => _operations;

    internal IReadOnlyDictionary<string, ErrorFactory> Errors => errors;

    internal void Add(AwsOperation operation) => _operations.Add(operation);

    /// <summary>The modelled exception for the answer's error code, else the service's base exception with that code.</summary>
    public AmazonServiceException CreateException(ErrorResponse error, Exception? innerException, HttpStatusCode status)
    {
        var create = error.Code is { } code && errors.TryGetValue(code, out var modelled) ? modelled : baseError;
        return create(error.Message, innerException, error.Type, error.Code, error.RequestId, status);
    }

    /// <summary>The service's address for a region, or the configured one.</summary>
    /// <exception cref="AmazonClientException">No region, an unknown partition, or FIPS or dual-stack where there is none.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var useFips = parameters["UseFIPS"] is true;
        var useDualStack = parameters["UseDualStack"] is true;
        if (parameters["Endpoint"] is string { Length: > 0 } url)
        {
            return useFips
                ? throw new AmazonClientException($"{serviceId}: a custom endpoint ({url}) cannot be combined with FIPS; unset one of the two")
                : new Endpoint(url);
        }

        if (parameters["Region"] is not string { Length: > 0 } region)
        {
            throw new AmazonClientException($"{serviceId}: no region is configured; set AWS_REGION or the client's RegionEndpoint");
        }

        var partition = Fn.Partition(region) ?? throw new AmazonClientException($"{serviceId}: no partition is known for region {region}");
        if ((useFips && !partition.supportsFIPS) || (useDualStack && !partition.supportsDualStack))
        {
            throw new AmazonClientException($"{serviceId}: partition {partition.name} has no FIPS or no dual-stack endpoints; switch the setting off");
        }

        return host(partition, region, useFips, useDualStack).ToEndpoint();
    }
}
