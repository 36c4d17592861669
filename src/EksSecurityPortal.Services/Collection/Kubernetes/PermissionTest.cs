using System.Text.Json;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Connection;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;
using EksSecurityPortal.Services.Collection.Kubernetes.Parts;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

/// <summary>Asks the cluster about each permission; where it does not know the question, tries the smallest list.</summary>
internal sealed class PermissionTest(KubernetesApi api)
{
    /// <summary>What the reader role must grant.</summary>
    internal static IReadOnlyList<KubernetesRequest> Requests { get; } = [.. KubernetesRequests.All.Where(request => !request.IsGrantedToEveryone)];

    internal async Task<PermissionProbe> AskAsync(KubernetesRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await api.ReviewAsync(Question(request), cancellationToken);
            var status = PartRead.Parse(answer.Span, KubernetesJson.Default.ReviewDocument)?.Status;
            return status?.Allowed switch
            {
                true => Probe(request, ProbeResult.Granted, null),
                false => Probe(request, ProbeResult.Denied, status.Reason is { Length: > 0 } reason ? HostileText.Clean(reason, 480) : $"No RBAC rule allows it. Grant {request.Rule}"),
                null => await TryAsync(request, cancellationToken),
            };
        }
        catch (KubernetesReadException refusal) when (refusal.Reason is GapReason.Unsupported or GapReason.Denied)
        {
            return await TryAsync(request, cancellationToken);
        }
        catch (KubernetesReadException refusal)
        {
            return Probe(request, ProbeResult.NotTested, refusal.Message);
        }
    }

    private async Task<PermissionProbe> TryAsync(KubernetesRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await api.GetAsync(request.Name is null ? request.Path + "?limit=1" : request.Path, 0, cancellationToken);
            return Probe(request, ProbeResult.Granted, null);
        }
        catch (KubernetesReadException refusal)
        {
            return Probe(request, refusal.Reason == GapReason.Denied ? ProbeResult.Denied : ProbeResult.NotTested, refusal.Message);
        }
    }

    private static PermissionProbe Probe(KubernetesRequest request, ProbeResult result, string? detail) => new(request.Operation, request.Purpose, result, detail);

    private static byte[] Question(KubernetesRequest request)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("apiVersion"u8, "authorization.k8s.io/v1"u8);
            json.WriteString("kind"u8, "SelfSubjectAccessReview"u8);
            json.WriteStartObject("spec"u8);
            json.WriteStartObject("resourceAttributes"u8);
            json.WriteString("verb"u8, request.Verb);
            json.WriteString("group"u8, request.Group);
            json.WriteString("resource"u8, request.Resource);
            json.WriteString("namespace"u8, request.Namespace ?? "");
            json.WriteString("name"u8, request.Name ?? "");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return body.ToArray();
    }
}
