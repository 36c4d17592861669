using System.Text.Json;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Connection;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Listing;

/// <summary>
/// The envelope of one page: <c>{"kind":"PodList","metadata":{"continue":…},"items":[…]}</c>. Real servers put the items last, so the
/// continue token is known before an item is decoded; any other order is read as well.
/// </summary>
internal readonly record struct ListPage(string? ContinueToken, int ItemsOffset)
{
    // schemas of custom resources nest deeper than the default of 64; the reader does not recurse
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 1024 };

    /// <exception cref="KubernetesReadException">The answer is no list of the kind.</exception>
    internal static ListPage ReadEnvelope(ReadOnlySpan<byte> page, string listKind, bool isCustom)
    {
        try
        {
            return Scan(page, listKind, isCustom);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw NotAList($"The answer is no JSON list of {listKind}: {Shape(page)}.");
        }
    }

    /// <summary>Gives each item to the sink. What goes wrong with one item is told to <paramref name="refused"/> and stops no other.</summary>
    /// <returns>Number of items, null ones not counted.</returns>
    /// <exception cref="KubernetesReadException">The page ends early or is no JSON.</exception>
    internal int ReadItems(ReadOnlySpan<byte> page, IListSink sink, Action<int, string> refused)
    {
        if (page[ItemsOffset] == (byte)'n')
        {
            // null is how some servers write an empty list
            return 0;
        }

        var reader = new Utf8JsonReader(page[ItemsOffset..], ReaderOptions);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw NotAList("The items of the list are no array.");
            }

            var count = 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                ReadItem(ref reader, page[ItemsOffset..], sink, ++count, refused);
            }

            return count;
        }
        catch (JsonException exception)
        {
            throw NotAList($"The list breaks off or is no JSON at byte {ItemsOffset + reader.BytesConsumed}: {exception.Message}");
        }
    }

    private static void ReadItem(ref Utf8JsonReader reader, ReadOnlySpan<byte> page, IListSink sink, int number, Action<int, string> refused)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        var start = reader;
        try
        {
            sink.Take(ref reader, page);
            if (reader.CurrentDepth != start.CurrentDepth || reader.TokenType != JsonTokenType.EndObject)
            {
                throw new JsonException("A member has an unexpected type.");
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // either this item has an odd shape, or the page itself is broken: then skipping fails as well and the page is refused
            reader = start;
            reader.Skip();
            refused(number, exception.Message);
        }
    }

    private static ListPage Scan(ReadOnlySpan<byte> page, string listKind, bool isCustom)
    {
        var reader = new Utf8JsonReader(page, ReaderOptions);
        string? kind = null;
        string? token = null;
        var itemsOffset = -1;
        var metadataSeen = false;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while ((kind is null || !metadataSeen || itemsOffset < 0) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("kind"u8))
            {
                reader.Read();
                kind = reader.GetString();
            }
            else if (reader.ValueTextEquals("metadata"u8))
            {
                reader.Read();
                token = ReadToken(ref reader);
                metadataSeen = true;
            }
            else
            {
                var isItems = reader.ValueTextEquals("items"u8);
                reader.Read();
                itemsOffset = isItems ? (int)reader.TokenStartIndex : itemsOffset;
                if (!isItems || kind is null || !metadataSeen)
                {
                    reader.Skip();
                }
            }
        }

        var isExpected = isCustom ? kind?.EndsWith("List", StringComparison.Ordinal) == true : kind == listKind;
        return isExpected && itemsOffset >= 0 ? new(token is { Length: > 0 } ? token : null, itemsOffset)
            : throw NotAList($"Asked for {listKind}, the answer is of kind '{kind ?? "none"}'{(itemsOffset < 0 ? " and has no items" : "")}.");
    }

    private static string? ReadToken(ref Utf8JsonReader reader)
    {
        string? token = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isToken = reader.ValueTextEquals("continue"u8);
            reader.Read();
            token = isToken && reader.TokenType == JsonTokenType.String ? reader.GetString() : token;
            reader.Skip();
        }

        return token;
    }

    private static string Shape(ReadOnlySpan<byte> page) => page.IsEmpty ? "it is empty"
        : page.TrimStart(" \r\n\t"u8) is [(byte)'<', ..] ? "it is a page of markup, as proxies answer"
        : $"it has {page.Length} bytes";

    private static KubernetesReadException NotAList(string detail) => new(GapReason.Malformed, detail);
}
