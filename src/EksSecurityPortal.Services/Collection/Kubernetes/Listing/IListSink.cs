using System.Text.Json;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Listing;

/// <summary>Takes the items of a list, page by page.</summary>
internal interface IListSink
{
    /// <summary>Forget everything: the list starts again from its first page.</summary>
    void Restart();

    /// <summary>One item. The reader stands at its first token and must be left at its last; the page's bytes are gone after the call.</summary>
    /// <exception cref="JsonException">The item is not of the expected shape; the others are still read.</exception>
    void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> page);
}
