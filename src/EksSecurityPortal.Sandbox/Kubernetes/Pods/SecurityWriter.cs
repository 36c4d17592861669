using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>Writes the security contexts of pods and containers.</summary>
internal static class SecurityWriter
{
    /// <summary>An empty object when the pod sets nothing, as the API server stores it.</summary>
    public static void WritePod(Utf8JsonWriter writer, PodSecurity? security)
    {
        writer.WriteStartObject("securityContext");
        if (security is not null)
        {
            WriteIfSet(writer, "runAsUser", security.RunAsUser);
            WriteIfSet(writer, "runAsNonRoot", security.RunAsNonRoot);
            WriteIfSet(writer, "fsGroup", security.FsGroup);
            WriteSysctls(writer, security.Sysctls);
            WriteSeccomp(writer, security.Seccomp);
            if (security.HostProcess)
            {
                writer.WriteStartObject("windowsOptions");
                writer.WriteBoolean("hostProcess", true);
                writer.WriteString("runAsUserName", "NT AUTHORITY\\SYSTEM");
                writer.WriteEndObject();
            }
        }

        writer.WriteEndObject();
    }

    public static void WriteContainer(Utf8JsonWriter writer, ContainerSecurity? security)
    {
        if (security is null)
        {
            return;
        }

        writer.WriteStartObject("securityContext");
        if (security.AddCapabilities.Count + security.DropCapabilities.Count > 0)
        {
            writer.WriteStartObject("capabilities");
            ObjectWriter.WriteStrings(writer, "add", security.AddCapabilities);
            ObjectWriter.WriteStrings(writer, "drop", security.DropCapabilities);
            writer.WriteEndObject();
        }

        WriteIfSet(writer, "privileged", security.Privileged);
        WriteIfSet(writer, "runAsUser", security.RunAsUser);
        WriteIfSet(writer, "runAsNonRoot", security.RunAsNonRoot);
        WriteIfSet(writer, "readOnlyRootFilesystem", security.ReadOnlyRootFilesystem);
        WriteIfSet(writer, "allowPrivilegeEscalation", security.AllowPrivilegeEscalation);
        WriteSeccomp(writer, security.Seccomp);
        writer.WriteEndObject();
    }

    private static void WriteSysctls(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> sysctls)
    {
        if (sysctls.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("sysctls");
        foreach (var (name, value) in sysctls)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("value", value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSeccomp(Utf8JsonWriter writer, string? seccomp)
    {
        if (seccomp is null)
        {
            return;
        }

        writer.WriteStartObject("seccompProfile");
        writer.WriteString("type", seccomp);
        if (seccomp == "Localhost")
        {
            writer.WriteString("localhostProfile", "profiles/audit.json");
        }

        writer.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string member, bool? value)
    {
        if (value is { } set)
        {
            writer.WriteBoolean(member, set);
        }
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string member, long? value)
    {
        if (value is { } set)
        {
            writer.WriteNumber(member, set);
        }
    }
}
