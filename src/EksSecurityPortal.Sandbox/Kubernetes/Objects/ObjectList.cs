using System.Buffers;
using System.Text.Json;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>One object, whose members are written when it is asked for.</summary>
internal sealed record KubeObject(ObjectMeta Meta, Action<Utf8JsonWriter> Body);

/// <summary>A list of objects that are few enough to be held each.</summary>
internal sealed class ObjectList : IObjectList
{
    private readonly KubeKind kind;
    private readonly KubeObject[] objects;

    public ObjectList(KubeKind kind, IEnumerable<KubeObject> objects)
    {
        this.kind = kind;
        this.objects = [.. objects.OrderBy(item => item.Meta.Key, StringComparer.Ordinal)];
    }

    public int Count => objects.Length;

    public string KeyAt(int index) => objects[index].Meta.Key;

    public string? FieldAt(int index, string field) => field switch
    {
        "metadata.name" => objects[index].Meta.Name,
        "metadata.namespace" => objects[index].Meta.Namespace ?? "",
        _ => null,
    };

    public IReadOnlyDictionary<string, string> LabelsAt(int index) => objects[index].Meta.Labels;

    public void Write(IBufferWriter<byte> target, int index, bool withKind) =>
        ObjectWriter.Write(target, kind, objects[index].Meta, objects[index].Body, withKind);
}
