using System.Globalization;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>The text of a request member in a path, a query string or a form; null stays null.</summary>
internal static class WireText
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
