namespace EksSecurityPortal.Services.Collection.Aws.Readers;

/// <summary>Orders version texts by the numbers in them, first to last: v1.9.3-eksbuild.2 before v1.18.1-eksbuild.1.</summary>
internal sealed class VersionOrder : IComparer<string>
{
    public static VersionOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (NumbersOf(x ?? ""), NumbersOf(y ?? ""));
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (left[i] != right[i])
            {
                return left[i].CompareTo(right[i]);
            }
        }

        return left.Count != right.Count ? left.Count.CompareTo(right.Count) : string.CompareOrdinal(x, y);
    }

    private static List<long> NumbersOf(string version)
    {
        var numbers = new List<long>();
        var index = 0;
        while (index < version.Length)
        {
            var start = index;
            while (index < version.Length && char.IsAsciiDigit(version[index]))
            {
                index++;
            }

            if (index > start && long.TryParse(version.AsSpan(start, index - start), System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }

            index = Math.Max(index, start + 1);
        }

        return numbers;
    }
}
