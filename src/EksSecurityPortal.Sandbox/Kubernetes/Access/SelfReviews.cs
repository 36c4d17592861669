using System.Buffers;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Kubernetes.Serving;

namespace EksSecurityPortal.Sandbox.Kubernetes.Access;

/// <summary>The reviews by which anyone may ask about their own rights. Nothing is stored.</summary>
internal sealed class SelfReviews(Authorizer authorizer)
{
    public const string Group = "authorization.k8s.io";

    public static bool IsReview(KubeRequest request) =>
        request is { Group: Group, Version: "v1", Verb: "create", Plural: "selfsubjectrulesreviews" or "selfsubjectaccessreviews" };

    public KubeAnswer Answer(KubeUser user, KubeRequest request, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var review = JsonDocument.Parse(body);
            var spec = review.RootElement.GetProperty("spec");
            return request.Plural == "selfsubjectrulesreviews" ? Rules(user, spec) : Access(user, spec);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return KubeStatus.BadRequest("the object provided is unrecognized (must be of type " + (request.Plural == "selfsubjectrulesreviews" ? "SelfSubjectRulesReview" : "SelfSubjectAccessReview") + ")");
        }
    }

    private KubeAnswer Rules(KubeUser user, JsonElement spec)
    {
        var home = spec.GetProperty("namespace").GetString();
        return Created("SelfSubjectRulesReview", spec, writer =>
        {
            writer.WriteStartArray("resourceRules");
            foreach (var rule in authorizer.RulesOf(user, home).Where(rule => rule.Resources.Count > 0))
            {
                RbacObjects.WriteRule(writer, rule);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("nonResourceRules");
            foreach (var rule in authorizer.RulesOf(user, home).Where(rule => rule.NonResourceUrls.Count > 0))
            {
                RbacObjects.WriteRule(writer, rule);
            }

            writer.WriteEndArray();
            // EKS evaluates its access policies in a webhook, which cannot list rules
            writer.WriteBoolean("incomplete", true);
            writer.WriteString("evaluationError", "webhook authorizer does not support user rule resolution");
        });
    }

    private KubeAnswer Access(KubeUser user, JsonElement spec)
    {
        if (!spec.TryGetProperty("resourceAttributes", out var attributes))
        {
            return Created("SelfSubjectAccessReview", spec, writer => writer.WriteBoolean("allowed", false));
        }

        var resource = Text(attributes, "resource") ?? "";
        var decision = authorizer.Decide(user, new AccessAttributes(
            Text(attributes, "verb") ?? "",
            Text(attributes, "group") ?? "",
            Text(attributes, "subresource") is { } sub ? $"{resource}/{sub}" : resource,
            Text(attributes, "namespace"),
            Text(attributes, "name")));
        return Created("SelfSubjectAccessReview", spec, writer =>
        {
            writer.WriteBoolean("allowed", decision.IsAllowed);
            if (decision.IsAllowed)
            {
                writer.WriteString("reason", decision.Reason);
            }
        });
    }

    private static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.GetString() is { Length: > 0 } text ? text : null;

    private static KubeAnswer Created(string kind, JsonElement spec, Action<Utf8JsonWriter> status)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(body, ObjectWriter.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind);
            writer.WriteString("apiVersion", $"{Group}/v1");
            writer.WriteRawMember("metadata", """{"creationTimestamp":null}""");
            writer.WritePropertyName("spec");
            spec.WriteTo(writer);
            writer.WriteStartObject("status");
            status(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new KubeAnswer(201, "application/json", body.WrittenMemory);
    }
}
