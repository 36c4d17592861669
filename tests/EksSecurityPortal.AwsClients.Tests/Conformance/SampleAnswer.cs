using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace EksSecurityPortal.AwsClients.Tests.Conformance;

/// <summary>Answers made from an API model alone, with a value in every member: as the wire has them, and as JSON to compare with.</summary>
internal sealed class SampleAnswer(ApiModel model)
{
    private const double Seconds = 1712345678.5;
    private const string SecondsInXml = "2024-04-05T19:34:38.5Z";

    /// <summary>The members of a shape as JSON. Timestamps are seconds since 1970, as on the wire of the JSON protocols.</summary>
    public JsonObject Json(string? shape)
    {
        var members = shape is null ? [] : model.Shapes.GetValueOrDefault(shape, []);
        return new JsonObject(members.Select(m => KeyValuePair.Create(new ModelMember(m.Key, m.Value).WireName, JsonValueOf(m.Value.Split('@')[0]))));
    }

    /// <summary>The members of a shape as elements of the query protocol.</summary>
    public IEnumerable<XElement> Xml(string? shape)
    {
        var members = shape is null ? [] : model.Shapes.GetValueOrDefault(shape, []);
        return members.Select(m => new XElement(new ModelMember(m.Key, m.Value).WireName, XmlContentOf(m.Value.Split('@')[0])));
    }

    private JsonNode? JsonValueOf(string type) => type switch
    {
        "string" => "tëxt <&> \"quoted\"",
        "integer" => -7,
        "long" => 604_800_000_000L,
        "double" => 1.25,
        "boolean" => true,
        "timestamp" => Seconds,
        _ when Inner(type, "enum") is { } name => model.Enums[name][^1],
        _ when Inner(type, "list") is { } item => new JsonArray(JsonValueOf(item), JsonValueOf(item)),
        _ when Inner(type, "map") is { } pair => new JsonObject { ["Key/1"] = JsonValueOf(pair.Split(',', 2)[1].Trim()) },
        _ => Json(type),
    };

    private object XmlContentOf(string type) => type switch
    {
        "timestamp" => SecondsInXml,
        _ when Inner(type, "list") is { } item => new[] { new XElement("member", XmlContentOf(item)), new XElement("member", XmlContentOf(item)) },
        _ when Inner(type, "map") is { } pair => new XElement(
            "entry", new XElement("key", "Key/1"), new XElement("value", XmlContentOf(pair.Split(',', 2)[1].Trim()))),
        _ when model.Shapes.ContainsKey(type) => Xml(type),
        _ => JsonValueOf(type)?.ToString() ?? "",
    };

    private static string? Inner(string type, string outer) => type.StartsWith(outer + "<", StringComparison.Ordinal) ? type[(outer.Length + 1)..^1] : null;
}
