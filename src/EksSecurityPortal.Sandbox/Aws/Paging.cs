using System.Globalization;
using System.Text;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>One page of a list; Next is the opaque token of the following one.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Paging
{
    /// <summary>Cuts a page. The token names its operation, so that a token of another operation is refused.</summary>
    public static Page<T> Cut<T>(IReadOnlyList<T> all, string operation, string? token, int size, Func<AwsException> badToken)
    {
        var start = 0;
        if (!string.IsNullOrEmpty(token))
        {
            start = Offset(token, operation) ?? throw badToken();
        }

        if (start == 0 && all.Count <= size)
        {
            return new Page<T>(all, null);
        }

        var items = all.Skip(start).Take(size).ToList();
        var end = start + items.Count;
        return new Page<T>(items, end < all.Count ? Token(operation, end) : null);
    }

    /// <summary>A size within its bounds, or the default when none was given.</summary>
    public static int Size(string? text, int minimum, int maximum, int standard, Func<string, AwsException> refuse)
    {
        if (string.IsNullOrEmpty(text))
        {
            return standard;
        }

        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var size) && size >= minimum && size <= maximum ? size : throw refuse(text);
    }

    private static string Token(string operation, int offset) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"sandbox/{operation}/{offset.ToString(CultureInfo.InvariantCulture)}"));

    private static int? Offset(string token, string operation)
    {
        var buffer = new byte[token.Length];
        return Convert.TryFromBase64String(token, buffer, out var length)
            && Encoding.UTF8.GetString(buffer, 0, length).Split('/') is ["sandbox", var name, var text] && name == operation
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : null;
    }
}
