using System.Text.Json;

namespace EksSecurityPortal.AwsClients.Tests.Conformance;

/// <summary>
/// A service's API model, trimmed to what its client reads. Types are written string, integer, long, double, boolean, timestamp,
/// enum&lt;Name&gt;, list&lt;T&gt;, map&lt;K,V&gt; or the name of a shape; "T@Wire" is a member whose name on the wire differs.
/// </summary>
public sealed record ApiModel(
    string ServiceId,
    string ApiVersion,
    string Protocol,
    string SigningName,
    string? TargetPrefix,
    Dictionary<string, ModelOperation> Operations,
    Dictionary<string, string> Errors,
    Dictionary<string, List<string>> Enums,
    Dictionary<string, Dictionary<string, string>> Shapes)
{
    public static ApiModel Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Models", name + ".json");
        return JsonSerializer.Deserialize<ApiModel>(File.ReadAllText(path), JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{path} is empty");
    }
}

/// <summary>An operation of an API model; Query names the members that go into the query string.</summary>
public sealed record ModelOperation(string Method, string Uri, List<string> Query, string? Input, string? Output, List<string> Errors);
