using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>A JSON 1.1 operation (Organizations, ECR): POST / with the operation in X-Amz-Target and the members in a JSON body.</summary>
public sealed class JsonTargetOperation<TRequest, TResponse> : AwsOperation
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly string _target;
    private readonly JsonTypeInfo<TRequest> _contract;

    public JsonTargetOperation(AwsService service, string targetPrefix, string name, JsonSerializerOptions json)
        : base(service, name, typeof(TRequest), typeof(TResponse))
    {
        _target = $"{targetPrefix}.{name}";
        _contract = json.ContractOf<TRequest>();
        ResponseUnmarshaller = new JsonAnswer<TResponse>(service, json.ContractOf<TResponse>());
    }

    public override IRequest Marshall(AmazonWebServiceRequest input) => new DefaultRequest(input, Service.RequestServiceName)
    {
        HttpMethod = "POST",
        ResourcePath = "/",
        Content = JsonSerializer.SerializeToUtf8Bytes((TRequest)input, _contract),
        Headers = { ["X-Amz-Target"] = _target, ["Content-Type"] = "application/x-amz-json-1.1" },
    };
}
