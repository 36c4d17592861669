using System.Text.Json;

namespace EksSecurityPortal.Core.Inventory;

/// <summary>The node class that a Karpenter or Auto Mode NodePool names.</summary>
internal sealed record NodeClassReference(string Group, string Name)
{
    internal bool IsAutoMode => Group == "eks.amazonaws.com";

    /// <summary>Null when the pool's spec was not kept, cannot be read, or names none.</summary>
    internal static NodeClassReference? Of(CustomObject pool) =>
        SpecReader.Find(pool.SpecJson, "template", "spec", "nodeClassRef") is { ValueKind: JsonValueKind.Object } reference
        && SpecReader.Text(reference, "group") is { } group && SpecReader.Text(reference, "name") is { } name
            ? new(group, name) : null;
}

/// <summary>Reads single values out of the JSON of custom objects, which may hold anything.</summary>
internal static class SpecReader
{
    /// <summary>The element at the path; null when the JSON is absent or malformed, or the path leads nowhere.</summary>
    internal static JsonElement? Find(string? json, params ReadOnlySpan<string> path)
    {
        if (json is null)
        {
            return null;
        }

        JsonElement element;
        try
        {
            element = JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }

        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    internal static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
