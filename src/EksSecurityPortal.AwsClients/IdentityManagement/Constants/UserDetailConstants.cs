using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.IdentityManagement;

[JsonConverter(typeof(ConstantConverter<PermissionsBoundaryAttachmentType>))]
public sealed class PermissionsBoundaryAttachmentType(string value) : ConstantClass(value), IConstant<PermissionsBoundaryAttachmentType>
{
    public static readonly PermissionsBoundaryAttachmentType PermissionsBoundaryPolicy = new("PermissionsBoundaryPolicy");

    public static implicit operator PermissionsBoundaryAttachmentType(string value) => FindValue(value);

    public static PermissionsBoundaryAttachmentType FindValue(string value) => FindValue<PermissionsBoundaryAttachmentType>(value);
}
