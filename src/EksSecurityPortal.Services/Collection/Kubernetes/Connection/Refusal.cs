using System.Net;
using System.Text.Json;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Connection;

/// <summary>Reads an answer that is no success: a Kubernetes Status, or whatever a proxy in between says.</summary>
internal static class Refusal
{
    private const long MaxBytes = 256 << 10;

    internal static async Task<Exception> ReadAsync(HttpResponseMessage response, Stream stream, TimeProvider clock, CancellationToken cancellationToken)
    {
        StatusDocument? status = null;
        using (var body = await AnswerBuffer.ReadAsync(stream, 0, MaxBytes, cancellationToken))
        {
            status = Parse(body.Span);
        }

        var code = (int)response.StatusCode;
        var said = status is null ? $"HTTP {code} with a body that is no Kubernetes Status." : $"HTTP {code} {status.Reason}: {status.Message}";
        var refusal = new KubernetesReadException(Reason(response.StatusCode), said, code) { ContinueToken = status?.Metadata?.Continue };
        return refusal.Reason == GapReason.Throttled || code >= 500 ? new TransientReadException(refusal, RetryAfter(response, status, clock)) : refusal;
    }

    private static GapReason Reason(HttpStatusCode code) => code switch
    {
        HttpStatusCode.Unauthorized => GapReason.CredentialsRejected,
        HttpStatusCode.Forbidden => GapReason.Denied,
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotAcceptable or HttpStatusCode.NotImplemented => GapReason.Unsupported,
        HttpStatusCode.TooManyRequests => GapReason.Throttled,
        _ => GapReason.Failed,
    };

    private static StatusDocument? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, KubernetesJson.Default.StatusDocument) is { Kind: "Status" } status ? status : null;
        }
        catch (JsonException)
        {
            // an HTML page or an empty body: the status code says what there is to say
            return null;
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, StatusDocument? status, TimeProvider clock)
    {
        var asked = response.Headers.RetryAfter?.Delta
            ?? (response.Headers.RetryAfter?.Date - clock.GetUtcNow())
            ?? (status?.Details?.RetryAfterSeconds is { } seconds and > 0 and < 86400 ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null);
        return asked is { } pause && pause > TimeSpan.Zero ? pause : null;
    }
}
