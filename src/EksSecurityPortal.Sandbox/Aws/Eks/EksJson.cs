using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>Times of EKS bodies: epoch seconds as a number with fraction.</summary>
internal sealed class EpochSeconds : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(reader.GetDecimal() * 1000));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSeconds)])]
[JsonSerializable(typeof(Nodegroup))]
[JsonSerializable(typeof(FargateProfile))]
[JsonSerializable(typeof(Addon))]
[JsonSerializable(typeof(AccessEntry))]
[JsonSerializable(typeof(AssociatedAccessPolicy))]
[JsonSerializable(typeof(AccessPolicy))]
[JsonSerializable(typeof(PodIdentityAssociation))]
[JsonSerializable(typeof(Insight))]
[JsonSerializable(typeof(ClusterUpdate))]
[JsonSerializable(typeof(OidcIdentityProviderConfig))]
[JsonSerializable(typeof(Capability))]
[JsonSerializable(typeof(CertificateAuthority))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<HealthIssue>))]
internal sealed partial class EksJsonContext : JsonSerializerContext
{
    public static EksJsonContext Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new EpochSeconds() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
