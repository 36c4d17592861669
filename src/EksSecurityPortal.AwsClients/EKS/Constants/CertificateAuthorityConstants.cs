using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS;

[JsonConverter(typeof(ConstantConverter<CertificateAuthorityCreatedBy>))]
public sealed class CertificateAuthorityCreatedBy(string value) : ConstantClass(value), IConstant<CertificateAuthorityCreatedBy>
{
    public static readonly CertificateAuthorityCreatedBy CUSTOMER = new("CUSTOMER");
    public static readonly CertificateAuthorityCreatedBy EKS = new("EKS");

    public static implicit operator CertificateAuthorityCreatedBy(string value) => FindValue(value);

    public static CertificateAuthorityCreatedBy FindValue(string value) => FindValue<CertificateAuthorityCreatedBy>(value);
}

[JsonConverter(typeof(ConstantConverter<CertificateAuthoritySigningStatus>))]
public sealed class CertificateAuthoritySigningStatus(string value) : ConstantClass(value), IConstant<CertificateAuthoritySigningStatus>
{
    public static readonly CertificateAuthoritySigningStatus ACTIVATING = new("ACTIVATING");
    public static readonly CertificateAuthoritySigningStatus IN_USE = new("IN_USE");
    public static readonly CertificateAuthoritySigningStatus NOT_USED = new("NOT_USED");

    public static implicit operator CertificateAuthoritySigningStatus(string value) => FindValue(value);

    public static CertificateAuthoritySigningStatus FindValue(string value) => FindValue<CertificateAuthoritySigningStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<CertificateAuthorityDistributionStatus>))]
public sealed class CertificateAuthorityDistributionStatus(string value) : ConstantClass(value), IConstant<CertificateAuthorityDistributionStatus>
{
    public static readonly CertificateAuthorityDistributionStatus COMPLETE = new("COMPLETE");
    public static readonly CertificateAuthorityDistributionStatus DELETING = new("DELETING");
    public static readonly CertificateAuthorityDistributionStatus FAILED = new("FAILED");
    public static readonly CertificateAuthorityDistributionStatus IN_PROGRESS = new("IN_PROGRESS");

    public static implicit operator CertificateAuthorityDistributionStatus(string value) => FindValue(value);

    public static CertificateAuthorityDistributionStatus FindValue(string value) => FindValue<CertificateAuthorityDistributionStatus>(value);
}
