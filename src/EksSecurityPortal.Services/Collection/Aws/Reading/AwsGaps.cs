using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Calls;
using EksSecurityPortal.Services.Collection.Kubernetes;

namespace EksSecurityPortal.Services.Collection.Aws.Reading;

/// <summary>Turns what an AWS call threw into the gap that a person reads.</summary>
internal static partial class AwsGaps
{
    private const int MaxDetail = 500;

    /// <summary>True for what a service, the network or the SDK's client can throw; anything else is a defect of the portal.</summary>
    public static bool IsExpected(Exception exception) => exception is
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException or SocketException or AuthenticationException or TimeoutException
        or OperationCanceledException or JsonException or XmlException or FormatException or MalformedAnswerException;

    /// <summary>The gap that an exception makes. It names the operation that the exception is marked with.</summary>
    /// <param name="subject">The member that was asked for; null for the whole part.</param>
    public static PartGap Of(Exception exception, string? subject = null)
    {
        var operation = (exception as MalformedAnswerException)?.Operation ?? CallOrigin.Of(exception);
        var reason = ReasonOf(exception);
        var canGrant = reason == GapReason.Denied && operation.Length > 0 && !IsExplicitDeny(exception.Message);
        return new PartGap(reason, operation, Detail(reason, exception), canGrant ? operation : null, subject);
    }

    /// <summary>Text from outside, fit for a gap: one line, bounded.</summary>
    public static string Text(string text) =>
        HostileText.Clean(EncodedDetails().Replace(text.ReplaceLineEndings(" "), "").Trim(), MaxDetail);

    public static GapReason ReasonOf(Exception exception)
    {
        if (exception is MalformedAnswerException || Chain(exception).Any(e => e is AmazonUnmarshallingException or JsonException or XmlException || IsTooLarge(e)))
        {
            return StatusOf(exception) is { } status ? ByStatus(status) ?? GapReason.Malformed : GapReason.Malformed;
        }

        if (Chain(exception).Any(e => e is TimeoutException or OperationCanceledException))
        {
            return GapReason.TimedOut;
        }

        if (exception is AmazonServiceException service && service.StatusCode != 0)
        {
            return ErrorCodes.ReasonOf(service.ErrorCode) ?? (ErrorCodes.IsAbsent(service.ErrorCode) ? GapReason.Failed : ByStatus(service.StatusCode) ?? GapReason.Failed);
        }

        if (Chain(exception).Any(e => e is HttpRequestException or SocketException or AuthenticationException or IOException))
        {
            return GapReason.Unreachable;
        }

        return exception is CredentialsException ? GapReason.CredentialsRejected : GapReason.Failed;
    }

    private static GapReason? ByStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => GapReason.Throttled,
        HttpStatusCode.NotImplemented or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed => GapReason.Unsupported,
        HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout => GapReason.TimedOut,
        HttpStatusCode.Unauthorized => GapReason.CredentialsRejected,
        HttpStatusCode.Forbidden => GapReason.Denied,
        >= HttpStatusCode.BadRequest => GapReason.Failed,
        _ => null,
    };

    private static HttpStatusCode? StatusOf(Exception exception) =>
        Chain(exception).OfType<AmazonServiceException>().Select(e => (HttpStatusCode?)e.StatusCode).FirstOrDefault(status => status is not null && status != 0);

    private static string Detail(GapReason reason, Exception exception)
    {
        var service = Chain(exception).OfType<AmazonServiceException>().FirstOrDefault();
        var innermost = Chain(exception).Last();
        return Text(reason switch
        {
            GapReason.TimedOut => "No answer within the time allowed for one call.",
            GapReason.Malformed => $"The answer could not be understood: {innermost.Message}",
            GapReason.Unreachable => $"No connection: {innermost.Message}",
            GapReason.Unsupported when service is not { ErrorCode.Length: > 0 } && StatusOf(exception) is { } status =>
                $"The server does not know this operation (HTTP status {(int)status}).",
            _ when service is { ErrorCode.Length: > 0 } => $"{service.ErrorCode}: {service.Message}",
            _ when service is not null && service.StatusCode != 0 => $"The server answered HTTP status {(int)service.StatusCode} without an error code.",
            _ => exception.Message,
        });
    }

    /// <summary>An explicit deny (a service control policy, a boundary) is not lifted by another grant.</summary>
    private static bool IsExplicitDeny(string message) => message.Contains("explicit deny", StringComparison.OrdinalIgnoreCase);

    private static bool IsTooLarge(Exception exception) => exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            yield return current;
        }
    }

    /// <summary>EC2 appends a block of several hundred characters that only a further call could decode.</summary>
    [GeneratedRegex(@"\s*Encoded authorization failure message: \S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EncodedDetails();
}
