using System.Text.RegularExpressions;

namespace EksSecurityPortal.Services.Queries;

/// <summary>
/// Fills a remediation's placeholders with a finding's values. Names of a cluster are hostile: in a command each value is one shell word
/// whatever it holds, in a manifest one quoted scalar.
/// </summary>
internal static partial class RemediationText
{
    /// <summary>Null when the check has no command.</summary>
    internal static string? Command(string? template, FindingRow finding) => Fill(template, finding, ShellWord);

    /// <summary>Null when the check has no manifest.</summary>
    internal static string? Manifest(string? template, FindingRow finding) => Fill(template, finding, YamlScalar);

    /// <summary>POSIX: everything between single quotes is literal. Plain words stay as they are, for people to read.</summary>
    internal static string ShellWord(string value)
    {
        var visible = Visible(value);
        return PlainShellWord().IsMatch(visible) ? visible : $"'{visible.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    /// <summary>Double-quoted, which YAML and Terraform understand alike; <c>${</c> and <c>%{</c> are Terraform's and are doubled away.</summary>
    internal static string YamlScalar(string value)
    {
        var visible = Visible(value);
        if (PlainScalar().IsMatch(visible))
        {
            return visible;
        }

        var escaped = visible.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    private static string? Fill(string? template, FindingRow finding, Func<string, string> quote) => template is null
        ? null
        : Placeholder().Replace(template, match => match.Value switch
        {
            "{cluster}" => quote(finding.ClusterName),
            "{region}" => quote(finding.Region),
            "{account}" => quote(finding.AccountId),
            "{namespace}" => quote(finding.Namespace ?? "default"),
            _ => quote(ResourceOf(finding)),
        });

    /// <summary>The resource's own name: its key without the namespace that <c>{namespace}</c> stands for.</summary>
    private static string ResourceOf(FindingRow finding) =>
        finding.Namespace is { } space && finding.ResourceKey.StartsWith(space + "/", StringComparison.Ordinal) ? finding.ResourceKey[(space.Length + 1)..] : finding.ResourceKey;

    /// <summary>A line break or an escape sequence could hide from the eye what is pasted; no name of AWS or Kubernetes has one.</summary>
    private static string Visible(string value) => new([.. value.Select(character => char.IsControl(character) || IsBidirectional(character) ? '\uFFFD' : character)]);

    private static bool IsBidirectional(char character) => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u2028' or '\u2029';

    // one pass: a value that looks like a placeholder is not filled again
    [GeneratedRegex(@"\{(cluster|region|account|resource|namespace)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_@%+=:,./-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainShellWord();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9./-]*[A-Za-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainScalar();
}
