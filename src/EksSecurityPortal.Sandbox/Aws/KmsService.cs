using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>KMS: what a key is and whether it rotates.</summary>
internal sealed class KmsService : IAwsService
{
    public string Name => "kms";

    public AwsProtocol Protocol => AwsProtocol.Json;

    public string? OperationOf(AwsRequest request) => JsonTarget.Operation(request, "TrentService", "DescribeKey", "GetKeyRotationStatus");

    public AwsAnswer Answer(AwsRequest request, string operation)
    {
        var id = JsonTarget.String(request.Json(), "KeyId") ?? throw new AwsException(400, "ValidationException", "1 validation error detected: Value null at 'keyId' failed to satisfy constraint: Member must not be null");
        var key = request.Resources.Keys.FirstOrDefault(key => key.Id == id || key.Arn == id)
            ?? throw new AwsException(400, "NotFoundException", $"Key '{(id.StartsWith("arn:", StringComparison.Ordinal) ? id : $"arn:aws:kms:{request.Region}:{request.Caller.AccountId}:key/{id}")}' does not exist");
        return operation == "DescribeKey" ? DescribeKey(request, key) : Rotation(key);
    }

    private static AwsAnswer DescribeKey(AwsRequest request, KmsKey key) => AwsAnswer.Json(JsonTarget.ContentType, writer =>
    {
        writer.WriteStartObject("KeyMetadata");
        writer.WriteString("AWSAccountId", request.Caller.AccountId);
        writer.WriteString("KeyId", key.Id);
        writer.WriteString("Arn", key.Arn);
        JsonTarget.WriteTime(writer, "CreationDate", key.Created);
        writer.WriteBoolean("Enabled", key.State == "Enabled");
        writer.WriteString("Description", key.Description);
        writer.WriteString("KeyUsage", "ENCRYPT_DECRYPT");
        writer.WriteString("KeyState", key.State);
        if (key.State == "PendingDeletion")
        {
            JsonTarget.WriteTime(writer, "DeletionDate", key.Created.AddYears(10));
        }

        writer.WriteString("Origin", "AWS_KMS");
        writer.WriteString("KeyManager", "CUSTOMER");
        writer.WriteString("KeySpec", "SYMMETRIC_DEFAULT");
        writer.WriteBoolean("MultiRegion", false);
        writer.WriteEndObject();
    });

    private static AwsAnswer Rotation(KmsKey key) => key.State == "Enabled"
        ? AwsAnswer.Json(JsonTarget.ContentType, writer =>
        {
            writer.WriteBoolean("KeyRotationEnabled", key.RotationEnabled);
            writer.WriteString("KeyId", key.Arn);
        })
        : throw new AwsException(400, "KMSInvalidStateException", $"{key.Arn} is {(key.State == "PendingDeletion" ? "pending deletion" : "disabled")}.");
}
