using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>ECR: repositories and the registry's scanning configuration.</summary>
internal sealed class EcrService : IAwsService
{
    public string Name => "ecr";

    public AwsProtocol Protocol => AwsProtocol.Json;

    public string? OperationOf(AwsRequest request) => JsonTarget.Operation(request, "AmazonEC2ContainerRegistry_V20150921", "DescribeRepositories", "GetRegistryScanningConfiguration");

    public AwsAnswer Answer(AwsRequest request, string operation) => operation == "DescribeRepositories" ? DescribeRepositories(request) : Scanning(request);

    private static AwsAnswer DescribeRepositories(AwsRequest request)
    {
        AwsException Invalid(string reason) => new(400, "InvalidParameterException", "Invalid parameter at '" + reason + "' failed to satisfy constraint");
        var body = request.Json();
        var size = Paging.Size(JsonTarget.Number(body, "maxResults"), 1, 1000, 100, _ => Invalid("maxResults"));
        IReadOnlyList<EcrRepository> all = request.Resources.Repositories;
        if (JsonTarget.Strings(body, "repositoryNames") is { } names)
        {
            all = [.. names.Select(name => all.FirstOrDefault(repository => repository.Name == name)
                ?? throw new AwsException(400, "RepositoryNotFoundException", $"The repository with name '{name}' does not exist in the registry with id '{request.Caller.AccountId}'"))];
        }

        var page = Paging.Cut(all, "DescribeRepositories", JsonTarget.String(body, "nextToken"), size, () => Invalid("nextToken"));
        return AwsAnswer.Json(JsonTarget.ContentType, writer =>
        {
            writer.WriteStartArray("repositories");
            foreach (var repository in page.Items)
            {
                Write(writer, repository, request.Caller.AccountId);
            }

            writer.WriteEndArray();
            if (page.Next is not null)
            {
                writer.WriteString("nextToken", page.Next);
            }
        });
    }

    private static void Write(Utf8JsonWriter writer, EcrRepository repository, string accountId)
    {
        writer.WriteStartObject();
        writer.WriteString("repositoryArn", repository.Arn);
        writer.WriteString("registryId", accountId);
        writer.WriteString("repositoryName", repository.Name);
        writer.WriteString("repositoryUri", repository.Uri);
        JsonTarget.WriteTime(writer, "createdAt", repository.Created);
        writer.WriteString("imageTagMutability", repository.IsMutable ? "MUTABLE" : "IMMUTABLE");
        writer.WriteStartObject("imageScanningConfiguration");
        writer.WriteBoolean("scanOnPush", repository.ScanOnPush);
        writer.WriteEndObject();
        writer.WriteStartObject("encryptionConfiguration");
        writer.WriteString("encryptionType", repository.KeyArn is null ? "AES256" : "KMS");
        if (repository.KeyArn is not null)
        {
            writer.WriteString("kmsKey", repository.KeyArn);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static AwsAnswer Scanning(AwsRequest request) => AwsAnswer.Json(JsonTarget.ContentType, writer =>
    {
        writer.WriteString("registryId", request.Caller.AccountId);
        writer.WriteStartObject("scanningConfiguration");
        writer.WriteString("scanType", request.Resources.RegistryScanType);
        writer.WriteStartArray("rules");
        if (request.Resources.RegistryScanType == "ENHANCED")
        {
            writer.WriteStartObject();
            writer.WriteString("scanFrequency", "CONTINUOUS_SCAN");
            writer.WriteStartArray("repositoryFilters");
            writer.WriteStartObject();
            writer.WriteString("filter", "*");
            writer.WriteString("filterType", "WILDCARD");
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
