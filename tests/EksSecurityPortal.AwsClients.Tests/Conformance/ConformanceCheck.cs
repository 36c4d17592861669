using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using EksSecurityPortal.AwsClients.Protocols;

namespace EksSecurityPortal.AwsClients.Tests.Conformance;

/// <summary>Compares a client with its API model, in both directions, and tells each difference in one line.</summary>
internal sealed class ConformanceCheck(AwsService service, JsonSerializerOptions contracts, ApiModel model)
{
    private readonly List<string> _differences = [];
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Differences(AwsService service, JsonSerializerOptions contracts, ApiModel model)
    {
        var check = new ConformanceCheck(service, contracts, model);
        check.CompareService();
        return check._differences;
    }

    private void CompareService()
    {
        Same("service id", model.ServiceId, service.ServiceId);
        Same("signing name", model.SigningName, service.SigningName);
        Same("API version", model.ApiVersion, service.ApiVersion);
        SameSet("operations", model.Operations.Keys, service.Operations.Select(o => o.Name));
        SameSet("error codes", model.Errors.Values, service.Errors.Keys);
        foreach (var operation in service.Operations.Where(o => model.Operations.ContainsKey(o.Name)))
        {
            var modelled = model.Operations[operation.Name];
            var input = modelled.Input is null ? [] : model.Shapes.GetValueOrDefault(modelled.Input, []);
            var output = modelled.Output is null ? [] : model.Shapes.GetValueOrDefault(modelled.Output, []);
            Same("class of " + modelled.Input, operation.Name + "Request", operation.RequestType.Name);
            Same("class of " + modelled.Output, operation.Name + "Response", operation.ResponseType.Name);
            CompareMembers(operation.RequestType, input);
            CompareMembers(operation.ResponseType, output);
            CompareRequest(operation, modelled, input);
            CompareErrors(modelled);
        }
    }

    private void CompareErrors(ModelOperation modelled)
    {
        foreach (var shape in modelled.Errors)
        {
            var code = model.Errors.GetValueOrDefault(shape, "(not in the model's errors)");
            var expected = shape.EndsWith("Fault", StringComparison.Ordinal) ? shape[..^5] : shape;
            expected += expected.EndsWith("Exception", StringComparison.Ordinal) ? "" : "Exception";
            Same($"exception of {code}", expected, service.CreateException(new ErrorResponse { Code = code, Message = "" }, null, default).GetType().Name);
        }
    }

    /// <summary>Writes a request with all members set, and compares where each of them went.</summary>
    private void CompareRequest(AwsOperation operation, ModelOperation modelled, Dictionary<string, string> input)
    {
        var name = operation.Name;
        var request = operation.Marshall(SampleRequest.Create(contracts.GetTypeInfo(operation.RequestType)));
        Same(name + " method", modelled.Method, request.HttpMethod);
        Same(name + " URI", modelled.Uri, request.ResourcePath);
        var members = input.Select(m => new ModelMember(m.Key, m.Value).WireName).ToList();
        if (model.Protocol == "query")
        {
            Same(name + " action", name, request.Parameters["Action"]);
            Same(name + " version", model.ApiVersion, request.Parameters["Version"]);
            SameSet(name + " form", members.Concat(["Action", "Version"]), request.ParameterCollection.Keys.Select(k => k.Split('.')[0]).Distinct());
        }
        else if (model.Protocol == "json")
        {
            Same(name + " target", $"{model.TargetPrefix}.{name}", request.Headers["X-Amz-Target"]);
            SameSet(name + " body", members, BodyMembers(request));
        }
        else
        {
            var labels = modelled.Uri.Split('/').Where(s => s.StartsWith('{')).ToList();
            SameSet(name + " path", labels, request.PathResources.Keys);
            SameSet(name + " query string", modelled.Query, request.ParameterCollection.Keys);
            var inBody = members.Except(modelled.Query).Except(labels.Select(l => l.Trim('{', '}')));
            SameSet(name + " body", inBody, BodyMembers(request));
        }
    }

    private static List<string> BodyMembers(IRequest request) => request.Content is null
        ? []
        : JsonDocument.Parse(request.Content).RootElement.EnumerateObject().Select(p => p.Name).ToList();

    private void CompareMembers(Type type, Dictionary<string, string> members)
    {
        if (!_visited.Add(type.Name))
        {
            return;
        }

        var expected = members.Select(m => new ModelMember(m.Key, m.Value)).ToList();
        var actual = contracts.GetTypeInfo(type).Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        SameSet(type.Name + " members", expected.Select(m => m.WireName), actual.Keys);
        foreach (var member in expected.Where(m => actual.ContainsKey(m.WireName)))
        {
            var property = actual[member.WireName];
            Same($"{type.Name} property", member.PropertyName, (property.AttributeProvider as PropertyInfo)?.Name ?? "(none)");
            Same($"{type.Name}.{member.PropertyName} type", member.ClrType, ModelMember.Describe(property.PropertyType));
            CompareHeld(member, property);
        }
    }

    private void CompareHeld(ModelMember member, JsonPropertyInfo property)
    {
        var held = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[^1] : property.PropertyType;
        if (member.Shape is { } shape && model.Shapes.TryGetValue(shape, out var members) && !held.IsValueType)
        {
            CompareMembers(held, members);
        }

        if (typeof(ConstantClass).IsAssignableFrom(held) && _visited.Add(held.Name))
        {
            var modelled = model.Enums.SingleOrDefault(e => ModelMember.ClassName(e.Key) == held.Name).Value ?? [];
            SameSet(held.Name + " values", modelled, Constants(held));
        }
    }

    private static IEnumerable<string> Constants(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => ((ConstantClass?)f.GetValue(null))?.Value ?? "(null)");

    private void Same(string what, string expected, string? actual)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            _differences.Add($"{what}: model {expected}, client {actual}");
        }
    }

    private void SameSet(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (inModel, inClient) = (expected.ToHashSet(StringComparer.Ordinal), actual.ToHashSet(StringComparer.Ordinal));
        _differences.AddRange(inModel.Except(inClient).Select(m => $"{what}: {m} is missing in the client"));
        _differences.AddRange(inClient.Except(inModel).Select(c => $"{what}: {c} is not in the model"));
    }
}
