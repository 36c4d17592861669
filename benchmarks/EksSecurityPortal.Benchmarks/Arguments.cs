using System.Globalization;

namespace EksSecurityPortal.Benchmarks;

/// <summary><c>--name value</c> pairs of a verb.</summary>
internal sealed class Arguments(string[] arguments)
{
    public int Number(string name, int fallback) => int.TryParse(Text(name, ""), CultureInfo.InvariantCulture, out var value) ? value : fallback;

    public string Text(string name, string fallback)
    {
        var at = Array.IndexOf(arguments, "--" + name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : fallback;
    }
}
