using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Compressed JSON with its identity.</summary>
/// <param name="Hash">SHA-256 of the JSON, lower-case hexadecimal.</param>
/// <param name="PlainBytes">Length of the JSON.</param>
internal sealed record PackedJson(byte[] Content, string Hash, int PlainBytes);

/// <summary>
/// JSON of snapshots and outcomes. Canonical: equal facts give equal bytes (dictionaries are written in the order of their keys), so that the
/// hash tells whether anything changed. What can be computed is not written.
/// </summary>
internal static class SnapshotSerializer
{
    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.General)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new SortedDictionaryConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutComputed, WriteRequiredNulls, FillMissingParts } },
    };

    /// <summary>The snapshot without its time of collection: two runs that saw the same give the same hash.</summary>
    internal static PackedJson Pack(ClusterSnapshot snapshot) => PackValue(snapshot with { CollectedAt = DateTimeOffset.UnixEpoch });

    /// <exception cref="JsonException">The content is not a snapshot of a layout that can be read.</exception>
    internal static ClusterSnapshot Unpack(byte[] content, DateTimeOffset collectedAt) => UnpackValue<ClusterSnapshot>(content) with { CollectedAt = collectedAt };

    internal static PackedJson PackValue<T>(T value)
    {
        using var packed = new MemoryStream();
        using var measured = new MeasuringStream(packed);
        JsonSerializer.Serialize(measured, value, Options);
        return new(measured.Finish(), measured.Hash, measured.PlainBytes);
    }

    /// <exception cref="JsonException">The content is something else.</exception>
    internal static T UnpackValue<T>(byte[] content)
    {
        using var plain = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(plain, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
    }

    private static void LeaveOutComputed(JsonTypeInfo type)
    {
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Properties[index] is { Set: null, AssociatedParameter: null })
            {
                type.Properties.RemoveAt(index);
            }
        }
    }

    /// <summary>A required member must be there when reading, so its null must be written.</summary>
    private static void WriteRequiredNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsRequired))
        {
            property.ShouldSerialize = static (_, _) => true;
        }
    }

    /// <summary>A part that was added to the facts later is not in older snapshots: it reads as not collected.</summary>
    private static void FillMissingParts(JsonTypeInfo type)
    {
        var parts = type.Properties.Where(property => typeof(IPart).IsAssignableFrom(property.PropertyType) && property is { Get: not null, Set: not null }).ToList();
        if (parts.Count == 0)
        {
            return;
        }

        foreach (var part in parts)
        {
            part.IsRequired = false;
        }

        type.OnDeserialized = facts =>
        {
            foreach (var part in parts.Where(part => part.Get!(facts) is null)) // both accessors are there: filtered above
            {
                part.Set!(facts, Activator.CreateInstance(part.PropertyType, BindingFlags.Default, null, [null, null], null));
            }
        };
    }

    private sealed class SortedDictionaryConverter : JsonConverter<IReadOnlyDictionary<string, string>>
    {
        public override IReadOnlyDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? [];

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (key, text) in value.OrderBy(item => item.Key, StringComparer.Ordinal))
            {
                writer.WriteString(key, text);
            }

            writer.WriteEndObject();
        }
    }

    /// <summary>Hashes, counts and compresses what is written, in one pass.</summary>
    private sealed class MeasuringStream(MemoryStream packed) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly BrotliStream brotli = new(packed, new BrotliCompressionOptions { Quality = 4 }, leaveOpen: true);

        public int PlainBytes { get; private set; }

        public string Hash => Convert.ToHexStringLower(hash.GetCurrentHash());

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => PlainBytes;

        public override long Position { get => PlainBytes; set => throw new NotSupportedException(); }

        public byte[] Finish()
        {
            brotli.Dispose();
            return packed.ToArray();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            PlainBytes += buffer.Length;
            brotli.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
            // the serializer flushes after every buffer; passing that on would spoil the compression
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                brotli.Dispose();
                hash.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
