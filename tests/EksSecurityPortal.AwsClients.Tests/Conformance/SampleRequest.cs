using System.Collections;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace EksSecurityPortal.AwsClients.Tests.Conformance;

/// <summary>Requests with a value in every member, so that marshalling one shows where each member goes.</summary>
internal static class SampleRequest
{
    public static AmazonWebServiceRequest Create(JsonTypeInfo contract) => (AmazonWebServiceRequest)Fill(contract);

    private static object Fill(JsonTypeInfo contract)
    {
        var target = contract.CreateObject?.Invoke() ?? throw new InvalidOperationException($"{contract.Type} cannot be made");
        foreach (var member in contract.Properties)
        {
            member.Set?.Invoke(target, Value(contract.Options.GetTypeInfo(member.PropertyType)));
        }

        return target;
    }

    private static object? Value(JsonTypeInfo contract)
    {
        if (contract.Kind == JsonTypeInfoKind.Object)
        {
            return Fill(contract);
        }

        if (contract.Kind == JsonTypeInfoKind.Enumerable)
        {
            var list = (IList?)contract.CreateObject?.Invoke();
            list?.Add(Value(contract.Options.GetTypeInfo(contract.ElementType ?? typeof(string))));
            return list;
        }

        var type = Nullable.GetUnderlyingType(contract.Type) ?? contract.Type;
        return type == typeof(string) ? "text"
            : type == typeof(int) ? 7
            : type == typeof(bool) ? true
            : Activator.CreateInstance(type, "value");
    }
}
