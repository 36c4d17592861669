using System.Buffers;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Access;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>A whole answer that is known before it is sent.</summary>
internal sealed record KubeAnswer(int Code, string ContentType, ReadOnlyMemory<byte> Body, int? RetryAfterSeconds = null);

/// <summary>Refusals as the API server words them: Status objects, or plain text where the real server answers that.</summary>
internal static class KubeStatus
{
    private const string Json = "application/json";

    public static KubeAnswer Unauthorized() => Of(401, "Unauthorized", "Unauthorized", null);

    public static KubeAnswer Forbidden(KubeUser user, KubeRequest request)
    {
        var scope = request.Namespace is { } name ? $"in the namespace \"{name}\"" : "at the cluster scope";
        var subject = request.Name is { } item ? $"{request.Plural} \"{item}\"" : request.Plural;
        if (request.Group.Length > 0)
        {
            subject = request.Name is { } named ? $"{request.Plural}.{request.Group} \"{named}\"" : $"{request.Plural}.{request.Group}";
        }

        var message = $"{subject} is forbidden: User \"{user.Name}\" cannot {request.Verb} resource \"{request.Resource}\" in API group \"{request.Group}\" {scope}";
        return Of(403, "Forbidden", message, writer => WriteDetails(writer, request));
    }

    public static KubeAnswer ForbiddenPath(string user, string path) =>
        Of(403, "Forbidden", $"forbidden: User \"{user}\" cannot get path \"{path}\"", writer => writer.WriteRawMember("details", "{}"));

    public static KubeAnswer NotFound(KubeRequest request)
    {
        var kind = request.Group.Length == 0 ? request.Plural : $"{request.Plural}.{request.Group}";
        return Of(404, "NotFound", $"{kind} \"{request.Name}\" not found", writer => WriteDetails(writer, request));
    }

    /// <summary>A group, version or resource that the server does not have.</summary>
    public static KubeAnswer NoSuchPath() => new(404, "text/plain; charset=utf-8", "404 page not found\n"u8.ToArray());

    public static KubeAnswer BadRequest(string message) => Of(400, "BadRequest", message, null);

    public static KubeAnswer MethodNotAllowed() =>
        Of(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", writer => writer.WriteRawMember("details", "{}"));

    /// <param name="freshContinue">A token to go on with, at the price of an inconsistent list.</param>
    public static KubeAnswer Expired(string freshContinue) => Of(
        410,
        "Expired",
        "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.",
        null,
        freshContinue);

    /// <summary>What priority and fairness answers: text, not a Status.</summary>
    public static KubeAnswer TooManyRequests() =>
        new(429, "text/plain; charset=utf-8", "Too many requests, please try again later.\n"u8.ToArray(), 1);

    public static KubeAnswer InternalError() => Of(
        500,
        "InternalError",
        "Internal error occurred: etcdserver: request timed out",
        writer => writer.WriteRawMember("details", """{"causes":[{"message":"etcdserver: request timed out"}]}"""));

    private static KubeAnswer Of(int code, string reason, string message, Action<Utf8JsonWriter>? details, string? continueToken = null)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(body, ObjectWriter.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", "Status");
            writer.WriteString("apiVersion", "v1");
            writer.WriteStartObject("metadata");
            if (continueToken is not null)
            {
                writer.WriteString("continue", continueToken);
            }

            writer.WriteEndObject();
            writer.WriteString("status", "Failure");
            writer.WriteString("message", message);
            writer.WriteString("reason", reason);
            details?.Invoke(writer);
            writer.WriteNumber("code", code);
            writer.WriteEndObject();
        }

        body.Write("\n"u8);
        return new KubeAnswer(code, Json, body.WrittenMemory);
    }

    private static void WriteDetails(Utf8JsonWriter writer, KubeRequest request)
    {
        writer.WriteStartObject("details");
        if (request.Name is { } name)
        {
            writer.WriteString("name", name);
        }

        if (request.Group.Length > 0)
        {
            writer.WriteString("group", request.Group);
        }

        writer.WriteString("kind", request.Plural);
        writer.WriteEndObject();
    }
}
