using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>A service's contracts: source-generated, with AWS's timestamps, and without the members that the SDK's base classes add.</summary>
internal static class AwsJson
{
    public static JsonSerializerOptions Options(JsonSerializerContext contracts)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = contracts.Options.PropertyNamingPolicy,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            TypeInfoResolver = contracts.WithAddedModifier(RemoveBaseMembers),
        };
        options.Converters.Add(new TimestampConverter());
        options.MakeReadOnly();
        return options;
    }

    public static JsonTypeInfo<T> ContractOf<T>(this JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static void RemoveBaseMembers(JsonTypeInfo contract)
    {
        if (!typeof(AmazonWebServiceResponse).IsAssignableFrom(contract.Type))
        {
            return;
        }

        for (var i = contract.Properties.Count - 1; i >= 0; i--)
        {
            if (contract.Properties[i].Name.ToUpperInvariant() is "RESPONSEMETADATA" or "CONTENTLENGTH" or "HTTPSTATUSCODE")
            {
                contract.Properties.RemoveAt(i);
            }
        }
    }
}
