using System.Collections.Concurrent;
using System.Text;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

/// <summary>
/// One instance of each text that repeats within a run: images, node names, namespaces, label keys. Also the one gate through which text enters
/// the facts, so everything in it is clean (<see cref="HostileText"/>). Thread-safe.
/// </summary>
internal sealed class StringPool
{
    private const int LongestPooled = 256;

    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> byCharacters;

    internal StringPool() => byCharacters = texts.GetAlternateLookup<ReadOnlySpan<char>>();

    internal string Get(string text)
    {
        if (text.Length > LongestPooled)
        {
            return HostileText.Clean(text);
        }

        if (texts.TryGetValue(text, out var pooled))
        {
            return pooled;
        }

        var clean = HostileText.Clean(text);
        return texts.GetOrAdd(clean, clean);
    }

    /// <summary>Text of UTF-8 bytes without JSON escapes; allocates nothing when it was seen before.</summary>
    internal string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestPooled)
        {
            return HostileText.Clean(Encoding.UTF8.GetString(utf8));
        }

        Span<char> characters = stackalloc char[LongestPooled];
        var length = Encoding.UTF8.GetChars(utf8, characters);
        return byCharacters.TryGetValue(characters[..length], out var pooled) ? pooled : Get(new string(characters[..length]));
    }

    internal string? Find(string? text) => text is null ? null : Get(text);

    internal IReadOnlyList<string> Get(List<string?>? texts) => texts is null ? [] : [.. texts.OfType<string>().Select(Get)];

    /// <summary>Entries without a value are kept with an empty one.</summary>
    internal IReadOnlyDictionary<string, string> Get(Dictionary<string, string?>? entries)
    {
        if (entries is not { Count: > 0 })
        {
            return Empty;
        }

        var pooled = new Dictionary<string, string>(entries.Count, StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            pooled[Get(key)] = Get(value ?? "");
        }

        return pooled;
    }

    internal IReadOnlyDictionary<string, string> GetAll(Dictionary<string, string>? entries) => entries is null ? Empty : Get(entries!);

    private static readonly IReadOnlyDictionary<string, string> Empty = new Dictionary<string, string>();
}
