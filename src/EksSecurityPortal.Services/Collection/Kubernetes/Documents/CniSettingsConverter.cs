using System.Text.Json;
using System.Text.Json.Serialization;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Documents;

/// <summary>Values of the VPC CNI's documented settings, which are no secrets; of every other variable not even the bytes are copied.</summary>
internal sealed class CniSettingsConverter : JsonConverter<Dictionary<string, string>>
{
    private static readonly HashSet<string> Documented = new(StringComparer.Ordinal)
    {
        "ENABLE_PREFIX_DELEGATION", "WARM_ENI_TARGET", "WARM_IP_TARGET", "MINIMUM_IP_TARGET", "WARM_PREFIX_TARGET", "MAX_ENI", "ENABLE_POD_ENI",
        "POD_SECURITY_GROUP_ENFORCING_MODE", "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG", "ENI_CONFIG_LABEL_DEF", "ENI_CONFIG_ANNOTATION_DEF",
        "AWS_VPC_K8S_CNI_EXTERNALSNAT", "AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS", "NETWORK_POLICY_ENFORCING_MODE", "ENABLE_IPv4", "ENABLE_IPv6",
        "ENABLE_V4_EGRESS", "ENABLE_SUBNET_DISCOVERY", "ENABLE_BANDWIDTH_PLUGIN", "AWS_VPC_CNI_NODE_PORT_SUPPORT", "ENABLE_IMDS_ONLY_MODE",
        "ENABLE_MULTI_NIC", "DISABLE_TCP_EARLY_DEMUX", "DISABLE_METRICS", "AWS_VPC_K8S_CNI_RANDOMIZESNAT", "AWS_VPC_ENI_MTU",
    };

    public override Dictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Shape.Require(ref reader, JsonTokenType.StartArray);
        var settings = new Dictionary<string, string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            ReadVariable(ref reader, settings);
        }

        return settings;
    }

    public override void Write(Utf8JsonWriter writer, Dictionary<string, string> value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static void ReadVariable(ref Utf8JsonReader reader, Dictionary<string, string> settings)
    {
        string? name = null;
        Utf8JsonReader value = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isName = reader.ValueTextEquals("name"u8);
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            name = isName && reader.TokenType == JsonTokenType.String ? reader.GetString() : name;
            value = isValue ? reader : value;
            reader.Skip();
        }

        if (name is not null && Documented.Contains(name) && value.TokenType == JsonTokenType.String)
        {
            settings[name] = value.GetString()!; // a String token has a string
        }
    }
}
