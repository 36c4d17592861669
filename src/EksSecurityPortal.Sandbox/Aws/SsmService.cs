using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>SSM: the public parameters under /aws/service, from the estate's table of image releases.</summary>
internal sealed class SsmService(Estate estate) : IAwsService
{
    private readonly ILookup<string, (string Name, string Value, ImageRelease Release)> byRegion = estate.ImageReleases
        .SelectMany(release => ParametersOf(release).Select(parameter => (release.Region, Parameter: (parameter.Name, parameter.Value, Release: release))))
        .OrderBy(item => item.Parameter.Name, StringComparer.Ordinal)
        .ToLookup(item => item.Region, item => item.Parameter);

    public string Name => "ssm";

    public AwsProtocol Protocol => AwsProtocol.Json;

    public string? OperationOf(AwsRequest request) => JsonTarget.Operation(request, "AmazonSSM", "GetParameter", "GetParameters", "GetParametersByPath");

    public AwsAnswer Answer(AwsRequest request, string operation)
    {
        var body = request.Json();
        return operation switch
        {
            "GetParameter" => GetParameter(request.Region, body),
            "GetParameters" => GetParameters(request.Region, body),
            _ => GetParametersByPath(request.Region, body),
        };
    }

    private AwsAnswer GetParameter(string region, JsonElement body)
    {
        var found = byRegion[region].Where(parameter => parameter.Name == JsonTarget.String(body, "Name")).Take(1).ToList();
        return found.Count == 0
            ? throw new AwsException(400, "ParameterNotFound", "")
            : AwsAnswer.Json(JsonTarget.ContentType, writer =>
            {
                writer.WritePropertyName("Parameter");
                Write(writer, region, found[0]);
            });
    }

    private AwsAnswer GetParameters(string region, JsonElement body)
    {
        var names = JsonTarget.Strings(body, "Names") ?? [];
        if (names.Count is 0 or > 10)
        {
            throw new AwsException(400, "ValidationException", $"1 validation error detected: Value '[{string.Join(", ", names)}]' at 'names' failed to satisfy constraint: Member must have length less than or equal to 10");
        }

        var wanted = names.ToHashSet(StringComparer.Ordinal);
        var found = byRegion[region].Where(parameter => wanted.Contains(parameter.Name)).ToList();
        return AwsAnswer.Json(JsonTarget.ContentType, writer =>
        {
            WriteAll(writer, region, found);
            writer.WriteStartArray("InvalidParameters");
            foreach (var name in names.Where(name => found.TrueForAll(parameter => parameter.Name != name)))
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        });
    }

    private AwsAnswer GetParametersByPath(string region, JsonElement body)
    {
        var path = (JsonTarget.String(body, "Path") ?? throw new AwsException(400, "ValidationException", "Path is required")).TrimEnd('/') + "/";
        var recursive = body.TryGetProperty("Recursive", out var flag) && flag.ValueKind == JsonValueKind.True;
        var size = Paging.Size(JsonTarget.Number(body, "MaxResults"), 1, 10, 10, text => new AwsException(400, "ValidationException", "MaxResults: " + text));
        var all = byRegion[region].Where(parameter => parameter.Name.StartsWith(path, StringComparison.Ordinal)
            && (recursive || !parameter.Name[path.Length..].Contains('/', StringComparison.Ordinal))).ToList();
        var page = Paging.Cut(all, "GetParametersByPath", JsonTarget.String(body, "NextToken"), size, () => new AwsException(400, "InvalidNextToken", "The specified token isn't valid."));
        return AwsAnswer.Json(JsonTarget.ContentType, writer =>
        {
            WriteAll(writer, region, page.Items);
            if (page.Next is not null)
            {
                writer.WriteString("NextToken", page.Next);
            }
        });
    }

    private static void WriteAll(Utf8JsonWriter writer, string region, IReadOnlyList<(string Name, string Value, ImageRelease Release)> parameters)
    {
        writer.WriteStartArray("Parameters");
        foreach (var parameter in parameters)
        {
            Write(writer, region, parameter);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string region, (string Name, string Value, ImageRelease Release) parameter)
    {
        writer.WriteStartObject();
        writer.WriteString("ARN", $"arn:aws:ssm:{region}::parameter{parameter.Name}");
        writer.WriteString("DataType", "text");
        JsonTarget.WriteTime(writer, "LastModifiedDate", parameter.Release.Published);
        writer.WriteString("Name"u8, parameter.Name);
        writer.WriteString("Type", "String");
        writer.WriteString("Value", parameter.Value);
        writer.WriteNumber("Version", 1 + (int)((parameter.Release.Published - DateTimeOffset.UnixEpoch).TotalDays / 7) % 400);
        writer.WriteEndObject();
    }

    private static IEnumerable<(string Name, string Value)> ParametersOf(ImageRelease release)
    {
        yield return (release.Path + "/image_id", release.ImageId);
        yield return ($"{release.Path}/{release.VersionParameter}", release.Version);
        if (release.Path.EndsWith("/recommended", StringComparison.Ordinal))
        {
            yield return (release.Path + "/image_name", release.ImageName);
            yield return (release.Path, $$"""{"schema_version":"2","image_id":"{{release.ImageId}}","image_name":"{{release.ImageName}}","release_version":"{{release.Version}}"}""");
        }
    }
}
