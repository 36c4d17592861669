using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Documents;

/// <summary>
/// Annotations that decide something. People and tools keep whole manifests, and passwords in them, in annotations, so only the named ones are
/// read at all; the others are skipped as bytes.
/// </summary>
internal static class KeptAnnotations
{
    /// <summary>Longer values are dropped: none of these settings is.</summary>
    internal const int MaxValueBytes = 2048;

    private static readonly byte[][] Prefixes = Bytes(
        "eks.amazonaws.com/", "vpc.amazonaws.com/", "alb.ingress.kubernetes.io/", "service.beta.kubernetes.io/", "service.kubernetes.io/",
        "external-dns.alpha.kubernetes.io/", "pod-security.kubernetes.io/", "karpenter.sh/", "karpenter.k8s.aws/", "compatibility.karpenter.k8s.aws/",
        "cluster-autoscaler.kubernetes.io/", "container.apparmor.security.beta.kubernetes.io/", "seccomp.security.alpha.kubernetes.io/",
        "container.seccomp.security.alpha.kubernetes.io/", "storageclass.kubernetes.io/", "storageclass.beta.kubernetes.io/", "meta.helm.sh/");

    private static readonly byte[][] Names = Bytes(
        "kubernetes.io/ingress.class", "nginx.ingress.kubernetes.io/ssl-redirect", "nginx.ingress.kubernetes.io/force-ssl-redirect", "nginx.ingress.kubernetes.io/whitelist-source-range",
        "rbac.authorization.kubernetes.io/autoupdate", "scheduler.alpha.kubernetes.io/node-selector", "scheduler.alpha.kubernetes.io/defaultTolerations",
        "node.alpha.kubernetes.io/ttl", "alpha.kubernetes.io/provided-node-ip", "k8s.amazonaws.com/eniConfig", "linkerd.io/inject");

    // of a pod only what decides how it may run or be moved: others differ from pod to pod, and templates would no longer be equal
    private static readonly byte[][] PodPrefixes = Bytes(
        "container.apparmor.security.beta.kubernetes.io/", "seccomp.security.alpha.kubernetes.io/", "container.seccomp.security.alpha.kubernetes.io/",
        "karpenter.sh/do-not-", "cluster-autoscaler.kubernetes.io/");

    internal static bool IsKept(ReadOnlySpan<byte> key) => IsAny(Prefixes, key, exact: false) || IsAny(Names, key, exact: true);

    internal static bool IsKeptOfPod(ReadOnlySpan<byte> key) => IsAny(PodPrefixes, key, exact: false);

    private static bool IsAny(byte[][] candidates, ReadOnlySpan<byte> key, bool exact)
    {
        foreach (var candidate in candidates)
        {
            if (key.StartsWith(candidate) && (!exact || key.Length == candidate.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}

internal sealed class KeptAnnotationsConverter : JsonConverter<Dictionary<string, string>>
{
    public override Dictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Shape.Require(ref reader, JsonTokenType.StartObject);
        Dictionary<string, string>? kept = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = !reader.ValueIsEscaped && KeptAnnotations.IsKept(reader.ValueSpan) ? reader.GetString() : null;
            reader.Read();
            if (key is not null && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= KeptAnnotations.MaxValueBytes)
            {
                (kept ??= [])[key] = reader.GetString()!; // a String token has a string
            }

            reader.Skip();
        }

        return kept;
    }

    public override void Write(Utf8JsonWriter writer, Dictionary<string, string> value, JsonSerializerOptions options) => throw new NotSupportedException();
}
