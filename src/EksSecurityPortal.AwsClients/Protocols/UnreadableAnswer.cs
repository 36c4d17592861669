using System.Net;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>
/// Turns what a broken body makes the readers throw into the SDK's own exception, which is retried and which callers expect. The
/// body is left out of it: it may hold anything, and any amount of it.
/// </summary>
internal static class UnreadableAnswer
{
    public static bool Explains(Exception exception) =>
        exception is JsonException or XmlException or FormatException or OverflowException or InvalidOperationException or ArgumentException;

    public static AmazonUnmarshallingException From(Exception exception) =>
        new(requestId: null, lastKnownLocation: null, innerException: exception) { StatusCode = HttpStatusCode.OK };
}
