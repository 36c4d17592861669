using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ECR;

/// <summary>Whether an image tag can be moved to another image.</summary>
[JsonConverter(typeof(ConstantConverter<ImageTagMutability>))]
public sealed class ImageTagMutability(string value) : ConstantClass(value), IConstant<ImageTagMutability>
{
    public static readonly ImageTagMutability MUTABLE = new("MUTABLE");
    public static readonly ImageTagMutability IMMUTABLE = new("IMMUTABLE");
    public static readonly ImageTagMutability IMMUTABLE_WITH_EXCLUSION = new("IMMUTABLE_WITH_EXCLUSION");
    public static readonly ImageTagMutability MUTABLE_WITH_EXCLUSION = new("MUTABLE_WITH_EXCLUSION");

    public static implicit operator ImageTagMutability(string value) => FindValue(value);

    public static ImageTagMutability FindValue(string value) => FindValue<ImageTagMutability>(value);
}

[JsonConverter(typeof(ConstantConverter<ImageTagMutabilityExclusionFilterType>))]
public sealed class ImageTagMutabilityExclusionFilterType(string value) : ConstantClass(value), IConstant<ImageTagMutabilityExclusionFilterType>
{
    public static readonly ImageTagMutabilityExclusionFilterType WILDCARD = new("WILDCARD");

    public static implicit operator ImageTagMutabilityExclusionFilterType(string value) => FindValue(value);

    public static ImageTagMutabilityExclusionFilterType FindValue(string value) => FindValue<ImageTagMutabilityExclusionFilterType>(value);
}

/// <summary>Kind of key that encrypts images.</summary>
[JsonConverter(typeof(ConstantConverter<EncryptionType>))]
public sealed class EncryptionType(string value) : ConstantClass(value), IConstant<EncryptionType>
{
    public static readonly EncryptionType AES256 = new("AES256");
    public static readonly EncryptionType KMS = new("KMS");
    public static readonly EncryptionType KMS_DSSE = new("KMS_DSSE");

    public static implicit operator EncryptionType(string value) => FindValue(value);

    public static EncryptionType FindValue(string value) => FindValue<EncryptionType>(value);
}
