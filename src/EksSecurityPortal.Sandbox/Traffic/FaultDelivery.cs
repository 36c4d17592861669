using System.Text;
using Microsoft.AspNetCore.Http;

namespace EksSecurityPortal.Sandbox;

/// <summary>Carries out the faults that concern delivery rather than meaning; used for AWS and Kubernetes answers alike.</summary>
internal static class FaultDelivery
{
    private const string HtmlPage = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";

    /// <summary>Waits out latency; holds the connection of an unreachable server until the client leaves. False: the connection is gone.</summary>
    public static async Task<bool> AdmitAsync(HttpContext http, IReadOnlyList<Fault> faults, TimeSpan latency)
    {
        var unreachable = faults.Any(fault => fault.Kind == FaultKind.Unreachable);
        var delay = unreachable
            ? Timeout.InfiniteTimeSpan
            : latency + faults.Where(fault => fault.Kind == FaultKind.Latency).Aggregate(TimeSpan.Zero, (sum, fault) => sum + fault.Delay);
        if (delay == TimeSpan.Zero)
        {
            return true;
        }

        try
        {
            await Task.Delay(delay, http.RequestAborted);
            return true;
        }
        catch (OperationCanceledException)
        {
            http.Abort();
            return false;
        }
    }

    /// <summary>Writes a complete answer, or what the faults leave of it. Status and headers must be set already.</summary>
    public static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> body, IReadOnlyList<Fault> faults)
    {
        if (faults.Any(fault => fault.Kind == FaultKind.HtmlErrorPage))
        {
            http.Response.Headers.Remove("x-amzn-ErrorType");
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
            http.Response.ContentType = "text/html";
            body = Encoding.ASCII.GetBytes(HtmlPage);
        }
        else if (faults.Any(fault => fault.Kind == FaultKind.MalformedBody))
        {
            body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span[..(body.Length / 2)]) + "\u0001<{");
        }

        http.Response.ContentLength = body.Length;
        if (faults.FirstOrDefault(fault => fault.Kind == FaultKind.SlowBody) is { } slow)
        {
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(slow.Delay, http.RequestAborted);
        }

        if (faults.Any(fault => fault.Kind == FaultKind.CutConnection))
        {
            await http.Response.Body.WriteAsync(body[..(body.Length / 2)], http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            http.Abort();
            return;
        }

        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
