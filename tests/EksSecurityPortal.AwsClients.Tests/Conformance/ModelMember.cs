namespace EksSecurityPortal.AwsClients.Tests.Conformance;

/// <summary>A member of a modelled shape, and what it must look like in C#.</summary>
public sealed class ModelMember(string name, string type)
{
    /// <summary>Shapes whose class has another name in the official .NET package.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal) { ["AttachedPolicy"] = "AttachedPolicyType" };

    private readonly string _type = type.Split('@')[0];

    public string WireName { get; } = type.Contains('@', StringComparison.Ordinal) ? type.Split('@')[1] : name;

    public string PropertyName => Upper(name);

    /// <summary>The member's C# type as <see cref="Describe"/> writes it.</summary>
    public string ClrType => ClrTypeOf(_type, inCollection: false);

    /// <summary>The shape that the member holds, directly or as an item; null when it holds plain values.</summary>
    public string? Shape
    {
        get
        {
            var held = _type.StartsWith("list<", StringComparison.Ordinal) ? _type[5..^1]
                : _type.StartsWith("map<", StringComparison.Ordinal) ? _type[4..^1].Split(',', 2)[1]
                : _type;
            return held.Contains('<', StringComparison.Ordinal) || char.IsLower(held[0]) ? null : held;
        }
    }

    public static string ClassName(string shape) => Renamed.GetValueOrDefault(shape, Upper(shape));

    /// <summary>A CLR type in the words of <see cref="ClrType"/>: nullability of value types is not told, as every member is optional.</summary>
    public static string Describe(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsGenericType
            ? $"{plain.Name.Split('`')[0]}<{string.Join(", ", plain.GetGenericArguments().Select(Describe))}>"
            : plain.Name;
    }

    private static string ClrTypeOf(string type, bool inCollection) => type switch
    {
        "string" => nameof(String),
        "integer" => nameof(Int32),
        "long" => nameof(Int64),
        "double" => nameof(Double),
        "boolean" => nameof(Boolean),
        "timestamp" => nameof(DateTime),
        _ when type.StartsWith("enum<", StringComparison.Ordinal) => inCollection ? nameof(String) : ClassName(type[5..^1]),
        _ when type.StartsWith("list<", StringComparison.Ordinal) => $"List<{ClrTypeOf(type[5..^1], inCollection: true)}>",
        _ when type.StartsWith("map<", StringComparison.Ordinal) => $"Dictionary<String, {ClrTypeOf(type[4..^1].Split(',', 2)[1].Trim(), inCollection: true)}>",
        _ => ClassName(type),
    };

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
