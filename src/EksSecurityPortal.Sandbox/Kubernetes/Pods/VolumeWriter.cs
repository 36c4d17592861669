using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>Writes volumes: those of the template, and in pods the injected credentials and the API token.</summary>
internal static class VolumeWriter
{
    public const string TokenPath = "/var/run/secrets/kubernetes.io/serviceaccount";

    private const int DefaultMode = 420;

    public static void Write(Utf8JsonWriter writer, PodTemplate template, PodContext? pod)
    {
        if (template.Volumes.Count == 0 && pod is not { MountsToken: true } && pod?.Injection is null)
        {
            return;
        }

        writer.WriteStartArray("volumes");
        if (pod?.Injection is { } injection)
        {
            writer.WriteStartObject();
            writer.WriteString("name", injection.VolumeName);
            WriteToken(writer, injection.Audience, injection.TokenFile, 86400);
            writer.WriteEndObject();
        }

        foreach (var volume in template.Volumes)
        {
            writer.WriteStartObject();
            writer.WriteString("name", volume.Name);
            WriteSource(writer, volume);
            writer.WriteEndObject();
        }

        if (pod is { MountsToken: true })
        {
            writer.WriteStartObject();
            writer.WriteString("name", PodContext.TokenVolume);
            WriteApiAccess(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSource(Utf8JsonWriter writer, Volume volume)
    {
        switch (volume.Kind)
        {
            case VolumeKind.HostPath:
                writer.WriteStartObject("hostPath");
                writer.WriteString("path", volume.Source);
                writer.WriteString("type", "");
                writer.WriteEndObject();
                break;
            case VolumeKind.Secret:
                WriteNamed(writer, "secret", "secretName", volume.Source);
                break;
            case VolumeKind.ConfigMap:
                WriteNamed(writer, "configMap", "name", volume.Source);
                break;
            case VolumeKind.PersistentVolumeClaim:
                writer.WriteStartObject("persistentVolumeClaim");
                writer.WriteString("claimName", volume.Source);
                writer.WriteEndObject();
                break;
            case VolumeKind.ProjectedToken:
                WriteToken(writer, volume.Source, "token", 3600);
                break;
            default:
                writer.WriteStartObject("emptyDir");
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteNamed(Utf8JsonWriter writer, string source, string member, string name)
    {
        writer.WriteStartObject(source);
        writer.WriteString(member, name);
        writer.WriteNumber("defaultMode", DefaultMode);
        writer.WriteEndObject();
    }

    private static void WriteToken(Utf8JsonWriter writer, string audience, string path, int seconds)
    {
        writer.WriteStartObject("projected");
        writer.WriteStartArray("sources");
        writer.WriteStartObject();
        writer.WriteStartObject("serviceAccountToken");
        writer.WriteString("audience", audience);
        writer.WriteNumber("expirationSeconds", seconds);
        writer.WriteString("path", path);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteNumber("defaultMode", DefaultMode);
        writer.WriteEndObject();
    }

    private static void WriteApiAccess(Utf8JsonWriter writer) => writer.WriteRawMember("projected", """
        {"sources":[{"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},{"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}},{"downwardAPI":{"items":[{"path":"namespace","fieldRef":{"apiVersion":"v1","fieldPath":"metadata.namespace"}}]}}],"defaultMode":420}
        """);
}
