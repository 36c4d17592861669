using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>What the readings of several kinds share.</summary>
internal static class Reading
{
    internal static LabelSelector? Selector(LabelSelectorDocument? document, StringPool texts) => document is null ? null : new(
        texts.Get(document.MatchLabels),
        [.. (document.MatchExpressions ?? []).OfType<LabelRequirementDocument>().Select(requirement =>
            new LabelRequirement(texts.Get(requirement.Key ?? ""), texts.Get(requirement.Operator ?? ""), texts.Get(requirement.Values)))]);

    /// <summary>The elements that are there; a null in a list is no element.</summary>
    internal static IEnumerable<T> Present<T>(this List<T?>? items)
        where T : class => items is null ? [] : items.OfType<T>();

    /// <exception cref="System.Text.Json.JsonException">The object has no name; it cannot be told of.</exception>
    internal static string NameOf(this MetadataDocument? metadata, StringPool texts) =>
        metadata?.Name is { Length: > 0 } name ? texts.Get(name) : throw new System.Text.Json.JsonException("An object without a name.");

    internal static string NamespaceOf(this MetadataDocument? metadata, StringPool texts) => texts.Get(metadata?.Namespace ?? "");

    internal static IReadOnlyDictionary<string, string> LabelsOf(this MetadataDocument? metadata, StringPool texts) => texts.Get(metadata?.Labels);

    internal static IReadOnlyDictionary<string, string> AnnotationsOf(this MetadataDocument? metadata, StringPool texts) => texts.GetAll(metadata?.Annotations);
}
