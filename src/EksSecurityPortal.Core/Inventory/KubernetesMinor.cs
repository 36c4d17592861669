using System.Globalization;

namespace EksSecurityPortal.Core.Inventory;

/// <summary>A Kubernetes version up to its minor, comparable by number: 1.9 is before 1.10.</summary>
public readonly record struct KubernetesMinor(int Major, int Minor) : IComparable<KubernetesMinor>
{
    /// <summary>Reads <c>1.34</c>, <c>v1.34.2-eks-abc</c>, <c>1.34+</c>; null for anything else.</summary>
    public static KubernetesMinor? Parse(string? text)
    {
        var parts = (text ?? "").TrimStart('v').Split('.', 3);
        return parts.Length >= 2 && Number(parts[0]) is { } major && Number(Digits(parts[1])) is { } minor ? new(major, minor) : null;
    }

    public int CompareTo(KubernetesMinor other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    public static bool operator <(KubernetesMinor left, KubernetesMinor right) => left.CompareTo(right) < 0;

    public static bool operator >(KubernetesMinor left, KubernetesMinor right) => left.CompareTo(right) > 0;

    public static bool operator <=(KubernetesMinor left, KubernetesMinor right) => left.CompareTo(right) <= 0;

    public static bool operator >=(KubernetesMinor left, KubernetesMinor right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static string Digits(string text) => new([.. text.TakeWhile(char.IsAsciiDigit)]);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
