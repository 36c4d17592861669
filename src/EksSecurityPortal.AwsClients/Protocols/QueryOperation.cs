using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>A query-protocol operation (IAM, Auto Scaling, Elastic Load Balancing): a form POST with Action and Version, answered in XML.</summary>
public sealed class QueryOperation<TRequest, TResponse> : AwsOperation
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly JsonTypeInfo<TRequest> _contract;

    public QueryOperation(AwsService service, string action, JsonSerializerOptions contracts)
        : base(service, action, typeof(TRequest), typeof(TResponse))
    {
        _contract = contracts.ContractOf<TRequest>();
        ResponseUnmarshaller = new QueryAnswer<TResponse>(service, contracts.ContractOf<TResponse>(), action + "Result");
    }

    public override IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, Service.RequestServiceName) { HttpMethod = "POST", ResourcePath = "/" };
        request.Parameters["Action"] = Name;
        request.Parameters["Version"] = Service.ApiVersion;
        Flatten(request.Parameters, "", input, _contract);
        return request;
    }

    /// <summary>Members become Name, members of members Outer.Inner, and items of a list Name.member.1 and on.</summary>
    private static void Flatten(IDictionary<string, string> form, string name, object? value, JsonTypeInfo contract)
    {
        if (value is null)
        {
            return;
        }

        if (contract.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var member in contract.Properties)
            {
                var memberName = name.Length == 0 ? member.Name : $"{name}.{member.Name}";
                Flatten(form, memberName, member.Get?.Invoke(value), contract.Options.GetTypeInfo(member.PropertyType));
            }
        }
        else if (contract is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } elementType })
        {
            var number = 0;
            var element = contract.Options.GetTypeInfo(elementType);
            foreach (var item in (IEnumerable)value)
            {
                number++;
                Flatten(form, string.Create(CultureInfo.InvariantCulture, $"{name}.member.{number}"), item, element);
            }
        }
        else if (WireText.Of(value) is { } text)
        {
            form[name] = text;
        }
    }
}
