using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Protocol of a listener or target group.</summary>
[JsonConverter(typeof(ConstantConverter<ProtocolEnum>))]
public sealed class ProtocolEnum(string value) : ConstantClass(value), IConstant<ProtocolEnum>
{
    public static readonly ProtocolEnum HTTP = new("HTTP");
    public static readonly ProtocolEnum HTTPS = new("HTTPS");
    public static readonly ProtocolEnum TCP = new("TCP");
    public static readonly ProtocolEnum TLS = new("TLS");
    public static readonly ProtocolEnum UDP = new("UDP");
    public static readonly ProtocolEnum TCP_UDP = new("TCP_UDP");
    public static readonly ProtocolEnum GENEVE = new("GENEVE");
    public static readonly ProtocolEnum QUIC = new("QUIC");
    public static readonly ProtocolEnum TCP_QUIC = new("TCP_QUIC");

    public static implicit operator ProtocolEnum(string value) => FindValue(value);

    public static ProtocolEnum FindValue(string value) => FindValue<ProtocolEnum>(value);
}

[JsonConverter(typeof(ConstantConverter<TrustStoreAssociationStatusEnum>))]
public sealed class TrustStoreAssociationStatusEnum(string value) : ConstantClass(value), IConstant<TrustStoreAssociationStatusEnum>
{
    public static readonly TrustStoreAssociationStatusEnum Active = new("active");
    public static readonly TrustStoreAssociationStatusEnum Removed = new("removed");

    public static implicit operator TrustStoreAssociationStatusEnum(string value) => FindValue(value);

    public static TrustStoreAssociationStatusEnum FindValue(string value) => FindValue<TrustStoreAssociationStatusEnum>(value);
}

[JsonConverter(typeof(ConstantConverter<AdvertiseTrustStoreCaNamesEnum>))]
public sealed class AdvertiseTrustStoreCaNamesEnum(string value) : ConstantClass(value), IConstant<AdvertiseTrustStoreCaNamesEnum>
{
    public static readonly AdvertiseTrustStoreCaNamesEnum On = new("on");
    public static readonly AdvertiseTrustStoreCaNamesEnum Off = new("off");

    public static implicit operator AdvertiseTrustStoreCaNamesEnum(string value) => FindValue(value);

    public static AdvertiseTrustStoreCaNamesEnum FindValue(string value) => FindValue<AdvertiseTrustStoreCaNamesEnum>(value);
}

/// <summary>What a listener does with a request.</summary>
[JsonConverter(typeof(ConstantConverter<ActionTypeEnum>))]
public sealed class ActionTypeEnum(string value) : ConstantClass(value), IConstant<ActionTypeEnum>
{
    public static readonly ActionTypeEnum Forward = new("forward");
    public static readonly ActionTypeEnum AuthenticateOidc = new("authenticate-oidc");
    public static readonly ActionTypeEnum AuthenticateCognito = new("authenticate-cognito");
    public static readonly ActionTypeEnum Redirect = new("redirect");
    public static readonly ActionTypeEnum FixedResponse = new("fixed-response");
    public static readonly ActionTypeEnum JwtValidation = new("jwt-validation");

    public static implicit operator ActionTypeEnum(string value) => FindValue(value);

    public static ActionTypeEnum FindValue(string value) => FindValue<ActionTypeEnum>(value);
}

[JsonConverter(typeof(ConstantConverter<AuthenticateOidcActionConditionalBehaviorEnum>))]
public sealed class AuthenticateOidcActionConditionalBehaviorEnum(string value) : ConstantClass(value), IConstant<AuthenticateOidcActionConditionalBehaviorEnum>
{
    public static readonly AuthenticateOidcActionConditionalBehaviorEnum Deny = new("deny");
    public static readonly AuthenticateOidcActionConditionalBehaviorEnum Allow = new("allow");
    public static readonly AuthenticateOidcActionConditionalBehaviorEnum Authenticate = new("authenticate");

    public static implicit operator AuthenticateOidcActionConditionalBehaviorEnum(string value) => FindValue(value);

    public static AuthenticateOidcActionConditionalBehaviorEnum FindValue(string value) => FindValue<AuthenticateOidcActionConditionalBehaviorEnum>(value);
}

[JsonConverter(typeof(ConstantConverter<AuthenticateCognitoActionConditionalBehaviorEnum>))]
public sealed class AuthenticateCognitoActionConditionalBehaviorEnum(string value) : ConstantClass(value), IConstant<AuthenticateCognitoActionConditionalBehaviorEnum>
{
    public static readonly AuthenticateCognitoActionConditionalBehaviorEnum Deny = new("deny");
    public static readonly AuthenticateCognitoActionConditionalBehaviorEnum Allow = new("allow");
    public static readonly AuthenticateCognitoActionConditionalBehaviorEnum Authenticate = new("authenticate");

    public static implicit operator AuthenticateCognitoActionConditionalBehaviorEnum(string value) => FindValue(value);

    public static AuthenticateCognitoActionConditionalBehaviorEnum FindValue(string value) => FindValue<AuthenticateCognitoActionConditionalBehaviorEnum>(value);
}

[JsonConverter(typeof(ConstantConverter<RedirectActionStatusCodeEnum>))]
public sealed class RedirectActionStatusCodeEnum(string value) : ConstantClass(value), IConstant<RedirectActionStatusCodeEnum>
{
    public static readonly RedirectActionStatusCodeEnum HTTP_301 = new("HTTP_301");
    public static readonly RedirectActionStatusCodeEnum HTTP_302 = new("HTTP_302");

    public static implicit operator RedirectActionStatusCodeEnum(string value) => FindValue(value);

    public static RedirectActionStatusCodeEnum FindValue(string value) => FindValue<RedirectActionStatusCodeEnum>(value);
}

[JsonConverter(typeof(ConstantConverter<JwtValidationActionAdditionalClaimFormatEnum>))]
public sealed class JwtValidationActionAdditionalClaimFormatEnum(string value) : ConstantClass(value), IConstant<JwtValidationActionAdditionalClaimFormatEnum>
{
    public static readonly JwtValidationActionAdditionalClaimFormatEnum SingleString = new("single-string");
    public static readonly JwtValidationActionAdditionalClaimFormatEnum StringArray = new("string-array");
    public static readonly JwtValidationActionAdditionalClaimFormatEnum SpaceSeparatedValues = new("space-separated-values");

    public static implicit operator JwtValidationActionAdditionalClaimFormatEnum(string value) => FindValue(value);

    public static JwtValidationActionAdditionalClaimFormatEnum FindValue(string value) => FindValue<JwtValidationActionAdditionalClaimFormatEnum>(value);
}
