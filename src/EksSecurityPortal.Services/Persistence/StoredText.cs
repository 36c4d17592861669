using System.Text;

namespace EksSecurityPortal.Services.Persistence;

/// <summary>
/// Makes any text storable: PostgreSQL refuses U+0000 and unpaired surrogates, which names and annotations of a cluster may hold.
/// </summary>
internal static class StoredText
{
    /// <summary>The same text with U+FFFD in place of what cannot be stored.</summary>
    internal static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            builder.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return builder.ToString();
    }

    /// <summary>Cleaned and at most <paramref name="length"/> characters, with an ellipsis when something was cut.</summary>
    internal static string Clean(string text, int length)
    {
        if (text.Length <= length)
        {
            return Clean(text);
        }

        return Clean(text[..(length - 1)]) + "…";
    }

    private static bool IsClean(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '\0')
            {
                return false;
            }

            if (char.IsSurrogate(character))
            {
                if (!char.IsHighSurrogate(character) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
                {
                    return false;
                }

                index++;
            }
        }

        return true;
    }
}
