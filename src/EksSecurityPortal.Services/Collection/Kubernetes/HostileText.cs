using System.Text;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

/// <summary>
/// Whoever may create an object in a cluster chooses its text. Control characters and unpaired surrogates are replaced and lengths are bounded
/// where text enters the facts; markup and formulas are left alone, because only the place that shows them knows how to escape them.
/// </summary>
internal static class HostileText
{
    internal const int MaxLength = 4096;

    internal static string Clean(string text, int maxLength = MaxLength)
    {
        if (text.Length <= maxLength && !NeedsCleaning(text))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > maxLength - 1)
            {
                clean.Append('…');
                break;
            }

            clean.Append(Rune.IsControl(rune) ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }

    private static bool NeedsCleaning(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) || char.IsSurrogate(character))
            {
                return true;
            }
        }

        return false;
    }
}
