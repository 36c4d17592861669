using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>
/// Sends a body that is written piece by piece, with memory for one piece only. As the API server does, bodies above
/// 128 KiB are compressed when the client takes gzip.
/// </summary>
internal sealed class BodySender : IAsyncDisposable
{
    private const int Threshold = 128 << 10;
    private const int MaximumKept = 1 << 20;

    private static readonly ConcurrentBag<ArrayBufferWriter<byte>> Spare = [];

    private readonly HttpContext http;
    private Stream? sink;

    public BodySender(HttpContext http)
    {
        this.http = http;
        Buffer = Spare.TryTake(out var spare) ? spare : new ArrayBufferWriter<byte>(Threshold * 2);
    }

    /// <summary>Write here, then call <see cref="SendIfFullAsync"/>.</summary>
    public ArrayBufferWriter<byte> Buffer { get; }

    public ValueTask SendIfFullAsync() => Buffer.WrittenCount < Threshold ? ValueTask.CompletedTask : new ValueTask(SendAsync());

    public async Task CompleteAsync()
    {
        if (sink is null)
        {
            http.Response.ContentLength = Buffer.WrittenCount;
            await http.Response.Body.WriteAsync(Buffer.WrittenMemory, http.RequestAborted);
            return;
        }

        await SendAsync();
        if (sink is GZipStream zip)
        {
            await zip.DisposeAsync();
        }
    }

    /// <summary>Sends what there is and resets the connection.</summary>
    public async Task CutAsync()
    {
        await SendAsync();
        await sink!.FlushAsync(http.RequestAborted); // SendAsync has set it
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    public ValueTask DisposeAsync()
    {
        Buffer.ResetWrittenCount();
        if (Buffer.Capacity <= MaximumKept)
        {
            Spare.Add(Buffer);
        }

        return ValueTask.CompletedTask;
    }

    private async Task SendAsync()
    {
        if (sink is null)
        {
            sink = http.Response.Body;
            if (http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            {
                http.Response.Headers.ContentEncoding = "gzip";
                http.Response.Headers.Vary = "Accept-Encoding";
                sink = new GZipStream(sink, CompressionLevel.Fastest, true);
            }
        }

        await sink.WriteAsync(Buffer.WrittenMemory, http.RequestAborted);
        Buffer.ResetWrittenCount();
    }
}
