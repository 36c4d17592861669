using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Listing;

/// <summary>Decodes each item by its slim document and keeps only the facts made of it.</summary>
internal sealed class DocumentSink<TDocument, TFact>(JsonTypeInfo<TDocument> contract, Func<TDocument, IEnumerable<TFact>> read) : IListSink
{
    internal List<TFact> Facts { get; } = [];

    public void Restart() => Facts.Clear();

    public void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> page)
    {
        if (JsonSerializer.Deserialize(ref reader, contract) is { } document)
        {
            Facts.AddRange(read(document));
        }
    }
}
