using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Connection;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;
using EksSecurityPortal.Services.Collection.Kubernetes.Listing;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>
/// The reading of one part under its deadline. Its methods answer null for what could not be read and remember the gap; only the caller's
/// cancellation is thrown. Safe for concurrent use.
/// </summary>
internal sealed class PartRead(KubernetesApi api, int pageSize, Action<int> itemsRead, CancellationToken deadline, CancellationToken cancellationToken)
{
    private const int MostItemGaps = 20;

    private readonly List<PartGap> gaps = [];
    private int items;

    internal IReadOnlyList<PartGap> Gaps
    {
        get
        {
            lock (gaps)
            {
                return [.. gaps];
            }
        }
    }

    /// <summary>Items of all lists so far.</summary>
    internal int Items => items;

    internal void Add(IEnumerable<PartGap> more)
    {
        lock (gaps)
        {
            gaps.AddRange(more);
        }
    }

    /// <summary>Reads a list item by item through its document.</summary>
    /// <param name="version">Version to ask for; null for the request's own.</param>
    internal async Task<List<TFact>?> ListAsync<TDocument, TFact>(
        KubernetesRequest request, JsonTypeInfo<TDocument> contract, Func<TDocument, IEnumerable<TFact>> read, string? version = null)
    {
        var sink = new DocumentSink<TDocument, TFact>(contract, read);
        return await ListAsync(request with { Version = version ?? request.Version }, sink) ? sink.Facts
            : request.IsCustom && LastRefusalWasAbsence(request) ? [] : null;
    }

    /// <summary>Reads a list into a sink; false when it could not be read to its end.</summary>
    internal async Task<bool> ListAsync(KubernetesRequest request, IListSink sink)
    {
        var refusedItems = 0;
        var before = 0;
        var reader = new ListReader(api, pageSize, (number, problem) => AddItemGap(request, number, problem, ++refusedItems), total =>
        {
            itemsRead(Interlocked.Add(ref items, total - before));
            before = total;
        });
        return await GuardAsync(request, async () =>
        {
            await reader.ReadAsync(request.Path, request.Kind + "List", request.IsCustom, sink, deadline);
            return true;
        });
    }

    /// <summary>Data of a ConfigMap. Found is false when it could not be read; data is null when there is none.</summary>
    internal async Task<(bool Found, IReadOnlyDictionary<string, string?>? Data)> GetMapAsync(KubernetesRequest request)
    {
        IReadOnlyDictionary<string, string?>? data = null;
        var found = await GuardAsync(request, async () =>
        {
            try
            {
                using var answer = await api.GetAsync(request.Path, 0, deadline);
                data = Parse(answer.Span, KubernetesJson.Default.ConfigMapDocument) is { Kind: "ConfigMap" } map ? map.Data ?? []
                    : throw new KubernetesReadException(GapReason.Malformed, "Asked for a ConfigMap, the answer is none.");
            }
            catch (KubernetesReadException absent) when (absent.StatusCode == 404)
            {
                // it does not exist, which is a fact
            }

            return true;
        });
        return (found, data);
    }

    internal async Task<KubernetesVersion?> GetVersionAsync()
    {
        KubernetesVersion? version = null;
        await GuardAsync(KubernetesRequests.Version, async () =>
        {
            using var answer = await api.GetAsync(KubernetesRequests.Version.Path, 0, deadline);
            version = Parse(answer.Span, KubernetesJson.Default.VersionDocument) is { GitVersion: { } text } document
                ? new KubernetesVersion(HostileText.Clean(text, 100), document.Platform is null ? null : HostileText.Clean(document.Platform, 100))
                : throw new KubernetesReadException(GapReason.Malformed, "The answer names no version.");
            return true;
        });
        return version;
    }

    internal static T? Parse<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> contract)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, contract);
        }
        catch (JsonException exception)
        {
            throw new KubernetesReadException(GapReason.Malformed, $"The answer is no JSON of the expected shape (line {exception.LineNumber}, byte {exception.BytePositionInLine}).");
        }
    }

    private async Task<bool> GuardAsync(KubernetesRequest request, Func<Task<bool>> read)
    {
        try
        {
            return await read();
        }
        catch (KubernetesReadException refusal)
        {
            Add([refusal.ToGap(request)]);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Add([new(GapReason.TimedOut, request.Operation, "The deadline of the part passed before the list ended.")]);
        }

        return false;
    }

    private void AddItemGap(KubernetesRequest request, int number, string problem, int refusedItems)
    {
        if (refusedItems <= MostItemGaps)
        {
            var detail = refusedItems < MostItemGaps ? $"Item {number} could not be understood: {problem}" : $"Item {number} and perhaps more could not be understood.";
            Add([new(GapReason.Malformed, request.Operation, HostileText.Clean(detail, 480), null, $"{request.Kind} #{number}")]);
        }
    }

    /// <summary>A custom kind that the server does not know has no objects: its 404 is a fact, not a gap.</summary>
    private bool LastRefusalWasAbsence(KubernetesRequest request)
    {
        lock (gaps)
        {
            return gaps.RemoveAll(gap => gap.Reason == GapReason.Unsupported && gap.Operation == request.Operation) > 0;
        }
    }
}
