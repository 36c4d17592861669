using System.Buffers;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>Reads the answers of the JSON protocols. An empty body is an empty answer; members that the contract does not know are skipped.</summary>
internal sealed class JsonAnswer<T>(AwsService service, JsonTypeInfo<T> contract) : JsonResponseUnmarshaller
    where T : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            var length = ReadToEnd(input.Stream, ref buffer);
            return length == 0 ? new T() : JsonSerializer.Deserialize(buffer.AsSpan(0, length), contract) ?? new T();
        }
        catch (Exception exception) when (UnreadableAnswer.Explains(exception))
        {
            throw UnreadableAnswer.From(exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        (error.InnerException, error.StatusCode) = (innerException, statusCode);
        return service.CreateException(error, innerException, statusCode);
    }

    /// <summary>Reads until the stream ends, not by the answer's ContentLength: that is 0 for a chunked answer as well.</summary>
    private static int ReadToEnd(Stream stream, ref byte[] buffer)
    {
        int length = 0, read;
        while ((read = stream.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += read;
            if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(length * 2);
                buffer.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }

        return length;
    }
}
