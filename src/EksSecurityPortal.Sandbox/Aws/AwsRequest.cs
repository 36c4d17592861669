using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;
using EksSecurityPortal.Sandbox.Signing;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>One request on its way to a service: where it goes, who sends it and its parameters.</summary>
internal sealed record AwsRequest
{
    public required string Service { get; init; }

    public required string Region { get; init; }

    public required string Method { get; init; }

    /// <summary>Decoded path segments.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Query and form parameters; a repeated one has several values.</summary>
    public required ILookup<string, string> Parameters { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public string? Target { get; init; }

    /// <summary>Set once the signature is verified.</summary>
    public Caller Caller { get; init; } = new("", "", "", "", null);

    public string? Find(string name) => Parameters[name].FirstOrDefault();

    /// <summary>Values of Name.1, Name.2, … (or Name.member.1, …).</summary>
    public IReadOnlyList<string> List(string name)
    {
        var values = new List<string>();
        for (var index = 1; (Find($"{name}.{index}") ?? Find($"{name}.member.{index}")) is { } value; index++)
        {
            values.Add(value);
        }

        return values;
    }

    /// <summary>The JSON body; an empty object when there is none.</summary>
    public JsonElement Json()
    {
        if (Body.IsEmpty)
        {
            return JsonSerializer.SerializeToElement(new Dictionary<string, string>());
        }

        using var document = JsonDocument.Parse(Body);
        return document.RootElement.Clone();
    }

    /// <summary>The caller's regional resources; an empty region when the account has none there.</summary>
    public RegionEstate Resources => Caller.Account?.Regions.FirstOrDefault(region => region.Region == Region)
        ?? new RegionEstate { AccountId = Caller.AccountId, Region = Region };
}

/// <summary>One AWS service of the sandbox.</summary>
internal interface IAwsService
{
    /// <summary>Signing name, e.g. <c>eks</c>.</summary>
    string Name { get; }

    AwsProtocol Protocol { get; }

    /// <summary>The one region that a global service signs for; null for regional ones.</summary>
    string? GlobalRegion => null;

    /// <summary>The operation the request asks for, e.g. <c>DescribeCluster</c>; null when the service has none such.</summary>
    string? OperationOf(AwsRequest request);

    /// <summary>The cluster that the request names; empty when it names none.</summary>
    string ClusterOf(AwsRequest request) => "";

    /// <exception cref="AwsException">The service refuses.</exception>
    AwsAnswer Answer(AwsRequest request, string operation);
}
