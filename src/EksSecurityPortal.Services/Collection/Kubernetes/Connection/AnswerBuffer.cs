using System.Buffers;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Connection;

/// <summary>One whole answer in a rented array. Disposing returns the array; nothing may hold on to its bytes after that.</summary>
internal sealed class AnswerBuffer : IDisposable
{
    private const int SmallestSize = 64 << 10;

    private byte[] bytes;

    private AnswerBuffer(int size) => bytes = ArrayPool<byte>.Shared.Rent(Math.Max(size, SmallestSize));

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    /// <summary>Reads to the end of the stream.</summary>
    /// <param name="expectedSize">A guess, in bytes; a good one saves copying.</param>
    /// <exception cref="KubernetesReadException">The answer is larger than <paramref name="maxBytes"/>.</exception>
    internal static async Task<AnswerBuffer> ReadAsync(Stream stream, int expectedSize, long maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new AnswerBuffer(expectedSize);
        try
        {
            while (await stream.ReadAsync(buffer.bytes.AsMemory(buffer.Length), cancellationToken) is var read && read > 0)
            {
                buffer.Length += read;
                if (buffer.Length > maxBytes)
                {
                    throw new KubernetesReadException(GapReason.Malformed, $"The answer is larger than the limit of {maxBytes} bytes.");
                }

                if (buffer.Length == buffer.bytes.Length)
                {
                    buffer.Grow();
                }
            }

            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
