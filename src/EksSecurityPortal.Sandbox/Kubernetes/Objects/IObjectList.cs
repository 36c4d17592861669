using System.Buffers;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>All objects of one kind in a cluster, sorted by key (ordinal). Objects are rendered when they are asked for.</summary>
internal interface IObjectList
{
    int Count { get; }

    /// <summary>"namespace/name", or the name of a cluster-scoped object.</summary>
    string KeyAt(int index);

    /// <summary>The value of a field that field selectors may name; null when this kind has no such field.</summary>
    string? FieldAt(int index, string field);

    IReadOnlyDictionary<string, string> LabelsAt(int index);

    void Write(IBufferWriter<byte> target, int index, bool withKind);
}

internal static class ObjectListSearch
{
    /// <summary>Index of the first object whose key is not below the given one; Count when there is none.</summary>
    public static int LowerBound(this IObjectList list, string key)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (string.CompareOrdinal(list.KeyAt(middle), key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The objects of one namespace, or all of them when it is null.</summary>
    public static (int First, int End) RangeOf(this IObjectList list, string? @namespace) => @namespace is null
        ? (0, list.Count)
        : (list.LowerBound(@namespace + "/"), list.LowerBound(@namespace + "0")); // '0' follows '/'
}
