using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

/// <summary>
/// One instance of each distinct template of a run, found by the hash of what the filter copied. SHA-256, since whoever writes a pod chooses its
/// bytes and must not be able to pass it off as another's. Thread-safe.
/// </summary>
internal sealed class TemplatePool(StringPool texts)
{
    private readonly ConcurrentDictionary<ContentHash, PodTemplate> templates = new();
    private readonly TemplateReading reading = new(texts);

    /// <summary>Distinct templates so far.</summary>
    internal int Count => templates.Count;

    /// <exception cref="JsonException">A kept field has an unexpected type.</exception>
    internal PodTemplate Get(ReadOnlySpan<byte> filtered)
    {
        Span<ContentHash> hash = stackalloc ContentHash[1];
        SHA256.HashData(filtered, MemoryMarshal.AsBytes(hash));
        return templates.TryGetValue(hash[0], out var known) ? known
            : templates.GetOrAdd(hash[0], reading.Read(JsonSerializer.Deserialize(filtered, KubernetesJson.Default.TemplateDocument)));
    }

    private readonly record struct ContentHash(ulong A, ulong B, ulong C, ulong D);
}
