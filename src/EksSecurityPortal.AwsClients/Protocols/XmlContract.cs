using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>
/// Reads XML along the same contracts that JSON uses, so that a model class is described once: members are child elements,
/// items of a list are the children of its element, a map is entry elements with key and value. Unknown elements are skipped.
/// </summary>
internal static class XmlContract
{
    private static readonly ConcurrentDictionary<JsonTypeInfo, Shape> Shapes = new();

    /// <summary>The reader stands on the element whose children are the members of T, and is moved behind it.</summary>
    public static T Read<T>(XmlReader xml, JsonTypeInfo<T> contract)
        where T : class, new() => (T?)Read(xml, ShapeOf(contract)) ?? new T();

    /// <summary>Names of the child elements; the caller consumes each (by Read or Skip) before asking for the next.</summary>
    internal static IEnumerable<string> Children(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            yield break;
        }

        xml.ReadStartElement();
        while (xml.MoveToContent() == XmlNodeType.Element)
        {
            yield return xml.LocalName;
        }

        xml.ReadEndElement();
    }

    private static Shape ShapeOf(JsonTypeInfo contract) => Shapes.GetOrAdd(contract, static c => new Shape(c));

    private static object? Read(XmlReader xml, Shape shape) => shape.Contract.Kind switch
    {
        JsonTypeInfoKind.Object => ReadMembers(xml, shape),
        JsonTypeInfoKind.Enumerable => ReadList(xml, shape),
        JsonTypeInfoKind.Dictionary => ReadMap(xml, shape),
        _ => Scalar(xml.ReadElementContentAsString(), shape.Contract),
    };

    private static object ReadMembers(XmlReader xml, Shape shape)
    {
        var target = shape.Create();
        foreach (var name in Children(xml))
        {
            if (shape.Members.TryGetValue(name, out var member))
            {
                member.Set?.Invoke(target, Read(xml, shape.Of(member.PropertyType)));
            }
            else
            {
                xml.Skip();
            }
        }

        return target;
    }

    private static object ReadList(XmlReader xml, Shape shape)
    {
        var list = (IList)shape.Create();
        foreach (var _ in Children(xml))
        {
            list.Add(Read(xml, shape.Element));
        }

        return list;
    }

    private static object ReadMap(XmlReader xml, Shape shape)
    {
        var map = (IDictionary)shape.Create();
        foreach (var _ in Children(xml))
        {
            string? key = null;
            object? value = null;
            foreach (var part in Children(xml))
            {
                if (part == "key")
                {
                    key = xml.ReadElementContentAsString();
                }
                else
                {
                    value = Read(xml, shape.Element);
                }
            }

            if (key is not null)
            {
                map[key] = value;
            }
        }

        return map;
    }

    private static object? Scalar(string text, JsonTypeInfo contract)
    {
        var type = Nullable.GetUnderlyingType(contract.Type) ?? contract.Type;
        if (type == typeof(string))
        {
            return text;
        }

        if (text.Length == 0)
        {
            return null;
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => text is "true" or "True" or "1",
            TypeCode.Int32 => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
            TypeCode.Int64 => long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
            TypeCode.Double => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            TypeCode.DateTime => TimestampConverter.Parse(text),
            _ => JsonSerializer.Deserialize($"\"{JsonEncodedText.Encode(text)}\"", contract),
        };
    }

    private sealed class Shape(JsonTypeInfo contract)
    {
        private readonly ConcurrentDictionary<Type, Shape> _types = new();

        public JsonTypeInfo Contract => contract;

        public FrozenDictionary<string, JsonPropertyInfo> Members { get; } =
            contract.Properties.Where(p => p.Set is not null).ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);

        public Shape Element => Of(contract.ElementType ?? typeof(string));

        public Shape Of(Type type) => _types.GetOrAdd(type, static (t, options) => ShapeOf(options.GetTypeInfo(t)), contract.Options);

        public object Create() => contract.CreateObject?.Invoke()
            ?? throw new InvalidOperationException($"{contract.Type} has no parameterless constructor");
    }
}
