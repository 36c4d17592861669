using System.Buffers;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>What a client may find out about the server itself: its version, its groups and their resources.</summary>
internal sealed class Discovery(Cluster cluster, KindCatalog kinds)
{
    /// <returns>Null when the path is not one of discovery.</returns>
    public KubeAnswer? Answer(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["version"] => Version(),
        ["api"] => Json(writer => writer.WriteMembersOf("""{"kind":"APIVersions","versions":["v1"],"serverAddressByClientCIDRs":[{"clientCIDR":"0.0.0.0/0","serverAddress":"ip-172-16-0-10.ec2.internal:443"}]}""")),
        ["api", "v1"] => Resources("", "v1"),
        ["apis"] => Json(writer =>
        {
            writer.WriteString("kind", "APIGroupList");
            writer.WriteString("apiVersion", "v1");
            writer.WriteStartArray("groups");
            foreach (var group in Groups())
            {
                writer.WriteStartObject();
                WriteGroup(writer, group);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }),
        ["apis", var group] => Groups().FirstOrDefault(item => item.Key == group) is { } found
            ? Json(writer =>
            {
                writer.WriteString("kind", "APIGroup");
                writer.WriteString("apiVersion", "v1");
                WriteGroup(writer, found);
            })
            : KubeStatus.NoSuchPath(),
        ["apis", var group, var version] => Resources(group, version),
        _ => null,
    };

    private IEnumerable<IGrouping<string, string>> Groups() => kinds.All.Where(kind => kind.Group.Length > 0)
        .Select(kind => (kind.Group, kind.Version)).Distinct().GroupBy(item => item.Group, item => item.Version);

    private KubeAnswer Version()
    {
        var git = cluster.Kubernetes.GitVersion;
        var numbers = git.TrimStart('v').Split('.');
        var (major, minor) = (numbers[0], numbers[1]);
        var previous = int.Parse(minor, System.Globalization.CultureInfo.InvariantCulture) - 1;
        return Json(writer =>
        {
            writer.WriteString("major", major);
            writer.WriteString("minor", minor);
            writer.WriteString("emulationMajor", major);
            writer.WriteString("emulationMinor", minor);
            writer.WriteString("minCompatibilityMajor", major);
            writer.WriteString("minCompatibilityMinor", previous.ToString(System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteString("gitVersion", git);
            writer.WriteString("gitCommit", Stable.Uid(Stable.Hash(git)).Replace("-", "", StringComparison.Ordinal));
            writer.WriteString("gitTreeState", "clean");
            writer.WriteString("buildDate", "2026-08-18T00:00:00Z");
            writer.WriteString("goVersion", "go1.24.4");
            writer.WriteString("compiler", "gc");
            writer.WriteString("platform", "linux/amd64");
        });
    }

    private KubeAnswer Resources(string group, string version)
    {
        var resources = kinds.All.Where(kind => kind.Group == group && kind.Version == version).ToList();
        return resources.Count == 0 ? KubeStatus.NoSuchPath() : Json(writer =>
        {
            writer.WriteString("kind", "APIResourceList");
            writer.WriteString("apiVersion", "v1");
            writer.WriteString("groupVersion", resources[0].ApiVersion);
            writer.WriteStartArray("resources");
            foreach (var kind in resources)
            {
                writer.WriteStartObject();
                writer.WriteString("name", kind.Plural);
                writer.WriteString("singularName", kind.Kind.ToLowerInvariant());
                writer.WriteBoolean("namespaced", kind.IsNamespaced);
                writer.WriteString("kind", kind.Kind);
                ObjectWriter.WriteStrings(writer, "verbs", ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    private static void WriteGroup(Utf8JsonWriter writer, IGrouping<string, string> group)
    {
        writer.WriteString("name", group.Key);
        writer.WriteStartArray("versions");
        foreach (var version in group)
        {
            WriteVersion(writer, group.Key, version);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("preferredVersion");
        WriteVersion(writer, group.Key, group.First());
    }

    private static void WriteVersion(Utf8JsonWriter writer, string group, string version)
    {
        writer.WriteStartObject();
        writer.WriteString("groupVersion", $"{group}/{version}");
        writer.WriteString("version", version);
        writer.WriteEndObject();
    }

    private static KubeAnswer Json(Action<Utf8JsonWriter> members)
    {
        var body = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(body, ObjectWriter.Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new KubeAnswer(200, "application/json", body.WrittenMemory);
    }
}
