using System.Globalization;
using System.Text;

namespace EksSecurityPortal.Web.Components.Controls;

/// <summary>Text from clusters made fit for eyes: control and direction-changing characters become visible, long values short.</summary>
public static class DisplayText
{
    /// <summary>Longest text that is ever sent to a browser for one value.</summary>
    public const int TitleLimit = 1000;

    /// <summary>At most <paramref name="limit"/> characters, the last being … when cut; control, format and lone surrogate characters as <c>⟨U+202E⟩</c>.</summary>
    public static string Clean(string? text, int limit = TitleLimit)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var isCut = text.Length > limit;
        var end = isCut ? Math.Max(0, limit - 1) : text.Length;
        var clean = new StringBuilder(end + 1);
        for (var index = 0; index < end; index++)
        {
            Append(clean, text, ref index, end);
        }

        return isCut ? clean.Append('…').ToString() : clean.ToString();
    }

    /// <summary>Words of an enumeration name: <c>VpcEndpoints</c> → <c>VPC endpoints</c>.</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 6);
        for (var index = 0; index < name.Length; index++)
        {
            if (index > 0 && char.IsUpper(name[index]) && !char.IsUpper(name[index - 1]))
            {
                words.Append(' ').Append(char.ToLowerInvariant(name[index]));
            }
            else
            {
                words.Append(name[index]);
            }
        }

        return Spelled(words.ToString());
    }

    // names that people write in capitals
    private static string Spelled(string words) =>
        string.Join(' ', words.Split(' ').Select(word => word.ToUpperInvariant() switch
        {
            "ACLS" => "ACLs",
            "LINUX2" => "Linux 2",
            "LINUX2023" => "Linux 2023",
            "VPC" or "NAT" or "RBAC" or "OIDC" or "CNI" or "AWS" or "IAM" => word.ToUpperInvariant(),
            _ => word,
        }));

    /// <summary><c>1 node</c>, <c>1,204 nodes</c>.</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    private static void Append(StringBuilder clean, string text, ref int index, int end)
    {
        var character = text[index];
        if (char.IsHighSurrogate(character) && index + 1 < end && char.IsLowSurrogate(text[index + 1]))
        {
            clean.Append(character).Append(text[++index]);
            return;
        }

        if (character is '\n' or '\r' or '\t')
        {
            clean.Append(' ');
            return;
        }

        if (char.IsControl(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format)
        {
            clean.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)character:X4}⟩");
            return;
        }

        clean.Append(character);
    }
}
